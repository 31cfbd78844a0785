import { at, MINUTE } from '../time.ts'
import type { Range } from './ranges.ts'

export interface Grid {
  /** Minutes from one start to the next. */
  every: number
  /** Minutes a meeting takes. */
  length: number
  /** Minutes each start is put off. */
  offset: number
  /** The zone in whose hours starts are round: the asker's. */
  timeZone: string
}

const ROUND = [60, 30, 20, 15, 10, 5]

/**
 * The starts that fit into free stretches of time. In each stretch the grid begins anew, at its first
 * minute that is round for the step: a 40-minute grid at :00, :20, :40, a 30-minute one at :00 and :30.
 */
export function startsIn(free: readonly Range[], grid: Grid): number[] {
  const step = (Math.max(1, grid.every) + grid.offset) * MINUTE
  const starts: number[] = []
  for (const range of free) {
    let start = roundUp(range.start, grid) + grid.offset * MINUTE
    const last = starts.at(-1)
    // A step that is longer than the meeting is kept across a gap.
    if (last !== undefined && last + step > start) start = last + step
    for (; fits(start, grid.length, range); start += step) starts.push(start)
  }
  return starts
}

// A second's grace, for ranges that end at 23:59:59.
const fits = (start: number, length: number, range: Range) => start + Math.max(1, length) * MINUTE - 1000 <= range.end

function roundUp(start: number, { every, timeZone }: Grid) {
  const round = ROUND.find((minutes) => every % minutes === 0) ?? 1
  const whole = Math.floor(start / MINUTE) * MINUTE
  const over = at(whole, timeZone).minute % round
  return over === 0 ? whole : whole + (round - over) * MINUTE
}
