import type { ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Hono } from 'hono'
import { Broken } from '../../../demo/simulator/faults.ts'
import { createSimulator, olga } from '../../../demo/simulator/index.ts'
import { createCalcom } from '../../../proxy/calcom/index.ts'
import { type Listening, listen } from '../../../proxy/listen.node.ts'

const KEY = 'cal_test_simulator'
const DAY_MS = 86_400_000

/** A time that is on offer when nobody has booked anything. */
export interface Offered {
  event: string
  start: string
  end: string
}

interface CalcomOptions {
  /** How long a booking takes to write, in ms: so long may others slip in. */
  latencyMs: number
  /** Stands before the simulator. */
  before?: (request: Request, answer: (request: Request) => Promise<Response>) => Promise<Response>
}

/** Cal.com's stand-in over HTTP, with the real clock, and with no limit of requests: that is not what is measured. */
export async function serveCalcom({ latencyMs, before }: CalcomOptions) {
  const simulator = createSimulator({ apiKey: KEY, latencyMs, limit: 1_000_000 })
  const answer = async (request: Request) => simulator.app.fetch(request)
  async function fetch(request: Request, { outgoing }: { outgoing: ServerResponse }) {
    const response = await (before ? before(request, answer) : answer(request))
    if (!(response instanceof Broken)) return response
    outgoing.destroy()
    return RESPONSE_ALREADY_SENT
  }
  const { port, close }: Listening = await listen({ fetch: fetch as Hono['fetch'] }, 0, '127.0.0.1')
  return {
    simulator,
    /** What a proxy needs to find it. */
    env: { CAL_API_KEY: KEY, CAL_API_URL: `http://127.0.0.1:${port}`, NOTIFY: 'none' },
    live: () => simulator.account.bookings.filter(({ status }) => status === 'accepted' || status === 'pending'),
    close,
  }
}

export type ServedCalcom = Awaited<ReturnType<typeof serveCalcom>>

/** All times on offer from tomorrow on, for so many days, in the order of their starts. */
export async function offeredFor(days: number): Promise<Offered[]> {
  const calcom = createCalcom({ apiKey: KEY, fetch: createSimulator({ apiKey: KEY }).fetch })
  const start = new Date(Date.now() + DAY_MS).toISOString()
  const end = new Date(Date.now() + (1 + days) * DAY_MS).toISOString()
  const all = await Promise.all(
    olga().eventTypes.map(async ({ id, slug, lengthInMinutes }) => {
      const starts = await calcom.slots.list({ eventTypeId: id, start, end })
      return starts.map((at) => ({ event: slug, start: at, end: ending(at, lengthInMinutes) }))
    }),
  )
  return all.flat().sort((a, b) => (a.start < b.start ? -1 : 1))
}

const ending = (start: string, minutes: number) => new Date(Date.parse(start) + minutes * 60_000).toISOString()
