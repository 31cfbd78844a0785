#!/usr/bin/env node
import { createJournal } from './journal/program.ts'
import { terminal } from './terminal.ts'

/** The command line over the proxy's own records: `npm run journal -- <verb>`. */
process.exitCode = await createJournal(terminal()).run(process.argv.slice(2))
