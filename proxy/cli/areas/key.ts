import { CalcomRefused } from '../../calcom/index.ts'
import { type Area, examples } from '../area.ts'
import { type Cell, card } from '../text.ts'

/** `gate key`: which key is used. The key itself is never shown, nor a part of it. */
export const keyArea: Area = (program, open) => {
  program
    .command('key')
    .description('which key is used')
    .addHelpText('after', examples('gate key check'))
    .command('check')
    .description('tell where the key was found, whether it works, and whose it is; never the key itself')
    .addHelpText('after', examples('gate key check', 'gate key check --credentials ~/olga.json'))
    .action(async () => {
      const session = await open()
      const { source } = session.key
      const me = await session
        .act((calcom) => calcom.me.get())
        .catch(async (error: unknown) => {
          const isWrong = error instanceof CalcomRefused && error.status === 401
          if (isWrong) await session.show({ source, works: false }, () => `The key found in ${source} does not work.`)
          throw error
        })
      const { id, name, username, email, timeZone } = me
      const facts = {
        Key: ['green', 'works'] satisfies Cell,
        'Found in': source,
        Account: name ? `${username} (${name})` : username,
        'E-mail': email ?? '–',
        Zone: timeZone,
      }
      const account = { id, username, name, email, timeZone }
      await session.show({ source, works: true, account }, () => card(facts, session.out.paint))
    })
}
