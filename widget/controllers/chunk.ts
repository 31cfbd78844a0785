/** A part of the code that is fetched later. */
export class Chunk<T> {
  /** The code, once it is there. */
  module: T | undefined
  /** It could not be fetched. */
  hasFailed = false
  #pending: Promise<T | undefined> | undefined

  constructor(
    private readonly fetch: () => Promise<T>,
    private readonly onChange: () => void,
  ) {}

  /** Fetches it, unless it is there or on its way; what failed is asked for anew. Never rejects. */
  load(): Promise<T | undefined> {
    this.#pending ??= this.#fetch()
    return this.#pending
  }

  async #fetch(): Promise<T | undefined> {
    this.hasFailed = false
    try {
      this.module = await this.fetch()
    } catch {
      this.hasFailed = true
      this.#pending = undefined
    }
    this.onChange()
    return this.module
  }
}
