/** Takes one line: of a request, or of work behind. Never holds personal data or the key. */
export type Log = (line: LogLine | WorkLine) => void

/** What is logged of a request. */
export interface LogLine {
  time: string
  id: string
  method: string
  /** The route's pattern, not the address: an address may hold what is nobody's business. */
  route: string
  status: number
  ms: number
  /** Of a failure. */
  code?: string
  cause?: string
}

/** What is logged of work that no visitor waits for, when it failed. */
export interface WorkLine {
  time: string
  work: string
  cause: string
}

export const toConsole: Log = (line) => console.log(JSON.stringify(line))

/** An error for the log: our own bugs with their place; of Cal.com only its call and what it did, never its words. */
export function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return 'no error'
  return cause.name.startsWith('Calcom') ? `${cause.name} ${cause.message}` : (cause.stack ?? cause.message)
}
