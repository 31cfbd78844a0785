import type { GateIo } from './io.ts'
import { createPaint, type Paint } from './text.ts'

/** What one run says: its result on stdout, all else on stderr, and nowhere the key. */
export class Out {
  readonly paint: Paint
  #key: string | undefined

  constructor(private readonly io: Pick<GateIo, 'stdout' | 'stderr' | 'env'>) {
    this.paint = createPaint(io.env, io.stdout.isTTY)
  }

  /** From now on the key is left out, whatever it stands in: Cal.com's words may repeat what was sent. */
  hide(key: string): void {
    this.#key = key
  }

  /** The result, or a part of it. */
  async write(text: string): Promise<void> {
    await this.io.stdout.write(this.#safe(text))
  }

  /** A line beside the result. */
  async note(text: string): Promise<void> {
    await this.io.stderr.write(this.#safe(`${text}\n`))
  }

  /** How far a long list is: a line that is written over where somebody looks; nothing clears it. */
  async progress(text = ''): Promise<void> {
    if (this.io.stderr.isTTY) await this.io.stderr.write(`\r\u001b[2K${this.#safe(text)}`)
  }

  #safe(text: string): string {
    return this.#key ? text.replaceAll(this.#key, '***') : text
  }
}
