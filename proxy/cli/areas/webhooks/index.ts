import type { Webhook } from '../../../calcom/index.ts'
import { type Area, examples } from '../../area.ts'
import { numberOption } from '../../options.ts'
import { plain, table } from '../../text.ts'
import { installVerb } from './install.ts'
import { COLUMNS, shown, showWebhook } from './webhook.ts'
import { writeVerbs } from './write.ts'

/** `gate webhooks`: whom Cal.com tells of bookings. */
export const webhooksArea: Area = (program, open) => {
  const webhooks = program
    .command('webhooks')
    .description('whom Cal.com tells of bookings')
    .addHelpText(
      'after',
      examples('gate webhooks list', 'gate webhooks install --url https://book.example.com/v1/webhooks/calcom'),
    )

  webhooks
    .command('list')
    .description('list all subscriptions; their secrets are never shown')
    .option('--take <count>', 'so many at most, 250 the most', numberOption)
    .option('--skip <count>', 'leave out so many first', numberOption)
    .addHelpText('after', examples('gate webhooks list'))
    .action(async ({ take, skip }) => {
      const session = await open()
      const all = await session.act((calcom) => calcom.webhooks.list({ take, skip }))
      const words = () => (all.length ? table(all, COLUMNS, session.out.paint) : 'There is no subscription.')
      await session.show(all.map(shown), words)
    })

  webhooks
    .command('show <id>')
    .description('show one subscription; its secret is never shown')
    .addHelpText('after', examples('gate webhooks show 43305aae-a179-4014-9f98-5f325f96cec1'))
    .action(async (id) => {
      const session = await open()
      await showWebhook(session, await session.act((calcom) => calcom.webhooks.get(id)))
    })

  writeVerbs(webhooks, open)

  webhooks
    .command('delete <id>')
    .description('delete a subscription; asks first')
    .addHelpText('after', examples('gate webhooks delete <id>'))
    .action(async (id) => {
      const session = await open()
      const nameOf = ({ subscriberUrl }: Webhook) => plain(subscriberUrl)
      await session.agree(async () => `Delete the subscription of ${nameOf(await session.calcom.webhooks.get(id))}?`)
      const gone = await session.act((calcom) => calcom.webhooks.delete(id))
      await session.show({ deleted: gone.id }, () => `Deleted: ${nameOf(gone)}.`)
    })

  installVerb(webhooks, open)
}
