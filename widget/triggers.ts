import type { OlgaBooking } from './olga-booking.ts'

/** What opens us on a page: Tilda's buttons, say, carry nothing but an address. */
const TRIGGER = '[data-olga-booking], a[href="#olga-booking"]'

/** The element that a trigger is for: that it stands in, of its event type, the first that opens, or the first. */
function openedBy(event: Event): OlgaBooking | undefined {
  const path = event.composedPath() as Partial<HTMLElement>[]
  const trigger = path.find((node) => node.matches?.(TRIGGER))
  if (!trigger) return undefined
  const own = path.find(({ localName }) => localName === 'olga-booking')
  if (own) return own as OlgaBooking
  const all = [...document.querySelectorAll('olga-booking')]
  return (
    all.find((one) => one.event === trigger.dataset?.olgaBooking) ?? all.find(({ mode }) => mode !== 'inline') ?? all[0]
  )
}

// On the document, so that triggers may be added later.
document.addEventListener('click', (event) => {
  // With a key held down a link is to be opened elsewhere.
  const booking = event.ctrlKey || event.metaKey || event.shiftKey ? undefined : openedBy(event)
  if (!booking) return
  event.preventDefault()
  booking.open()
})

for (const intent of ['pointerover', 'focusin']) document.addEventListener(intent, (event) => openedBy(event)?.want())
