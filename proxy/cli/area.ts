import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Session } from './session.ts'

/** Makes what a verb needs. Only a verb that runs calls it: `--help` wants no key. */
export type Open = () => Promise<Session>

/** Adds an area and its verbs to the program. */
export type Area = (program: CommandUnknownOpts, open: Open) => void

/** What stands below the help of a verb. */
export const examples = (...lines: string[]) => `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`
