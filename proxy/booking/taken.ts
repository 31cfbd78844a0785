import type { Instant } from '../contract.ts'

const MINUTE = 60_000

/** A meeting somebody wants, with the minutes that its event type keeps free around it. */
export interface Meeting {
  start: Instant
  minutes: number
  before: number
  after: number
}

/** A time that was taken through us: from, to and until when it is ours to hide, in ms. */
interface Claim {
  from: number
  to: number
  until: number
}

/**
 * The times that were taken through us within the last minute. Cal.com takes overlapping bookings that are made at the
 * same time, and shows a time as free for two seconds after it was booked; after a minute its answer is the truth.
 * Knows one process only. No verb awaits between looking and writing, or two callers would both win.
 */
export class Taken {
  #claims: Claim[] = []

  constructor(private readonly now: () => Date) {}

  /** Takes a time, unless one that overlaps it is taken; `release` gives it back when nothing was booked for certain. */
  claim(meeting: Meeting): { release(): void } | undefined {
    if (this.overlaps(meeting)) return undefined
    const claim = { ...toRange(meeting), until: this.now().getTime() + MINUTE }
    this.#claims = [...this.#live(), claim]
    return {
      release: () => {
        this.#claims = this.#claims.filter((other) => other !== claim)
      },
    }
  }

  overlaps(meeting: Meeting): boolean {
    const { from, to } = toRange(meeting)
    return this.#live().some((other) => from < other.to && other.from < to)
  }

  #live(): Claim[] {
    const time = this.now().getTime()
    return this.#claims.filter(({ until }) => until > time)
  }
}

function toRange({ start, minutes, before, after }: Meeting) {
  const from = Date.parse(start)
  return { from: from - before * MINUTE, to: from + (minutes + after) * MINUTE }
}
