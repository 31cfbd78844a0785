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
import { instantOf, momentOf, SCENES } from './scenes.ts'
import { worldAt } from './world.ts'

/** Replays one line of a recording on the simulator: the first difference between the answers, if there is any. */
export async function differenceAt(recording: Recording, line: Line): Promise<string | undefined> {
  try {
    if ('parallel' in line) return await differenceInRace(recording, line)
    return await (groupOf(line) ? differenceInGroup(recording, line) : differenceAlone(recording, line))
  } catch (error) {
    return `could not be replayed: ${String(error)}`
  }
}

async function differenceAlone(recording: Recording, line: Exchange) {
  const sim = simulatorFor(recording, line.name, instantOf(line))
  if (line.response.status === 429) for (let sent = 0; sent < 120; sent++) await send(sim, line)
  const expected = { ...line.response, limit: limitOf(new Headers(line.response.headers)) }
  return difference(isOld(line) ? shape : comparable, expected, await send(sim, line))
}

/** Lines that were sent at the same time, and whose requests were kept. */
async function differenceInGroup(recording: Recording, line: Exchange) {
  const lines = winnersFirst(recording.exchanges.filter((one) => groupOf(one) === groupOf(line)))
  const sim = simulatorFor(recording, line.name, momentOf(line.name))
  const answers = await Promise.all(lines.map((one) => send(sim, one)))
  return difference(withoutLimit, line.response, answers[lines.indexOf(line)])
}

async function differenceInRace(recording: Recording, race: Race) {
  const sim = simulatorFor(recording, race.name, momentOf(race.name))
  const lines = winnersFirst(linesOf(race))
  const answers = await Promise.all(lines.map((line) => send(sim, line)))
  return lines
    .map(({ response }, index) => difference(withoutLimit, response, answers[index]))
    .find((found) => found !== undefined)
}

const groupOf = ({ name }: Exchange) => /^(race-.*)-\d+$/.exec(name)?.[1]

const isOld = ({ name, response }: Exchange) => response.status === 200 && name.endsWith('-no-version')

// Who wins is chance; that one does is not.
const winnersFirst = (lines: Exchange[]) => [...lines].sort((a, b) => a.response.status - b.response.status)

function simulatorFor(recording: Recording, name: string, instant: string): Simulator {
  const account = worldAt(recording, instant)
  SCENES[name]?.(account)
  const sim = createSimulator({ account, apiKey: KEY })
  sim.clock.set(instant)
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

/** The requests behind a race, of which only the answers were kept. */
function linesOf({ name, parallel }: Race): Exchange[] {
  const won = dataOf(parallel.find(({ status }) => status === 201) ?? { status: 0, body: null })
  return parallel.map((response) => {
    const data = response.status === 201 ? dataOf(response) : won
    if (!isRecord(data) || !Array.isArray(data.attendees)) throw new Error(`Nobody won ${name}`)
    const [attendee] = data.attendees
    if (!isRecord(attendee)) throw new Error(`Nobody booked in ${name}`)
    const { name: who, email, timeZone } = attendee
    const body = { start: data.start, eventTypeId: 3, attendee: { name: who, email, timeZone } } as Json
    const headers = { 'cal-api-version': '2024-08-13', 'content-type': 'application/json' }
    return {
      name,
      request: { method: 'POST', path: '/v2/bookings', headers, body },
      response: { ...response, headers: {} },
    }
  })
}
