import { randomBytes } from 'node:crypto'
import type { Calcom, Webhook } from '../../../calcom/index.ts'
import { type Area, examples } from '../../area.ts'
import { UsageError } from '../../errors.ts'
import { type Fault, planSubscription, type Step } from '../../subscription.ts'
import { plain } from '../../text.ts'
import { shown } from './webhook.ts'

const HELP = `
Makes sure that there is exactly one subscription for the address, active, signed, and told of what the proxy needs.
Subscriptions to the same host and path count as the same: one is repaired, the others are deleted, after a question.
Run again, it changes nothing. The secret is --secret, else WEBHOOK_SECRET; without either the subscription keeps the one it has, and
where it has none one is made and printed, once. A secret that Cal.com does not show is written again where one is
given, since nobody can tell whether it is the same.
`

/** `gate webhooks install` */
export const installVerb: Area = (webhooks, open) => {
  webhooks
    .command('install')
    .description('create or repair the one subscription that the proxy needs')
    .requiredOption('--url <url>', 'where the proxy takes webhooks')
    .option('--secret <text>', 'signs what is posted; better in WEBHOOK_SECRET, where nobody sees it')
    .addHelpText(
      'after',
      HELP + examples('WEBHOOK_SECRET=… gate webhooks install --url https://book.example.com/v1/webhooks/calcom'),
    )
    .action(async ({ url, secret }) => {
      const session = await open()
      const address = readAddress(url)
      const given = secret ?? (session.io.env.WEBHOOK_SECRET?.trim() || undefined)
      let made: string | undefined
      const newSecret = () => {
        made = randomBytes(32).toString('hex')
        return made
      }
      const { kept, steps } = planSubscription(await listAll(session.calcom), address, given, newSecret)
      const gone = steps.filter((step) => step.do === 'delete')
      if (gone.length) await session.agree(() => `Delete ${gone.map(({ url }) => plain(url)).join(', ')}?`)
      const webhook = await session.act((calcom) => carryOut(calcom, steps, kept))
      const did = steps.map(wordsOf)
      const value = { webhook: webhook && shown(webhook), did, ...(made && { secret: made }) }
      await session.show(value, () => tell(address, did, made, given))
    })
}

function readAddress(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw new UsageError('--url must be an address, like https://book.example.com/v1/webhooks/calcom.')
}

const PAGE = 250

async function listAll(calcom: Calcom): Promise<Webhook[]> {
  const all: Webhook[] = []
  for (let page: Webhook[] = [], skip = 0; skip === 0 || page.length === PAGE; skip += PAGE) {
    page = await calcom.webhooks.list({ take: PAGE, skip })
    all.push(...page)
  }
  return all
}

/** Repairs before it deletes, so that no booking is missed in between. */
async function carryOut(calcom: Calcom, steps: Step[], kept: Webhook | undefined): Promise<Webhook | undefined> {
  let webhook = kept
  for (const step of steps) {
    if (step.do === 'create') webhook = await calcom.webhooks.create(step.input)
    if (step.do === 'update') webhook = await calcom.webhooks.update(step.id, step.patch)
    if (step.do === 'delete') await calcom.webhooks.delete(step.id)
  }
  return webhook
}

const FAULTS: Record<Fault, string> = {
  url: 'its address',
  triggers: 'what it is told of',
  inactive: 'that it was switched off',
  secret: 'its secret',
  template: 'what a delivery looks like',
}

function wordsOf(step: Step): string {
  if (step.do === 'create') return 'created'
  if (step.do === 'delete') return `deleted one more: ${plain(step.url)}`
  return `repaired: ${step.faults.map((fault) => FAULTS[fault]).join(', ')}`
}

function tell(address: string, did: string[], made: string | undefined, given: string | undefined): string {
  const lines = did.length ? did.map((one) => `  ${one}`) : ['  nothing to do: it is as it must be']
  if (made) lines.push('', 'Give the proxy this secret; it is not shown again:', `WEBHOOK_SECRET=${made}`)
  else if (!given) lines.push('', 'It keeps the secret it has. To have another, set WEBHOOK_SECRET and run this again.')
  return [`Subscription for ${address}`, ...lines].join('\n')
}
