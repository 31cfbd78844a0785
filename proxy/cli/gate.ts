#!/usr/bin/env node
import { createGate } from './program.ts'
import { terminal } from './terminal.ts'

/** The command line over Cal.com: `npm run gate -- <area> <verb>`. */
process.exitCode = await createGate(terminal()).run(process.argv.slice(2))
