import type { Webhook } from '../../../calcom/index.ts'
import type { Session } from '../../session.ts'
import { card } from '../../text.ts'

/** A subscription without its secret: who has that can speak as Cal.com. */
export const shown = ({ secret, ...webhook }: Webhook) => ({ ...webhook, hasSecret: Boolean(secret) })

/** Of a list of subscriptions. */
export const COLUMNS = {
  Address: ({ subscriberUrl }: Webhook) => subscriberUrl,
  Active: ({ active }: Webhook) => (active ? 'yes' : 'no'),
  Secret: ({ secret }: Webhook) => (secret ? 'yes' : secret === undefined ? 'not told' : 'none'),
  Triggers: ({ triggers }: Webhook) => triggers.join(', '),
  ID: ({ id }: Webhook) => id,
}

export function showWebhook(session: Session, webhook: Webhook): Promise<void> {
  const facts = Object.entries(COLUMNS).map(([name, of]) => [name, of(webhook)])
  return session.show(shown(webhook), () => card(Object.fromEntries(facts), session.out.paint))
}
