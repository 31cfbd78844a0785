import { describe, expect, it } from 'vitest'
import {
  type Calcom,
  CalcomBroken,
  CalcomRefused,
  CalcomShapeError,
  CalcomThrottled,
  createCalcom,
} from '../../../proxy/calcom/index.ts'
import { type Exchange, readRecording } from '../../support/recording.ts'

const INPUT = { start: '2026-01-01T00:00:00Z', eventTypeId: 3, attendee: { name: 'A', timeZone: 'UTC' } }
const YEAR = { eventTypeId: 3, start: '2026-01-01T00:00:00Z', end: '2027-12-31T00:00:00Z' }

/** The call whose answer a recording is. */
const CALLS: [RegExp, (calcom: Calcom) => Promise<unknown>][] = [
  [/^GET \/v2\/me$/, (calcom) => calcom.me.get()],
  [/^GET \/v2\/event-types\/[^/]+$/, (calcom) => calcom.eventTypes.get(3)],
  [/^GET \/v2\/event-types(\?.*)?$/, (calcom) => calcom.eventTypes.list()],
  [/^GET \/v2\/slots\?.*$/, (calcom) => calcom.slots.list(YEAR)],
  [/^POST \/v2\/bookings$/, (calcom) => calcom.bookings.create(INPUT)],
  [/^GET \/v2\/bookings\/[^/?]+$/, (calcom) => calcom.bookings.get('uid')],
]

const callOf = ({ request }: Exchange) => CALLS.find(([path]) => path.test(`${request.method} ${request.path}`))?.[1]

/** Without the version header Cal.com answers reads of these in an old shape, which is not ours. */
const isOldShape = ({ request, response }: Exchange) =>
  response.status === 200 &&
  /^\/v2\/(bookings|event-types)/.test(request.path) &&
  !('cal-api-version' in request.headers)

function expected(recording: Exchange) {
  const { status } = recording.response
  if (isOldShape(recording)) return CalcomShapeError
  if (status === 429) return CalcomThrottled
  if (status >= 500) return CalcomBroken
  return status >= 400 ? CalcomRefused : undefined
}

function parse(recording: Exchange): void {
  it(`${recording.name} parses, or is the right failure`, async () => {
    const { status, headers, body } = recording.response
    const fetch = async () => new Response(JSON.stringify(body), { status, headers })
    const answer = callOf(recording)?.(createCalcom({ apiKey: 'cal_test_key', fetch }))
    const failure = expected(recording)
    if (failure) await expect(answer).rejects.toBeInstanceOf(failure)
    else await expect(answer).resolves.toBeDefined()
  })
}

describe('what Cal.com really answered', () => {
  const recording = readRecording()
  if (recording) return recording.exchanges.filter(callOf).forEach(parse)
  it('has nothing to parse', () => {
    console.log('The recordings of Cal.com (../shared/calcom) are not there: the client is not tried against them.')
  })
})
