import { createSimulator, olga, booking as stored } from '../../demo/simulator/index.ts'
import { listen } from '../../proxy/listen.node.ts'

/** `tsx test/bench/calendar.ts 10000`: Cal.com with so many bookings, on a free port, which it prints. */
const SECOND = 1000
const DAY = 86_400 * SECOND
const FIRST = Date.parse('2020-01-01T07:00:00Z')
const STATUSES = ['accepted', 'accepted', 'accepted', 'cancelled'] as const

const bookings = Array.from({ length: Number(process.argv[2]) }, (_, at) =>
  stored({
    start: new Date(FIRST + (at * DAY) / 6).toISOString(),
    createdAt: new Date(FIRST - 7 * DAY + at * 60 * SECOND).toISOString(),
    status: STATUSES[at % STATUSES.length],
    description: `Хочу поговорить о деле № ${at}: что делать, с чего начать, и чего не делать 🙂`,
  }),
)
const simulator = createSimulator({ account: { ...olga(), bookings } })
simulator.clock.set('2026-11-22T12:00:00Z')
const app = {
  fetch(request: Request) {
    // A second for each request: how long a minute's limit takes is not what is measured.
    simulator.clock.advance(SECOND)
    return simulator.app.fetch(request)
  },
}
const { port } = await listen(app, 0, '127.0.0.1')
console.log(port)
