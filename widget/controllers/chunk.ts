/** A visitor who wants what is not there yet waits this long until he is shown the link too, in ms. */
const LATE_MS = 4_000

/** A part of the code that is fetched later. */
export class Chunk<T> {
  /** The code, once it is there. */
  module: T | undefined
  state: 'waiting' | 'late' | 'ready' | 'failed' = 'waiting'
  #pending: Promise<T> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly fetch: () => Promise<T>,
    private readonly onChange: () => void,
  ) {}

  /** Fetches it, unless it is there. A visitor who waits for it (`isWanted`) is told when it is late. Never rejects. */
  async load(isWanted = true): Promise<T | undefined> {
    if (this.module) return this.module
    if (this.state !== 'late') this.#become('waiting')
    clearTimeout(this.#timer)
    if (isWanted) this.#timer = setTimeout(() => this.#become('late'), LATE_MS)
    // Callers at once share a request; what failed is asked for anew.
    this.#pending ??= this.fetch()
    try {
      this.module = await this.#pending
      this.#become('ready')
    } catch {
      this.#pending = undefined
      this.#become('failed')
    } finally {
      clearTimeout(this.#timer)
    }
    return this.module
  }

  #become(state: Chunk<T>['state']): void {
    if (state === this.state) return
    this.state = state
    this.onChange()
  }
}
