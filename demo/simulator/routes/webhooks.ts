import { Hono } from 'hono'
import type { Account, Webhook } from '../account.ts'
import { type Core, type Ctx, type Env, success } from '../core.ts'
import { readChange, readKnown } from '../http/body.ts'
import { aBoolean, all, aNumber, anArray, anEnum, aString, atLeast, atMost, each, optional } from '../http/check.ts'
import { guard } from '../http/guard.ts'
import { coded, refuse } from '../http/refusal.ts'
import { webhookView, wholeWebhookView } from '../views/webhook.ts'

const TRIGGERS = [
  ...['BOOKING_CREATED', 'BOOKING_PAYMENT_INITIATED', 'BOOKING_PAID', 'BOOKING_RESCHEDULED', 'BOOKING_REQUESTED'],
  ...['BOOKING_CANCELLED', 'BOOKING_REJECTED', 'BOOKING_NO_SHOW_UPDATED', 'FORM_SUBMITTED', 'MEETING_ENDED'],
  ...['MEETING_STARTED', 'RECORDING_READY', 'RECORDING_TRANSCRIPTION_GENERATED', 'OOO_CREATED'],
  ...['AFTER_HOSTS_CAL_VIDEO_NO_SHOW', 'AFTER_GUESTS_CAL_VIDEO_NO_SHOW', 'FORM_SUBMITTED_NO_EVENT'],
  ...['DELEGATION_CREDENTIAL_ERROR', 'WRONG_ASSIGNMENT_REPORT'],
]

const WEBHOOK = {
  payloadTemplate: optional(aString),
  active: aBoolean,
  subscriberUrl: aString,
  triggers: all(each(anEnum(TRIGGERS)), anArray),
  secret: optional(aString),
}

const CHANGE = {
  ...WEBHOOK,
  active: optional(aBoolean),
  subscriberUrl: optional(aString),
  triggers: optional(WEBHOOK.triggers),
}

const NULLABLE = ['payloadTemplate', 'secret']

const MOST = 250

const PAGE = { take: all(atMost(MOST), atLeast(1), aNumber), skip: all(atLeast(0), aNumber) }

/** `/v2/webhooks`, in every version: one for each subscriber. */
export function webhooks(core: Core) {
  const { account, clock } = core
  const app = new Hono<Env>()
  const key = guard(core, 'key')

  app.get('/v2/webhooks', key, (c) => {
    const { take, skip } = readPage(c.req.query())
    const page = account.webhooks.slice(skip, skip + take)
    return c.json(success(page.map((webhook) => webhookView(account, webhook))))
  })
  app.post('/v2/webhooks', key, (c) => {
    const input = readChange<New>(c.get('body'), WEBHOOK)
    if (isSubscribed(account, input.subscriberUrl)) {
      throw refuse(409, 'Webhook with this subscriber url already exists for this user')
    }
    const createdAt = clock.now().toISOString()
    const webhook = { id: crypto.randomUUID(), payloadTemplate: null, secret: null, createdAt, ...input }
    account.webhooks.push(webhook)
    return c.json(success(webhookView(account, webhook)), 201)
  })

  app.get('/v2/webhooks/:id', key, (c) => c.json(success(wholeWebhookView(account, find(account, c)))))
  app.patch('/v2/webhooks/:id', key, (c) => {
    const webhook = find(account, c)
    const change = readChange<Partial<New>>(c.get('body'), CHANGE, NULLABLE)
    const isMoved = change.subscriberUrl !== undefined && change.subscriberUrl !== webhook.subscriberUrl
    // Here it is the database that says no.
    if (isMoved && isSubscribed(account, change.subscriberUrl)) throw coded(409, 'CONFLICT', TWICE)
    return c.json(success(webhookView(account, Object.assign(webhook, change))))
  })
  app.delete('/v2/webhooks/:id', key, (c) => {
    const webhook = find(account, c)
    account.webhooks = account.webhooks.filter((one) => one !== webhook)
    return c.json(success(webhookView(account, webhook)))
  })
  return app
}

type New = Pick<Webhook, 'active' | 'subscriberUrl' | 'triggers'> & Partial<Webhook>

const TWICE = 'Invalid Input: Trying to create a record that already exists.'

const isSubscribed = (account: Account, url?: string) =>
  account.webhooks.some(({ subscriberUrl }) => subscriberUrl === url)

function find(account: Account, c: Ctx): Webhook {
  const id = c.req.param('id')
  const found = account.webhooks.find((webhook) => webhook.id === id)
  if (!found) throw refuse(404, `Webhook (${id}) not found`)
  return found
}

/** What stands empty in the query is as if it were not there. */
function readPage({ take, skip }: Record<string, string>) {
  const page = { take: take ? Number.parseInt(take, 10) : MOST, skip: skip ? Number.parseInt(skip, 10) : 0 }
  readKnown(page, PAGE)
  return page
}
