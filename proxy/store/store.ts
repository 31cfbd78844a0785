/** Where the proxy keeps what must outlive a request: a few atomic verbs, so that any database can stand behind them. */
export interface Store {
  /** Writes only if the key is free; answers whether it did. */
  add(key: string, value: string, ttlSeconds: number): Promise<boolean>
  get(key: string): Promise<string | undefined>
  /** Writes whatever stood there. */
  set(key: string, value: string, ttlSeconds: number): Promise<void>
  delete(key: string): Promise<void>
}
