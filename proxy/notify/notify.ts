/** What the owner is told of. `queued`: waits for Cal.com · `refused`: could not be booked after all · `conflict`: Cal.com has it otherwise than we told the visitor · `stuck`: nobody knows what became of it */
export type Kind = 'queued' | 'refused' | 'conflict' | 'stuck'

/** Tells the owner, by every channel she has. */
export interface Notify {
  /** Remembers that she is to be told of a request; the same is told once. */
  tell(kind: Kind, ref: string): Promise<void>
  /** Sends what is due. */
  work(): Promise<void>
}
