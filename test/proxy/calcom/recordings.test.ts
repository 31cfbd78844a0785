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
const YEARS = { eventTypeId: 3, start: '2026-01-01T00:00:00Z', end: '2027-12-31T00:00:00Z' }
const BUSY = { from: YEARS.start, to: YEARS.end, timeZone: 'UTC', calendars: [{ credentialId: 1, externalId: 'a' }] }
const RESERVE = { eventTypeId: 2, slotStart: INPUT.start }
const HOOK = { subscriberUrl: 'https://example.com/hook', triggers: ['BOOKING_CREATED'], active: true }
const SCHEDULE = { name: 'tmp', timeZone: 'UTC', isDefault: false }

/** The call whose answer a recording is. */
const CALLS: [RegExp, (calcom: Calcom) => Promise<unknown>][] = [
  [/^GET \/v2\/me$/, ({ me }) => me.get()],
  [/^PATCH \/v2\/me$/, ({ me }) => me.update({})],
  [/^GET \/v2\/event-types\/[^/]+$/, ({ eventTypes }) => eventTypes.get(3)],
  [/^GET \/v2\/event-types(\?.*)?$/, ({ eventTypes }) => eventTypes.list()],
  [/^POST \/v2\/event-types$/, ({ eventTypes }) => eventTypes.create({ title: 'a', slug: 'a', lengthInMinutes: 15 })],
  [/^PATCH \/v2\/event-types\/[^/]+$/, ({ eventTypes }) => eventTypes.update(3, {})],
  [/^DELETE \/v2\/event-types\/[^/]+$/, ({ eventTypes }) => eventTypes.delete(3)],
  [/^GET \/v2\/schedules$/, ({ schedules }) => schedules.list()],
  [/^GET \/v2\/schedules\/default$/, ({ schedules }) => schedules.default()],
  [/^GET \/v2\/schedules\/\d+$/, ({ schedules }) => schedules.get(1)],
  [/^POST \/v2\/schedules$/, ({ schedules }) => schedules.create(SCHEDULE)],
  [/^PATCH \/v2\/schedules\/\d+$/, ({ schedules }) => schedules.update(1, {})],
  [/^DELETE \/v2\/schedules\/\d+$/, ({ schedules }) => schedules.delete(1)],
  [/^GET \/v2\/slots\?.*format=range/, ({ slots }) => slots.range(YEARS)],
  [/^GET \/v2\/slots\?.*$/, ({ slots }) => slots.list(YEARS)],
  [/^POST \/v2\/slots\/reservations$/, ({ reservations }) => reservations.create(RESERVE)],
  [/^GET \/v2\/slots\/reservations\/[^/]+$/, ({ reservations }) => reservations.get('uid')],
  [/^PATCH \/v2\/slots\/reservations\/[^/]+$/, ({ reservations }) => reservations.update('uid', RESERVE)],
  [/^DELETE \/v2\/slots\/reservations\/[^/]+$/, ({ reservations }) => reservations.delete('uid')],
  [/^GET \/v2\/bookings(\?.*)?$/, ({ bookings }) => bookings.list()],
  [/^POST \/v2\/bookings$/, ({ bookings }) => bookings.create(INPUT)],
  [/^GET \/v2\/bookings\/[^/?]+$/, ({ bookings }) => bookings.get('uid')],
  [/^POST \/v2\/bookings\/[^/]+\/cancel$/, ({ bookings }) => bookings.cancel('uid', {})],
  [/^POST \/v2\/bookings\/[^/]+\/reschedule$/, ({ bookings }) => bookings.reschedule('uid', INPUT)],
  [/^POST \/v2\/bookings\/[^/]+\/confirm$/, ({ bookings }) => bookings.confirm('uid')],
  [/^POST \/v2\/bookings\/[^/]+\/decline$/, ({ bookings }) => bookings.decline('uid')],
  [/^GET \/v2\/webhooks$/, ({ webhooks }) => webhooks.list()],
  [/^POST \/v2\/webhooks$/, ({ webhooks }) => webhooks.create(HOOK)],
  [/^GET \/v2\/webhooks\/[^/]+$/, ({ webhooks }) => webhooks.get('id')],
  [/^PATCH \/v2\/webhooks\/[^/]+$/, ({ webhooks }) => webhooks.update('id', {})],
  [/^DELETE \/v2\/webhooks\/[^/]+$/, ({ webhooks }) => webhooks.delete('id')],
  [/^GET \/v2\/calendars$/, ({ calendars }) => calendars.list()],
  [/^GET \/v2\/calendars\/busy-times/, ({ calendars }) => calendars.busy(BUSY)],
]

/** Addresses that Cal.com does not have, and two that set a test calendar up. */
const NOT_OURS = /^(PUT \/v2\/me|GET \/v2\/nonsense|POST \/v2\/(calendars\/ics-feed|selected-calendars).*)/

const callOf = ({ request }: Exchange) => CALLS.find(([path]) => path.test(`${request.method} ${request.path}`))?.[1]

/** Without the version header Cal.com answers reads of these in an old shape, which is not ours. */
const isOldShape = ({ request, response }: Exchange) =>
  response.status === 200 &&
  /^\/v2\/(bookings|event-types|schedules)/.test(request.path) &&
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
    const answer = callOf(recording)?.(createCalcom({ apiKey: 'cal_test_key', fetch, patience: { attempts: 1 } }))
    const failure = expected(recording)
    if (failure) await expect(answer).rejects.toBeInstanceOf(failure)
    else await expect(answer).resolves.not.toBeInstanceOf(Error)
  })
}

describe('what Cal.com really answered', () => {
  const recording = readRecording()
  if (recording) {
    recording.exchanges.filter(callOf).forEach(parse)
    it('is all of it tried, but for what is no call of ours', () => {
      const left = recording.exchanges.filter((line) => !callOf(line)).map(({ request }) => request)
      expect(left.filter(({ method, path }) => !NOT_OURS.test(`${method} ${path}`))).toEqual([])
    })
    return
  }
  it('has nothing to parse', () => {
    console.log('The recordings of Cal.com (../shared/calcom) are not there: the client is not tried against them.')
  })
})
