import { Command, CommanderError, type CommandUnknownOpts, Help, type Option } from '@commander-js/extra-typings'
import { DryRun } from './dry-run.ts'
import { EXIT, type Exit, explain, NotAllWell } from './errors.ts'
import type { GateIo } from './io.ts'
import type { Out } from './out.ts'
import { plain } from './text.ts'

/** A program that speaks through `io`, and throws where it would end the process. */
export function commandOver(io: Pick<GateIo, 'stdout' | 'stderr'>, name: string) {
  return new Command(name)
    .configureHelp({ showGlobalOptions: true, optionDescription })
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showHelpAfterError('(--help after any area or verb tells how, with examples)')
    .exitOverride()
}

/** As Commander words it, and whether it may be left out. */
function optionDescription(option: Option): string {
  return `${new Help().optionDescription(option)}${option.mandatory ? ' (required)' : ''}`
}

/** Runs one command and answers what the process ends with. */
export async function runCommand(program: CommandUnknownOpts, out: Out, argv: string[]): Promise<Exit> {
  try {
    await program.parseAsync(argv, { from: 'user' })
    return EXIT.ok
  } catch (error) {
    return fail(out, error)
  }
}

/**
 * Tells what went wrong, where it was not told yet. What is no failure of the command's is a fault of ours: it is
 * thrown.
 */
async function fail(out: Out, error: unknown): Promise<Exit> {
  if (error instanceof DryRun) return EXIT.ok
  if (error instanceof NotAllWell) return EXIT.refused
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
  const known = explain(error)
  if (!known) throw error
  await out.note(known.words.split('\n').map(plain).join('\n'))
  return known.exit
}
