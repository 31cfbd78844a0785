import { once } from 'node:events'
import { type Leashed, leash } from './leash.ts'

/** A screen that nobody sees. */
export interface Display extends Pick<Leashed, 'end'> {
  /** What programs know it by: `:1`. */
  name: string
}

/** Starts one, under a number that it finds free itself. */
export async function startDisplay(xvfb: string): Promise<Display> {
  const screen = leash([xvfb, '-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'])
  const number = await firstLine(screen.told)
  if (!number) {
    await screen.end()
    throw new Error(`Xvfb did not start. ${screen.complaint()}`)
  }
  return { name: `:${number}`, end: screen.end }
}

/** Empty if it ends before it says anything. */
async function firstLine(told: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  told.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  while (told.readable && !text.includes('\n')) await Promise.race([once(told, 'data'), once(told, 'end')])
  return text.trim()
}
