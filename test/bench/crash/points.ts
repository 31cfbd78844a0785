import { type Point, turn } from '../fleet/orders.ts'
import type { Weather } from './weather.ts'

/** Where to die, and the weather in which one comes there. */
export interface Occasion {
  point: Point
  weather: Weather
}

const FAIR: Weather = { writes: 0.1, reads: 0.05, unreachable: 0.05, rival: 0.05 }
const ROUGH: Weather = { ...FAIR, writes: 0.6, reads: 0.3 }
const FAR: Weather = { ...FAIR, unreachable: 0.3 }
const BLIND: Weather = { ...FAIR, reads: 0.6, unreachable: 0.3 }
const RIVAL: Weather = { ...FAIR, rival: 0.5 }
/** Requests are left waiting, and their times are taken meanwhile. */
const CUT_OFF: Weather = { ...FAIR, unreachable: 0.6, rival: 0.6 }

/** Every turn that the row of a booking takes, and the weather for it; those that wait come upon what others left. */
const TURNS: [from: string, to: string, Weather][] = [
  ['new', 'received', FAIR],
  ['received', 'sent', FAIR],
  ['received', 'refused', FAIR],
  ['sent', 'confirmed', FAIR],
  ['sent', 'sent', ROUGH],
  ['sent', 'refused', RIVAL],
  ['received', 'queued', BLIND],
  ['sent', 'queued', CUT_OFF],
  ['queued', 'refused', FAIR],
  ['queued', 'sent', CUT_OFF],
  ['queued', 'queued', BLIND],
]

/** Those of the row of a cancelling or a move. */
const TURNS_OF_CHANGES: [from: string, to: string, Weather][] = [
  ['new', 'received', FAIR],
  ['received', 'sent', FAIR],
  ['sent', 'confirmed', FAIR],
  ['received', 'refused', FAIR],
  ['sent', 'refused', FAR],
  ['sent', 'sent', ROUGH],
  ['sent', 'queued', ROUGH],
  ['queued', 'sent', ROUGH],
]

/** What else is done on the way. */
const STEPS: [step: string, when: Point['when'], Weather][] = [
  ['POST /v2/bookings', 'before', FAIR],
  ['POST /v2/bookings', 'during', FAIR],
  ['POST /v2/bookings', 'after', FAIR],
  ['GET /v2/bookings', 'after', ROUGH],
  ['claims.take', 'after', FAIR],
  ['claims.settle', 'after', FAIR],
  ['claims.release', 'before', FAIR],
  ['claims.extend', 'before', ROUGH],
  ['journal.takeUp', 'after', ROUGH],
]

function turns(when: Point['when']): Occasion[] {
  const of = (action: 'book' | 'change', all: typeof TURNS) =>
    all.map(([from, to, weather]) => ({ point: { step: turn(action, from, to), when }, weather }))
  return [...of('book', TURNS), ...of('change', TURNS_OF_CHANGES)]
}
const steps = STEPS.map(([step, when, weather]): Occasion => ({ point: { step, when }, weather }))

/** After every turn first, then what else is done on the way, then before every turn. */
export const OCCASIONS: Occasion[] = [...turns('after'), ...steps, ...turns('before')]

export const nameOf = ({ step, when }: Point) => `${when} ${step}`
