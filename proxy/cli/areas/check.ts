import { type Area, examples } from '../area.ts'
import { NotAllWell } from '../errors.ts'
import { type Bookable, clockWords, type Findings, judge, WHY } from '../findings.ts'
import { list } from '../options.ts'
import { type Cell, card, type Paint, plain, table } from '../text.ts'

const HELP = `
Looks at the key, the account, each event type, the webhook, the limit of requests and the clock, and ends with a verdict.
EVENTS names the event types that count, as it does for the proxy; without it all count that are not hidden.
`

/** `gate check`: is all as the widget and its proxy need it? */
export const checkVerb: Area = (program, open) => {
  program
    .command('check')
    .description('is all as the booking widget needs it?')
    .option('--url <url>', 'where the proxy takes webhooks (default: PUBLIC_URL, else any address counts)')
    .addHelpText(
      'after',
      HELP + examples('gate check', 'gate check --url https://book.example.com/v1/webhooks/calcom --json'),
    )
    .action(async ({ url }) => {
      const session = await open()
      const { env } = session.io
      const me = await session.act((calcom) => calcom.me.get())
      const eventTypes = await session.calcom.eventTypes.list()
      const webhooks = await session.calcom.webhooks.list()
      const findings = judge({
        ...{
          me,
          eventTypes,
          webhooks,
          answer: session.lastAnswer?.answer,
          now: session.lastAnswer?.at ?? session.io.now(),
        },
        wanted: env.EVENTS?.trim() ? list(env.EVENTS) : undefined,
        url: url ?? (env.PUBLIC_URL?.trim() || undefined),
      })
      await session.show(findings, () => report(findings, session.key.source, session.out.paint))
      if (!findings.ok) throw new NotAllWell()
    })
}

function report(findings: Findings, source: string, paint: Paint): string {
  const { account, eventTypes, webhook, rateLimit, clockSkew, todo } = findings
  const facts: Record<string, Cell> = {
    Key: `works (from ${source})`,
    Account: account.name ? `${account.username} (${account.name})` : account.username,
    Zone: account.timeZone,
    Webhook: webhook.ok ? webhook.addresses.join(', ') : ['red', 'not set up'],
    Limit: rateLimit ? `${rateLimit.remaining} of ${rateLimit.limit} requests left this minute` : 'not known',
    Clock: clockWords(clockSkew),
  }
  const verdict = todo.length
    ? [...todo.map((one) => paint('red', `✗ ${plain(one)}`)), paint('red', `Not ready: ${todo.length} to be done.`)]
    : [paint('green', '✓ All is well: the widget can book.')]
  return [card(facts, paint), '', table(eventTypes, COLUMNS, paint), '', ...verdict].join('\n')
}

const COLUMNS = {
  'Event type': ({ slug }: Bookable) => slug,
  'The widget': ({ why }: Bookable): Cell => (why ? ['red', `cannot book it: ${WHY[why]}`] : ['green', 'can book it']),
  Note: ({ hidden }: Bookable) => (hidden ? "hidden on Cal.com's page" : ''),
}
