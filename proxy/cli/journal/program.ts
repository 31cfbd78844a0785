import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { commandOver, runCommand } from '../command.ts'
import type { Exit } from '../errors.ts'
import type { GateIo } from '../io.ts'
import { Out } from '../out.ts'
import { eraseVerb } from './erase.ts'
import { exportVerb } from './export.ts'
import { listVerb } from './list.ts'
import { purgeVerb } from './purge.ts'
import { JournalSession } from './session.ts'
import { showVerb } from './show.ts'

/** Opens the journal. Only a verb that runs calls it: `--help` wants none. */
export type OpenJournal = () => Promise<JournalSession>

/** Adds a verb to the program. */
export type Verb = (program: CommandUnknownOpts, open: OpenJournal) => void

const VERBS: Verb[] = [listVerb, showVerb, exportVerb, eraseVerb, purgeVerb]

const HELP = `
Examples:
  journal list --state queued,sent               what is still to be done
  journal show K7M2PQRS                          all of one request
  journal export --format jsonl --email ivan@example.com --out ivan.jsonl
  journal erase --email ivan@example.com         asks before it does
  journal purge --older-than 365                 asks before it does

The journal: of --database, else of DATABASE_URL, else data/olga.db. A day, or a time without a zone, is meant in the
zone of --time-zone, UTC where there is none.

Exit codes: 0 done · 1 there is nothing of that name · 2 not typed right, or not agreed to
            3 the database cannot be used`

/** The command line over the journal. */
export interface JournalCommand {
  /** Runs one command, `['list', '--json']`, and answers what the process ends with. */
  run(argv: string[]): Promise<Exit>
}

/** The journal's command line over what it has of the world. */
export function createJournal(io: GateIo): JournalCommand {
  return {
    async run(argv) {
      const out = new Out(io)
      let session: JournalSession | undefined
      const program = commandOver(io, 'journal')
        .description("the proxy's own records of what visitors asked for: journal <verb>")
        .option('--json', 'JSON on stdout, and nothing else')
        .option('-y, --yes', 'do not ask before erase and purge')
        .option('--database <url>', 'a file, or postgres://… (default: DATABASE_URL, else data/olga.db)')
        .addHelpText('after', HELP)
      const open: OpenJournal = async () => {
        session = await JournalSession.open(io, out, program.opts())
        return session
      }
      for (const verb of VERBS) verb(program, open)
      return runCommand(program, out, argv).finally(() => session?.close())
    },
  }
}
