import { booking, type Fault } from '../../../demo/simulator/index.ts'
import type { ServedCalcom } from '../fleet/calcom.ts'
import { UNREACHABLE } from '../fleet/orders.ts'
import { overlapsOf } from '../fleet/overlaps.ts'

/** How badly Cal.com is doing: shares of its calls, from 0 to 1. */
export interface Weather {
  /** Of calls that change something: broken, half of them with the work done. */
  writes: number
  /** Of reads: broken. */
  reads: number
  /** Of calls that change something: not even connected. */
  unreachable: number
  /** Of bookings: the owner herself takes the time a moment before. */
  rival: number
}

export const CALM: Weather = { writes: 0, reads: 0, unreachable: 0, rival: 0 }

const DONE: Fault[] = (['never', 'reset', 'html', 'cut', 'shape'] as const).map((kind) => ({ kind, done: true }))
const UNDONE: Fault[] = (['never', 'reset', 'status', 'html'] as const).map((kind) => ({ kind }))

/** Stands before the simulator and breaks some of its calls. */
export function createWeather(simulator: () => ServedCalcom['simulator']) {
  let weather = CALM
  return {
    set(change: Weather) {
      weather = change
    },
    async before(request: Request, answer: (request: Request) => Promise<Response>): Promise<Response> {
      const isWrite = request.method === 'POST'
      if (isWrite && happens(weather.rival)) await takeTime(simulator(), request.clone() as Request)
      if (isWrite && happens(weather.unreachable)) return new Response(null, { headers: { [UNREACHABLE]: 'yes' } })
      if (happens(isWrite ? weather.writes : weather.reads)) simulator().break(faultFor(request))
      return answer(request)
    },
  }
}

const happens = (share: number) => Math.random() < share
const oneOf = <T>(all: readonly T[]): T => all[Math.floor(Math.random() * all.length)] as T

function faultFor({ method, url }: Request): Fault {
  const fault = oneOf(method === 'POST' && happens(0.5) ? DONE : UNDONE)
  const { pathname } = new URL(url)
  return { ...fault, times: 1, on: { method, path: new RegExp(`^${pathname}($|\\?)`) } }
}

/** The owner takes a quarter of an hour where a visitor is about to book, if it is still free. */
async function takeTime({ account }: ServedCalcom['simulator'], request: Request): Promise<void> {
  const { start } = await request.json()
  if (!start) return
  const own = booking({ start, end: new Date(Date.parse(start) + 15 * 60_000).toISOString() })
  const live = account.bookings.filter(({ status }) => status === 'accepted')
  if (!live.some((other) => overlapsOf([own, other]).length)) account.bookings.push(own)
}
