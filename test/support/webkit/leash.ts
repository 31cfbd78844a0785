import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A program of ours that cannot outlive us. */
export interface Leashed {
  /** Its third descriptor: what it writes there. */
  told: NodeJS.ReadableStream
  /** The last of what it complained about. */
  complaint(): string
  /** Ends it, and all that it has started. */
  end(): Promise<void>
}

/**
 * Waits for the end of what it reads, which comes when we let go, and also when we die, however that is; then ends its
 * whole process group: the program and whatever that has started.
 */
const KEEPER = `
"$@" </dev/null & program=$!
exec 3>&-
read -r _
trap '' TERM PIPE
kill -TERM 0
(sleep 3; kill -KILL 0) &
wait "$program"
kill -KILL 0
`

/** Starts a program that ends with us. */
export function leash(command: string[], env: NodeJS.ProcessEnv = process.env): Leashed {
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'keeper', ...command], {
    // A group of its own: a Ctrl-C in the terminal is for us alone.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    env,
  })
  let complaint = ''
  keeper.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2_000)
  })
  return { told: toldBy(keeper), complaint: () => complaint.trim(), end: () => end(keeper) }
}

function toldBy({ stdio: [, , , told] }: ChildProcess): NodeJS.ReadableStream {
  if (!told || !('read' in told)) throw new Error('There is no third descriptor.')
  return told
}

async function end(keeper: ChildProcess) {
  if (keeper.exitCode !== null || keeper.signalCode !== null) return
  const ended = once(keeper, 'exit')
  keeper.stdin?.end()
  await ended
}
