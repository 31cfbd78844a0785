import { UsageError } from './errors.ts'
import type { GateIo } from './io.ts'

type Question = () => string | Promise<string>

/** Asks before what cannot be taken back, unless `--yes` has said it. Throws `UsageError` unless the answer is yes. */
export async function agree(io: Pick<GateIo, 'ask'>, { yes }: { yes?: true | undefined }, question: Question) {
  if (yes) return
  if (!io.ask) throw new UsageError('This wants a yes, and there is no terminal to ask at: add --yes.')
  const answer = await io.ask(`${await question()} [y/N] `)
  if (!/^\s*(y|yes|д|да)\s*$/i.test(answer)) throw new UsageError('Nothing was done.')
}
