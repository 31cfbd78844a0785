import type { Account, Webhook } from '../account.ts'

/** A webhook as the list and every change show it. */
export function webhookView({ user }: Account, webhook: Webhook) {
  const { id, payloadTemplate, triggers, subscriberUrl, active, secret } = webhook
  return { id, payloadTemplate, triggers, subscriberUrl, active, secret, userId: user.id }
}

/** The same read by its id, where Cal.com shows the whole row. */
export const wholeWebhookView = (account: Account, webhook: Webhook) => ({
  ...webhookView(account, webhook),
  createdAt: webhook.createdAt ?? new Date(0).toISOString(),
  teamId: null,
  eventTypeId: null,
  appId: null,
  platform: false,
  time: null,
  timeUnit: null,
  version: '2021-10-20',
  oAuthClientId: null,
})
