import { assert } from 'chai'
import { abortable } from '../../demo/simulator/local-fetch.ts'
import type { OlgaBooking } from '../../widget/index.ts'
import '../../widget/index.ts'
import { setup } from '../support/proxy.ts'

type Setup = Awaited<ReturnType<typeof setup>>
export interface Mounted extends Setup {
  booking: OlgaBooking
  /** What the page has asked of the proxy, oldest first. */
  asked: Request[]
}

interface MountOptions {
  attributes?: Record<string, string>
  children?: string
  /** Breaks or changes things before the element asks for anything. */
  before?: (parts: Setup) => void
  setup?: Parameters<typeof setup>[0]
  /** Stands between the page and the proxy. */
  fetch?: (app: Setup['app']) => typeof globalThis.fetch
}

const CHILDREN = `<a href="https://cal.com/olgarozet/delo-40min">Записаться</a>
  <a slot="contact" href="mailto:olga@example.com">Написать</a>`

/** What is on the page now. */
let current: Setup | undefined

/** The element on a page, over the real proxy and simulator: all three run here. */
export async function mount({
  attributes = {},
  children = CHILDREN,
  before,
  setup: how,
  fetch,
}: MountOptions = {}): Promise<Mounted> {
  document.body.replaceChildren()
  const parts = await setup(how)
  current = parts
  sessionStorage.clear()
  before?.(parts)
  const booking = document.createElement('olga-booking')
  const all = { proxy: 'https://book.example.com', 'time-zone': 'Europe/Moscow', lang: 'ru', ...attributes }
  for (const [name, value] of Object.entries(all)) booking.setAttribute(name, value)
  booking.innerHTML = children
  const asked: Request[] = []
  const through = fetch?.(parts.app) ?? overApp(parts.app)
  booking.fetch = (input, init) => {
    asked.push(new Request(input, init))
    return through(input, init)
  }
  booking.now = () => parts.simulator.clock.now()
  document.body.append(booking)
  return { ...parts, booking, asked }
}

/** The app as a fetch. */
export const overApp = (app: Setup['app']) => abortable(async (request) => app.fetch(request))

/** The submits among what was asked. */
export const posts = (asked: Request[]) =>
  asked.filter(({ method, url }) => method === 'POST' && url.includes('/v1/bookings'))

/** Of these, the requests to book. */
export const submits = (asked: Request[]) => posts(asked).filter(({ url }) => url.endsWith('/v1/bookings'))

/** Under which keys it was asked to book. */
export const keys = (asked: Request[]) => posts(asked).map(({ headers }) => headers.get('idempotency-key'))

/** Of every event type asks the phone number too. */
export function askPhone({ simulator }: Setup): void {
  const field = { type: 'phone', slug: 'attendeePhoneNumber', isDefault: true, required: true, hidden: false }
  for (const type of simulator.account.eventTypes) type.bookingFields.push(field)
}

/** Every event type costs 5,000 roubles. */
export function paid({ simulator }: Pick<Setup, 'simulator'>): void {
  for (const type of simulator.account.eventTypes) Object.assign(type, { price: 500_000, currency: 'rub' })
}

/** Nothing is free but an hour of one day, two months on. */
export function freeInJanuary({ simulator }: Setup): void {
  for (const schedule of simulator.account.schedules) {
    schedule.overrides = [{ date: '2027-01-20', startTime: '12:00', endTime: '13:00' }]
    schedule.availability = []
  }
}

/** Olga herself has something else at `START`: what was known of it is too old by now. */
export function takenByOlga({ account, clock }: Setup['simulator']): void {
  account.busy.push({ start: '2026-11-25T07:00:00.000Z', end: '2026-11-25T07:40:00.000Z' })
  clock.advance(31_000)
}

/** A gate that is shut until somebody opens it. */
export function gate(): { opened: Promise<void>; open(): void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

/** Everything that matches, in the shadow roots too, in the order of the page. */
export function all<E extends HTMLElement = HTMLElement>(selector: string, root: ParentNode = document): E[] {
  const inner = [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? all<E>(selector, element.shadowRoot) : [],
  )
  return [...root.querySelectorAll<E>(selector), ...inner]
}

/** Waits until something matches, and gives the first. */
export async function found<E extends HTMLElement = HTMLElement>(selector: string, ms = 10_000): Promise<E> {
  await until(() => all(selector).length > 0, `${selector} is on the page`, ms)
  return all<E>(selector)[0] as E
}

/** Waits for a condition, never for a time. */
export async function until(condition: () => boolean, what: string, ms = 10_000): Promise<void> {
  const end = performance.now() + ms
  while (!condition()) {
    if (performance.now() > end) assert.fail(`waited ${ms} ms for: ${what}. The page says: ${pageText()}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

export const text = (element: Element | undefined | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
/** All that stands in our shadow roots. */
export const pageText = () => all('.card, section').map(text).join(' ')
/** The visitor's own, without what the host's clocks show. */
export const times = () =>
  all('.times [data-start]').map((time) => text(time).replace(text(time.querySelector('small')), ''))
export const day = (iso: string) => found(`[data-day="${iso}"]`)

/** The way to the plain page. */
export const LINK = 'a[part~="link"]'
export const linked = async () => new URL((await found<HTMLAnchorElement>(LINK)).href)
/** Whether the contacts that the page's owner gave can be seen. */
export const contacts = () => document.querySelector('[slot="contact"]')?.checkVisibility()

/** What has the focus, in whatever shadow root. */
export function focused(): Element | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element
}

export async function click(selector: string): Promise<void> {
  ;(await found(selector)).click()
}

export function fill(name: string, value: string): void {
  const [field] = all<HTMLInputElement>(`[name="${name}"]`)
  assert.isDefined(field, `there is a field ${name}`)
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
}

/** To the form, with what every visitor must give. */
export async function toForm(start: string): Promise<void> {
  const of = start.slice(0, 10)
  await click(`[data-day="${of}"]`)
  await click(`.times [data-start="${start}"]`)
  await found('[part~="submit"]')
}

/** As a person does, who takes more than the moment that only robots need. */
export async function fillIn(): Promise<void> {
  current?.simulator.clock.advance(3_000)
  fill('name', 'Иван Петров')
  fill('email', 'ivan@example.com')
  await click('input[name="consent"]')
}

/** Sends the form as it is, which is all that is missing. */
export async function book(): Promise<void> {
  await click('[part~="submit"]')
  await found('[part~="booked"]')
}
