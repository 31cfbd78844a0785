import type { Entry } from '../store/store.ts'

/** The length of a meeting. */
export const minutesOf = ({ start, end }: Pick<Entry, 'start' | 'end'>) =>
  (Date.parse(end) - Date.parse(start)) / 60_000
