import type { CalcomOptions } from '../calcom/index.ts'

/** Where text goes. */
export interface Screen {
  write(text: string): Promise<void>
  /** Whether a person looks at it. */
  isTTY: boolean
}

/** All that the gate has of the world. */
export interface GateIo extends Pick<CalcomOptions, 'timeouts' | 'patience'> {
  /** `CAL_API_KEY`, `CAL_API_URL`, `NO_COLOR`, `FORCE_COLOR`… */
  env: Record<string, string | undefined>
  /** The folder in which files are looked for. */
  cwd: string
  fetch: typeof globalThis.fetch
  stdout: Screen
  stderr: Screen
  now: () => Date
  /** Puts a question to the person at the terminal; absent where nobody sits. */
  ask?: (question: string) => Promise<string>
}
