import { createInterface } from 'node:readline/promises'
import type { GateIo, Screen } from './io.ts'

/** The process that runs, as the gate wants it. */
export function terminal(): GateIo {
  const { env, stdin, stdout, stderr } = process
  // A reader that has had enough (`gate … | head`) is no failure.
  stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1))
  // What stands beside the result may go unread: the work is done all the same.
  stderr.on('error', () => undefined)
  return {
    env,
    cwd: process.cwd(),
    fetch: globalThis.fetch,
    stdout: screen(stdout),
    stderr: screen(stderr),
    now: () => new Date(),
    ...(stdin.isTTY && { ask }),
  }
}

/** A write settles when the text is on its way, so that a long list waits for its reader. */
function screen(stream: NodeJS.WriteStream): Screen {
  return {
    write: (text) => new Promise((written) => stream.write(text, () => written())),
    isTTY: stream.isTTY ?? false,
  }
}

/** On stderr, since stdout may be a file; a question left by Ctrl+C or Ctrl+D is answered by nothing. */
async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const left = new Promise<string>((resolve) => lines.once('close', () => resolve('\n')))
  const answer = await Promise.race([lines.question(question), left])
  lines.close()
  // Nobody has ended the line of the question.
  if (answer === '\n') process.stderr.write(answer)
  return answer
}
