/** The simulator's time. It runs with the real one until `set` freezes it. */
export interface Clock {
  now(): Date
  /** Stops the clock at an instant. */
  set(instant: string | Date): void
  /** Moves it on (or back) by so many milliseconds; a frozen clock stays frozen. */
  advance(ms: number): void
}

export function createClock(source: () => Date = () => new Date()): Clock {
  let frozen: number | undefined
  let offset = 0
  return {
    now: () => new Date((frozen ?? source().getTime()) + offset),
    set(instant) {
      const ms = new Date(instant).getTime()
      if (Number.isNaN(ms)) throw new RangeError(`Not an instant: ${String(instant)}`)
      frozen = ms
      offset = 0
    },
    advance(ms) {
      offset += ms
    },
  }
}
