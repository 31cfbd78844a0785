import { createSimulator, type Simulator } from '../../../demo/simulator/index.ts'
import { firstDifference } from '../../support/difference.ts'
import { KEY } from '../../support/proxy.ts'
import {
  type Answer,
  dataOf,
  type Exchange,
  isRecord,
  type Json,
  type Line,
  masked,
  type Race,
  type Recording,
  shapeOf,
} from '../../support/recording.ts'
import { SCENES } from './scenes.ts'
import { type Past, pastOf, worldAt } from './world.ts'

/**
 * Replays single lines of a recording on the simulator: the first difference between the answers, if there is any.
 * `more` are lines of the same session, that tell of the same account.
 */
export function createReplay(recording: Recording, more: Line[] = []): (line: Line) => Promise<string | undefined> {
  const past = pastOf([...recording.lines, ...more])
  return async function differenceAt(line) {
    try {
      if ('parallel' in line) return await differenceInRace(past, line)
      const together = groupOf(line) ? past.exchanges.filter((one) => groupOf(one) === groupOf(line)) : []
      return await (together.length > 0 ? differenceInGroup(past, line, together) : differenceAlone(past, line))
    } catch (error) {
      return `could not be replayed: ${String(error)}`
    }
  }
}

async function differenceAlone(past: Past, line: Exchange) {
  const sim = simulatorFor(past, line, past.times.get(line))
  if (line.response.status === 429) for (let sent = 0; sent < 120; sent++) await send(sim, line)
  const expected = { ...line.response, limit: limitOf(new Headers(line.response.headers)) }
  const got = await send(sim, line)
  // Where no headers were kept, nobody knows whether it was counted.
  if (Object.keys(line.response.headers).length === 0) got.limit = null
  return difference(isOld(line) ? shape : comparable, expected, got)
}

/** Lines that were sent at the same time, and whose requests were kept. */
async function differenceInGroup(past: Past, line: Exchange, together: Exchange[]) {
  const hasWinner = together.some((one) => isWon(one) && startOf(one) === startOf(line))
  // Whoever it was that line lost to, he asked for the same.
  const lines = winnersFirst(
    hasWinner ? together : [{ ...line, response: { ...line.response, status: 201 } }, ...together],
  )
  const sim = simulatorFor(past, line, Math.min(...together.map((one) => past.times.get(one) ?? Infinity)))
  const answers = await sendTogether(sim, lines)
  return difference(withoutLimit, line.response, answers[lines.indexOf(line)])
}

async function differenceInRace(past: Past, race: Race) {
  const sim = simulatorFor(past, race, past.times.get(race))
  const lines = winnersFirst(linesOf(race))
  const answers = await sendTogether(sim, lines)
  return lines
    .map(({ response }, index) => difference(withoutLimit, response, answers[index]))
    .find((found) => found !== undefined)
}

// Who wins is chance; that one does is not. Some of those who lost had come a little later: they found it written.
async function sendTogether(sim: Simulator, lines: Exchange[]): Promise<Answer[]> {
  const isLate = ({ response }: Exchange) => response.status === 422
  const first = await Promise.all(lines.filter((line) => !isLate(line)).map((line) => send(sim, line)))
  return [...first, ...(await Promise.all(lines.filter(isLate).map((line) => send(sim, line))))]
}

const groupOf = ({ name }: Exchange) => /^(race-.*)-\d+$/.exec(name)?.[1]

const isWon = ({ response }: Exchange) => response.status === 201

const startOf = ({ request: { body } }: Exchange) => (isRecord(body) ? (body.start ?? body.slotStart) : undefined)

// Where the version tells the shape, and none (or an unknown one) was asked for.
const isOld = ({ request, response }: Exchange) =>
  response.status === 200 &&
  /^\/v2\/(bookings|event-types|schedules)\b/.test(request.path) &&
  !/^(2024-06-1[14]|2024-08-13|2026-02-25)$/.test(new Headers(request.headers).get('cal-api-version') ?? '')

const winnersFirst = (lines: Exchange[]) => [...lines].sort((a, b) => a.response.status - b.response.status)

function simulatorFor(past: Past, line: Line, at = 0): Simulator {
  const account = worldAt(past, line, at)
  SCENES[line.name]?.(account)
  const sim = createSimulator({ account, apiKey: KEY, send: async () => new Response() })
  sim.clock.set(new Date(at))
  return sim
}

async function send(sim: Simulator, { request, response }: Exchange): Promise<Answer> {
  const headers = new Headers(request.headers)
  const key = headers.get('authorization')
  if (key) headers.set('authorization', key.replace('cal_***', KEY))
  // One line was cut for the file: its path stands whole in the answer, its headers are gone.
  const { body: answered } = response
  const isCut = request.path.endsWith('…')
  const path = isCut && isRecord(answered) ? String(answered.path) : request.path
  if (isCut) headers.set('cal-api-version', '2024-09-04')
  const body = typeof request.body === 'string' ? request.body : request.body && JSON.stringify(request.body)
  const { method } = request
  const got = await sim.fetch(`https://api.cal.com${path}`, { method, headers, body: body || undefined })
  return { status: got.status, limit: limitOf(got.headers), body: (await got.json()) as Json }
}

const limitOf = (headers: Headers) => headers.get('x-ratelimit-limit-default')

type View = (answer: Answer) => Json
const comparable: View = ({ status, limit = null, body }) => ({ status, limit, body: masked(body) })
const withoutLimit: View = ({ status, body }) => ({ status, body: masked(body) })
/** Of the shapes of old only the keys and types count. */
const shape: View = ({ status, limit = null, body }) => ({ status, limit, body: shapeOf(body) })

const difference = (view: View, expected: Answer, got?: Answer) => firstDifference(view(expected), got && view(got))

/** The requests behind a race, of which only the answers were kept: those who lost asked for what one of them won. */
function linesOf({ name, parallel }: Race): Exchange[] {
  const won = dataOf(parallel.find(({ status }) => status === 201) ?? { status: 0, body: null })
  return parallel.map((response) => {
    const data = response.status === 201 ? dataOf(response) : won
    if (!isRecord(data)) throw new Error(`Nobody won ${name}`)
    return { name, request: requestFor(data), response: { ...response, headers: {} } }
  })
}

/** What a booking or a reservation was made by. */
function requestFor({ eventTypeId, start, slotStart, attendees }: { [key: string]: Json }): Exchange['request'] {
  const post = (path: string, version: string, body: Json) => {
    const headers = { 'cal-api-version': version, 'content-type': 'application/json' }
    return { method: 'POST', path, headers, body }
  }
  if (slotStart) return post('/v2/slots/reservations', '2024-09-04', { eventTypeId, slotStart } as Json)
  const [booker] = Array.isArray(attendees) ? attendees : []
  const { name, email, timeZone } = isRecord(booker) ? booker : {}
  return post('/v2/bookings', '2024-08-13', { start, eventTypeId, attendee: { name, email, timeZone } } as Json)
}
