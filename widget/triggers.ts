import type { OlgaBooking } from './olga-booking.ts'

/** What opens us on a page: Tilda's buttons, say, carry nothing but an address. */
const TRIGGER = '[data-olga-booking], a[href="#olga-booking"]'

/** The element that a trigger is for: that it stands in, of its event type, the first that opens, or the first. */
function openedBy(event: Event): OlgaBooking | undefined {
  const path = event.composedPath()
  const trigger = path.find((node) => node instanceof HTMLElement && node.matches(TRIGGER))
  if (!(trigger instanceof HTMLElement)) return undefined
  const own = path.find((node) => (node as Element).localName === 'olga-booking')
  if (own) return own as OlgaBooking
  const { olgaBooking } = trigger.dataset
  const all = [...document.querySelectorAll('olga-booking')]
  return all.find((one) => one.event === olgaBooking) ?? all.find(({ mode }) => mode !== 'inline') ?? all[0]
}

// On the document, so that triggers may be added later.
document.addEventListener('click', (event) => {
  const booking = openedBy(event)
  // With a key held down a link is to be opened elsewhere.
  if (!booking || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  booking.open()
})

for (const intent of ['pointerover', 'focusin']) document.addEventListener(intent, (event) => openedBy(event)?.want())
