import { examples } from '../area.ts'
import { numberOption } from '../options.ts'
import { count } from '../text.ts'
import type { Verb } from './program.ts'

const DAY_MS = 86_400_000

/** `journal purge` */
export const purgeVerb: Verb = (program, open) => {
  program
    .command('purge')
    .description('delete requests that ended, so long after their meeting; asks first')
    .requiredOption('--older-than <days>', 'since the meeting was over', numberOption)
    .addHelpText(
      'after',
      `
The proxy does it by itself each day, with RETENTION_DAYS.
${examples('journal purge --older-than 365', 'journal purge --older-than 30 --yes')}`,
    )
    .action(async ({ olderThan }) => {
      const session = await open()
      const before = new Date(session.io.now().getTime() - olderThan * DAY_MS).toISOString()
      await session.agree(() => `Delete for good what ended before ${before.slice(0, 16).replace('T', ' ')} UTC?`)
      const purged = await session.journal.purge(before)
      await session.show({ purged }, () => `Deleted: ${count(purged, 'request')}.`)
    })
}
