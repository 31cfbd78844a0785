/** A part of the code that is fetched later. */
export class Chunk<T> {
  /** The code, once it is there; null: it could not be fetched. */
  module: T | null | undefined
  #pending: Promise<T | null> | undefined

  constructor(
    private readonly fetch: () => Promise<T>,
    private readonly onChange: () => void,
  ) {}

  /** Fetches it, unless it is there or on its way; what failed is asked for anew. Never rejects. */
  load(): Promise<T | null> {
    this.#pending ??= this.#fetch()
    return this.#pending
  }

  async #fetch(): Promise<T | null> {
    this.module = undefined
    const module = await this.fetch().catch(() => null)
    this.module = module
    if (!module) this.#pending = undefined
    this.onChange()
    return module
  }
}
