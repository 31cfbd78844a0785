import type { CreateWebhookInput, UpdateWebhookInput, Webhook } from '../calcom/index.ts'

/** Where the proxy takes webhooks. */
export const WEBHOOK_PATH = '/v1/webhooks/calcom'

/** What the proxy wants to be told of. */
export const NEEDED = [
  'BOOKING_CREATED',
  'BOOKING_RESCHEDULED',
  'BOOKING_CANCELLED',
  'BOOKING_REQUESTED',
  'BOOKING_REJECTED',
]

/** What is wrong with a subscription, as far as it can be seen. */
export type Fault = 'url' | 'triggers' | 'inactive' | 'secret' | 'template'

/** One thing to be done, so that the address has exactly one right subscription. */
export type Step =
  | { do: 'create'; input: CreateWebhookInput }
  | { do: 'update'; id: string; patch: UpdateWebhookInput; faults: Fault[] }
  | { do: 'delete'; id: string; url: string }

/** The steps, none where all is right already; and the subscription that is kept. */
export interface Plan {
  kept: Webhook | undefined
  steps: Step[]
}

/**
 * Plans one subscription for `url` out of all there are. Those to the same host and path are taken for it, whatever
 * their scheme or query: the best is repaired, the others go. `secret` is the one to have; without one the kept one
 * keeps its own, and where there is none `newSecret` makes it. A secret that Cal.com does not show cannot be compared:
 * it is written again where one is given, which changes nothing if it was the same.
 */
export function planSubscription(
  all: Webhook[],
  url: string,
  secret: string | undefined,
  newSecret: () => string,
): Plan {
  const [kept, ...others] = all.filter((one) => isSamePlace(one.subscriberUrl, url)).sort(betterFirst(url))
  const gone = others.map(({ id, subscriberUrl }): Step => ({ do: 'delete', id, url: subscriberUrl }))
  if (!kept) {
    const input = { subscriberUrl: url, triggers: NEEDED, active: true, secret: secret ?? newSecret() }
    return { kept, steps: [{ do: 'create', input }] }
  }
  const faults = faultsOf(kept, url, secret)
  const patch: UpdateWebhookInput = {
    ...(faults.includes('url') && { subscriberUrl: url }),
    ...(faults.includes('triggers') && { triggers: NEEDED }),
    ...(faults.includes('inactive') && { active: true }),
    ...(faults.includes('template') && { payloadTemplate: null }),
    ...(faults.includes('secret') && { secret: secret ?? newSecret() }),
  }
  return { kept, steps: [...(faults.length ? [{ do: 'update', id: kept.id, patch, faults } as const] : []), ...gone] }
}

function faultsOf(webhook: Webhook, url: string, secret: string | undefined): Fault[] {
  const checks: Record<Fault, boolean> = {
    url: webhook.subscriberUrl !== url,
    triggers: [...webhook.triggers].sort().join() !== [...NEEDED].sort().join(),
    inactive: !webhook.active,
    secret: secret === undefined ? hasNoSecret(webhook) : webhook.secret !== secret,
    template: Boolean(webhook.payloadTemplate),
  }
  return (Object.keys(checks) as Fault[]).filter((fault) => checks[fault])
}

/** Absent is not the same as none: then Cal.com does not say. */
const hasNoSecret = ({ secret }: Webhook) => secret === null || secret === ''

/** Whether it tells of all that the proxy needs, now, and as Cal.com words it. */
export const isEnough = ({ active, triggers, payloadTemplate }: Webhook) =>
  active && !payloadTemplate && NEEDED.every((one) => triggers.includes(one))

/** Whether two addresses are one place: the same host and path. */
export function isSamePlace(one: string, other: string): boolean {
  const place = placeOf(one)
  return place !== undefined && place === placeOf(other)
}

function placeOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { host, pathname } = new URL(text)
  return host + pathname.replace(/\/+$/, '')
}

/** The very address comes first, since no two subscriptions may have it; then what is active. */
const betterFirst = (url: string) => (a: Webhook, b: Webhook) =>
  Number(b.subscriberUrl === url) - Number(a.subscriberUrl === url) || Number(b.active) - Number(a.active)
