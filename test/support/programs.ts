import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './root.ts'

interface RunOptions {
  /** Besides our own. */
  env?: NodeJS.ProcessEnv
  /** Is shown all that the program prints. */
  see: (text: string) => void
}

/**
 * Runs one program of the project to its end, in sight; `undefined` if a signal ended it. Who interrupts us interrupts
 * it, and we end when it has: it has browsers and servers to put away.
 */
export async function run(command: string[], { env, see }: RunOptions): Promise<number | undefined> {
  // It does not see the terminal, and would leave out the colours.
  const colour = process.stdout.isTTY && { FORCE_COLOR: '1' }
  const child = spawn(process.execPath, command, {
    cwd: root,
    // The last is for it to know that we are here still.
    stdio: ['inherit', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...colour, ...env },
  })
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from?.setEncoding('utf8').on('data', see).pipe(to, { end: false })
  }
  const free = passOn(child)
  return new Promise<number | undefined>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? undefined))
  }).finally(free)
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Until it is undone, what is to end us ends `child` first. */
function passOn(child: ChildProcess): () => void {
  const end = (signal: (typeof SIGNALS)[number]) => {
    child.once('exit', () => process.exit(128 + constants.signals[signal]))
    // The one that all our programs answer by putting things away.
    child.kill('SIGINT')
  }
  for (const signal of SIGNALS) process.on(signal, end)
  return () => {
    for (const signal of SIGNALS) process.off(signal, end)
  }
}
