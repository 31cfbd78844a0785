import { Option } from '@commander-js/extra-typings'
import { examples } from '../area.ts'
import { UsageError } from '../errors.ts'
import { saveAs } from '../export/save.ts'
import { count } from '../text.ts'
import { toCsv } from './csv.ts'
import { readFilter, withFilter } from './filter.ts'
import type { Verb } from './program.ts'
import { type Request, toRequest } from './request.ts'

const FORMATS = ['jsonl', 'csv'] as const
const LANGUAGES = ['ru', 'en'] as const

/** `journal export` */
export const exportVerb: Verb = (program, open) => {
  withFilter(program.command('export').description('write all requests that fit, with all that is known of them'))
    .addOption(new Option('--format <format>', 'of the export').choices(FORMATS).makeOptionMandatory())
    .option('--out <file>', 'where to, whole or not at all, readable by you alone (default: stdout)')
    .addOption(new Option('--lang <language>', 'of the headings of a csv').choices(LANGUAGES).default('ru' as const))
    .addHelpText(
      'after',
      examples(
        'journal export --format jsonl --out journal.jsonl',
        'journal export --format csv --email ivan@example.com --phone +79161234567 --out ivan.csv',
      ),
    )
    .action(async ({ format, out, lang, ...options }) => {
      const session = await open()
      if (session.isJson && out === undefined) throw new UsageError('--json tells what was written: it wants --out.')
      const found = (await session.journal.list(readFilter(options))).map(toRequest)
      const text = format === 'csv' ? toCsv(found, { lang, timeZone: options.timeZone ?? 'UTC' }) : toJsonl(found)
      if (out === undefined) return session.out.write(text)
      await saveAs(session.io.cwd, out, once(text))
      await session.show({ file: out, requests: found.length }, () => `${count(found.length, 'request')} in ${out}`)
    })
}

const toJsonl = (requests: Request[]) => requests.map((request) => `${JSON.stringify(request)}\n`).join('')

async function* once(text: string): AsyncGenerator<string> {
  yield text
}
