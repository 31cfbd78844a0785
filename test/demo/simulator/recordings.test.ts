import { describe, expect, it } from 'vitest'
import { createSimulator, type Simulator } from '../../../demo/simulator/index.ts'
import { KEY } from '../../support/proxy.ts'
import {
  type Answer,
  dataOf,
  type Exchange,
  isRecord,
  type Json,
  masked,
  type Race,
  type Recording,
  readRecording,
  shapeOf,
} from '../../support/recording.ts'
import { instantOf, momentOf, SCENES } from './scenes.ts'
import { worldAt } from './world.ts'

/** Lines of what the simulator does so far; the rest belongs to areas it does not have yet. */
const OURS =
  /^(GET \/v2\/(me|event-types|schedules|slots(?!\/)|bookings)|POST \/v2\/bookings$|GET \/v2\/nonsense|PUT \/v2\/me|POST \/v2\/bookings\/\w+\/reschedule$)/

// Of moving a booking only the address that is none is here.
const isOurs = ({ name, request }: Exchange) =>
  OURS.test(`${request.method} ${request.path}`) &&
  (!request.path.endsWith('/reschedule') || name === 'booking-reschedule-no-version')

const isOld = ({ name, response }: Exchange) => response.status === 200 && name.endsWith('-no-version')

const isRace = ({ name }: Exchange) => name.startsWith('race-')

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
  const limit = got.headers.get('x-ratelimit-limit-default')
  return { status: got.status, limit, body: (await got.json()) as Json }
}

function simulatorFor(recording: Recording, name: string, instant: string): Simulator {
  const account = worldAt(recording, instant)
  SCENES[name]?.(account)
  const sim = createSimulator({ account, apiKey: KEY })
  sim.clock.set(instant)
  return sim
}

const comparable = ({ status, body }: Answer) => ({ status, body: masked(body) })

function replay(recording: Recording) {
  const ours = recording.exchanges.filter(isOurs)

  it.each(ours.filter((line) => !isRace(line) && !isOld(line)))('$name', async (line) => {
    const sim = simulatorFor(recording, line.name, instantOf(line))
    if (line.response.status === 429) for (let sent = 0; sent < 120; sent++) await send(sim, line)
    const answer = await send(sim, line)
    expect(comparable(answer)).toEqual(comparable(line.response))
    expect(answer.limit).toBe(new Headers(line.response.headers).get('x-ratelimit-limit-default'))
  })

  it.each(ours.filter(isOld))('$name, in the old shape', async (line) => {
    const { status, body } = await send(simulatorFor(recording, line.name, instantOf(line)), line)
    expect({ status, body: shapeOf(body) }).toEqual({ status: line.response.status, body: shapeOf(line.response.body) })
  })

  it.each(['race-booking-\\d', 'race-booking-overlap-\\d'])('%s, sent together', async (names) => {
    const lines = winnersFirst(ours.filter(({ name }) => new RegExp(`^${names}$`).test(name)))
    const [first] = lines
    if (!first) throw new Error('No such lines')
    const sim = simulatorFor(recording, first.name, momentOf(first.name))
    const answers = await Promise.all(lines.map((line) => send(sim, line)))
    expect(answers.map(comparable)).toEqual(lines.map(({ response }) => comparable(response)))
  })

  it.each(recording.races)('$name', async (race) => {
    const sim = simulatorFor(recording, race.name, momentOf(race.name))
    const lines = winnersFirst(linesOf(race))
    const answers = await Promise.all(lines.map((line) => send(sim, line)))
    expect(answers.map(comparable)).toEqual(lines.map(({ response }) => comparable(response)))
  })
}

// Who wins is chance; that one does is not.
const winnersFirst = (lines: Exchange[]) => [...lines].sort((a, b) => a.response.status - b.response.status)

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

describe('answers as the recorded Cal.com did', () => {
  const recording = readRecording()
  if (recording) return replay(recording)
  it('has nothing to replay', () => {
    console.log('The recordings of Cal.com (../shared/calcom) are not there: their replay was left out.')
  })
})
