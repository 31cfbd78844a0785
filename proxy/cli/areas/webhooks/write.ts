import type { Command, OptionValues } from '@commander-js/extra-typings'
import type { UpdateWebhookInput } from '../../../calcom/index.ts'
import { type Area, examples } from '../../area.ts'
import { list, readData, switchOption, toChange, withData } from '../../options.ts'
import { NEEDED } from '../../subscription.ts'
import { showWebhook } from './webhook.ts'

/** `gate webhooks create` and `update` */
export const writeVerbs: Area = (webhooks, open) => {
  settings(webhooks.command('create').description('add a subscription'))
    .requiredOption('--url <url>', 'where Cal.com posts to')
    .addHelpText('after', examples('gate webhooks create --url https://example.com/hook --trigger BOOKING_CREATED'))
    .action(async ({ url, data, ...options }) => {
      const session = await open()
      const input = { subscriberUrl: url, triggers: NEEDED, active: true, ...changesOf(options) }
      const whole = withData(input, await readData(session.io.cwd, data))
      await showWebhook(session, await session.act((calcom) => calcom.webhooks.create(whole)))
    })

  settings(webhooks.command('update <id>').description('change a subscription; what is not named stays'))
    .option('--url <url>', 'where Cal.com posts to')
    .addHelpText('after', examples('gate webhooks update <id> --active no'))
    .action(async (id, { url, data, ...options }) => {
      const session = await open()
      const asked = { ...(url !== undefined && { subscriberUrl: url }), ...changesOf(options) }
      const patch: UpdateWebhookInput = toChange(asked, await readData(session.io.cwd, data))
      await showWebhook(session, await session.act((calcom) => calcom.webhooks.update(id, patch)))
    })
}

const settings = <Args extends unknown[], Options extends OptionValues>(command: Command<Args, Options>) =>
  command
    .option('--trigger <name>', `what it is told of (a new one: ${NEEDED.join(', ')}); several with commas`, list)
    .option('--secret <text>', 'signs what is posted')
    .option('--active <yes|no>', 'whether it is told at all', switchOption)
    .option('--data <json>', "anything else of Cal.com's API, as a JSON object or @file")

interface Settings {
  trigger?: string[] | undefined
  secret?: string | undefined
  active?: boolean | undefined
}

const changesOf = ({ trigger, secret, active }: Settings): Omit<UpdateWebhookInput, 'subscriberUrl'> => ({
  ...(trigger && { triggers: trigger }),
  ...(secret !== undefined && { secret }),
  ...(active !== undefined && { active }),
})
