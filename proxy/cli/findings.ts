import type { Answer, EventType, Me, Webhook } from '../calcom/index.ts'
import type { NotBookable } from '../contract.ts'
import { whyNotBookable } from '../offer/not-bookable.ts'
import { isEnough, isSamePlace, WEBHOOK_PATH } from './subscription.ts'

/** How far the local clock may be from Cal.com's, in seconds: more, and too soon or past is told wrongly. */
const TOLERATED_SKEW = 30

/** What Cal.com was seen to hold, and what it is measured by. */
export interface Seen {
  me: Me
  eventTypes: EventType[]
  webhooks: Webhook[]
  answer: Pick<Answer, 'date' | 'rateLimit'> | undefined
  now: Date
  /** Event types that must be bookable; `undefined`: all that are not hidden. */
  wanted: string[] | undefined
  /** Where the proxy takes webhooks, or its origin; `undefined`: any. */
  url: string | undefined
}

/** An event type, and whether the widget can book it. */
export interface Bookable {
  id: number
  slug: string
  hidden: boolean
  bookable: boolean
  why?: NotBookable
}

/** What `gate check` finds. */
export interface Findings {
  ok: boolean
  account: { name: string | null; username: string; timeZone: string }
  eventTypes: Bookable[]
  webhook: { ok: boolean; addresses: string[] }
  rateLimit: { limit: number; remaining: number } | null
  /** Seconds that the local clock is ahead of Cal.com's; below zero: behind. */
  clockSkew: number | null
  /** What must be done, in words. */
  todo: string[]
}

/** Judges what was seen. */
export function judge(seen: Seen): Findings {
  const { me, answer } = seen
  const eventTypes = seen.eventTypes.map(toBookable)
  const enough = seen.webhooks.filter((one) => isEnough(one) && isFor(one, seen.url))
  const [first, twice] = sameTwice(enough)
  const clockSkew = skewOf(answer?.date, seen.now)
  const todo = [
    ...eventTodo(eventTypes, seen.wanted),
    ...(enough.length ? [] : [webhookTodo(seen.url)]),
    ...(first && twice ? [`Several webhooks tell ${twice} the same: run gate webhooks install --url ${first}.`] : []),
    ...(Math.abs(clockSkew ?? 0) > TOLERATED_SKEW
      ? [`Set the clock of this machine: it is ${clockWords(clockSkew)}.`]
      : []),
  ]
  return {
    ok: todo.length === 0,
    account: { name: me.name ?? null, username: me.username, timeZone: me.timeZone },
    eventTypes,
    webhook: { ok: enough.length > 0, addresses: enough.map(({ subscriberUrl }) => subscriberUrl) },
    rateLimit: answer?.rateLimit ? { limit: answer.rateLimit.limit, remaining: answer.rateLimit.remaining } : null,
    clockSkew,
    todo,
  }
}

function toBookable(eventType: EventType): Bookable {
  const why = whyNotBookable(eventType)
  const { id, slug, hidden = false } = eventType
  return { id, slug, hidden, bookable: !why, ...(why && { why }) }
}

/** Words for why, as a sentence goes on after «the widget cannot book it: ». */
export const WHY: Record<NotBookable, string> = {
  paid: 'it costs money',
  recurring: 'it recurs',
  seats: 'it has seats',
  verification: 'the booker must log in or verify the e-mail',
  field: 'a required question is of an unknown type, or hidden and without an answer',
  location: 'the place is of an unknown kind',
}

function eventTodo(eventTypes: Bookable[], wanted: string[] | undefined): string[] {
  const names = wanted ?? eventTypes.filter(({ hidden }) => !hidden).map(({ slug }) => slug)
  if (!names.length) return ['There is no event type to book: gate event-types create.']
  return names.flatMap((name) => {
    const found = eventTypes.find(({ slug }) => slug === name)
    if (!found) return [`There is no event type ${name}, which EVENTS names.`]
    return found.why ? [`The widget cannot book ${name}: ${WHY[found.why]}.`] : []
  })
}

const isOrigin = (url: string) => URL.canParse(url) && new URL(url).pathname === '/'

/** An origin alone stands for every address there. */
function isFor({ subscriberUrl }: Webhook, url: string | undefined): boolean {
  if (url === undefined) return true
  if (!URL.canParse(url) || !URL.canParse(subscriberUrl)) return false
  return isOrigin(url) ? new URL(url).host === new URL(subscriberUrl).host : isSamePlace(url, subscriberUrl)
}

/** The addresses of the first two that are one place. */
function sameTwice(webhooks: Webhook[]): string[] {
  for (const { subscriberUrl } of webhooks) {
    const same = webhooks.map((one) => one.subscriberUrl).filter((other) => isSamePlace(subscriberUrl, other))
    if (same.length > 1) return same
  }
  return []
}

const webhookTodo = (url: string | undefined) =>
  `No webhook tells ${url ?? 'the proxy'} of bookings: run gate webhooks install --url ${url ? addressAt(url) : '…'}.`

/** Where the proxy takes webhooks, if only its origin is known. */
const addressAt = (url: string) => (isOrigin(url) ? new URL(WEBHOOK_PATH, url).href : url)

/** Cal.com tells its time to the second, cut: the middle of that second is the best guess. */
function skewOf(date: Date | undefined, now: Date): number | null {
  return date ? Math.round((now.getTime() - date.getTime() - 500) / 1000) : null
}

/** `2 s ahead of Cal.com's` */
export function clockWords(skew: number | null): string {
  if (skew === null) return 'not known: Cal.com did not tell its time'
  if (skew === 0) return "the same as Cal.com's"
  return `${Math.abs(skew)} s ${skew > 0 ? 'ahead of' : 'behind'} Cal.com's`
}
