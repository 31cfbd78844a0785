import { type Line, type Recording, uidsIn } from '../../support/recording.ts'

/**
 * The lines of a known recording that may tell of the account another one was made on: all, if they share a uid or a
 * time, or the other tells no time. Lines that stand in both are left out.
 */
export function linesBeside({ lines }: Recording, known: Line[]): Line[] {
  if (!isSameSession(lines, known)) return []
  const names = new Set(lines.map(({ name }) => name))
  return known.filter(({ name }) => !names.has(name))
}

function isSameSession(lines: Line[], known: Line[]): boolean {
  const uids = new Set(lines.flatMap(uidsIn))
  if (known.flatMap(uidsIn).some((uid) => uids.has(uid))) return true
  const times = lines.flatMap(timesIn)
  const all = known.flatMap(timesIn)
  return times.length === 0 || (Math.min(...times) <= Math.max(...all) && Math.max(...times) >= Math.min(...all))
}

const TIME = /"(?:timestamp|createdAt|updatedAt)":"([^"]+)"/g

const timesIn = (line: Line): number[] =>
  [...JSON.stringify(line).matchAll(TIME)].map(([, text]) => Date.parse(String(text))).filter((at) => !Number.isNaN(at))
