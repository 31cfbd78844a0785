type Screens = typeof import('../ui/later.ts')

/** A visitor who wants to fill in the form waits this long for its code until he is shown the link too, in ms. */
const LATE_MS = 4_000

/** The code of the steps after the first: fetched right after the first times, since a bad line must not kill the click. */
export class LaterSteps {
  /** The screens, once they are there. */
  screens: Screens | undefined
  state: 'waiting' | 'late' | 'ready' | 'failed' = 'waiting'
  #pending: Promise<Screens> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly fetch: () => Promise<Screens>,
    private readonly onChange: () => void,
  ) {}

  /** Fetches it, unless it is there. A visitor who waits for it (`isWanted`) is told when it is late. */
  async load(isWanted: boolean): Promise<void> {
    if (this.screens) return
    if (this.state !== 'late') this.#become('waiting')
    clearTimeout(this.#timer)
    if (isWanted) this.#timer = setTimeout(() => this.#become('late'), LATE_MS)
    // Callers at once share a request; what failed is asked for anew.
    this.#pending ??= this.fetch()
    try {
      this.screens = await this.#pending
      this.#become('ready')
    } catch {
      this.#pending = undefined
      this.#become('failed')
    } finally {
      clearTimeout(this.#timer)
    }
  }

  #become(state: LaterSteps['state']): void {
    if (state === this.state) return
    this.state = state
    this.onChange()
  }
}
