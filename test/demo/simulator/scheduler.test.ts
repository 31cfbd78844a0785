import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { type Account, type BookingWindow, eventType, olga, schedule } from '../../../demo/simulator/index.ts'
import { overlaps, subtract } from '../../../demo/simulator/scheduler/ranges.ts'
import { offeredSlots } from '../../../demo/simulator/scheduler/slots.ts'
import { booking } from '../../../demo/simulator/seed.ts'
import { iso, MINUTE, toMs } from '../../../demo/simulator/time.ts'

const DAY = 24 * 60 * MINUTE

function offered(account: Account, id: number, from: string, days: number, now: string, timeZone = 'UTC') {
  const type = account.eventTypes.find((one) => one.id === id)
  if (!type) throw new Error('No such event type')
  const bounds = { start: toMs(from), end: toMs(from) + days * DAY }
  return offeredSlots({ account, eventType: type, bounds, timeZone, now: toMs(now) }).map(({ start }) => start)
}

const localHours = (starts: number[], timeZone: string) =>
  starts.map((ms) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainTime().toString().slice(0, 5),
  )

function accountIn(timeZone: string, hours: Partial<ReturnType<typeof schedule>> = {}) {
  const account = olga()
  account.user.timeZone = timeZone
  account.schedules = [schedule({ timeZone, ...hours })]
  return account
}

describe('working hours', () => {
  it.each([
    ['Europe/Berlin', '2026-03-26'],
    ['America/New_York', '2026-10-29'],
    ['Australia/Lord_Howe', '2026-04-02'],
  ])('stay where they are on the wall when the clocks of %s change', (zone, from) => {
    const account = accountIn(zone, { availability: [{ days: DAYS, startTime: '10:00', endTime: '12:00' }] })
    const starts = offered(account, 2, from, 7, '2026-01-01', zone)
    expect(starts.length).toBeGreaterThanOrEqual(24)
    expect(new Set(localHours(starts, zone))).toEqual(new Set(['10:00', '10:30', '11:00', '11:30']))
  })

  it('skip the hour that does not exist and last longer when one comes twice', () => {
    const account = accountIn('Europe/Berlin', { availability: [{ days: DAYS, startTime: '01:00', endTime: '04:00' }] })
    expect(offered(account, 2, '2026-03-28T23:00:00Z', 0.5, '2026-01-01')).toHaveLength(4)
    expect(offered(account, 2, '2026-10-24T22:00:00Z', 0.5, '2026-01-01')).toHaveLength(8)
  })

  it('give way to the hours of a single day, and an empty span closes it', () => {
    const overrides = [
      { date: '2026-11-24', startTime: '12:00', endTime: '13:00' },
      { date: '2026-11-25', startTime: '00:00', endTime: '00:00' },
      { date: '2026-11-28', startTime: '20:00', endTime: '21:00' },
    ]
    const account = accountIn('Europe/Moscow', { overrides })
    const starts = offered(account, 2, '2026-11-24', 5, '2026-11-22').map(iso)
    expect(starts.filter((start) => start < '2026-11-26')).toEqual([
      '2026-11-24T09:00:00.000Z',
      '2026-11-24T09:30:00.000Z',
    ])
    expect(starts.at(-1)).toBe('2026-11-28T17:30:00.000Z')
  })

  it('go on over midnight when they end a minute before it', () => {
    const availability = [
      { days: ['Monday'], startTime: '23:00', endTime: '23:59' },
      { days: ['Tuesday'], startTime: '00:00', endTime: '01:00' },
    ]
    const account = accountIn('UTC', { availability })
    expect(localHours(offered(account, 3, '2026-11-23', 2, '2026-11-22'), 'UTC')).toEqual(['23:00', '23:40', '00:20'])
  })

  it('are those of the event type where it has its own', () => {
    const account = olga()
    account.schedules.push(
      schedule({ id: 2, availability: [{ days: ['Sunday'], startTime: '10:00', endTime: '11:00' }] }),
    )
    account.eventTypes.push(eventType({ id: 9, slug: 'sunday', scheduleId: 2 }))
    expect(offered(account, 9, '2026-11-23', 7, '2026-11-22').map(iso)).toEqual([
      '2026-11-29T07:00:00.000Z',
      '2026-11-29T07:30:00.000Z',
    ])
  })

  it('are round in the zone of the asker, half hours included', () => {
    const account = accountIn('Asia/Kolkata')
    account.eventTypes.push(eventType({ id: 9, slug: 'hour', lengthInMinutes: 60 }))
    expect(offered(account, 9, '2026-11-24', 1, '2026-11-22', 'Asia/Kolkata').map(iso)[0]).toBe(
      '2026-11-24T04:30:00.000Z',
    )
    expect(offered(account, 9, '2026-11-24', 1, '2026-11-22', 'UTC').map(iso)[0]).toBe('2026-11-24T05:00:00.000Z')
  })
})

describe('a booking window', () => {
  function days(bookingWindow: BookingWindow) {
    const account = olga()
    account.eventTypes.push(eventType({ id: 9, slug: 'window', bookingWindow }))
    // Wednesday is gone altogether.
    account.busy.push({ start: '2026-11-25T00:00:00Z', end: '2026-11-26T00:00:00Z' })
    return [...new Set(offered(account, 9, '2026-11-22', 30, '2026-11-22T14:53:00Z').map((ms) => iso(ms).slice(8, 10)))]
  }

  it('that is fixed ends so many calendar or business days from now', () => {
    expect(days({ type: 'calendarDays', value: 3, rolling: false })).toEqual(['23', '24'])
    expect(days({ type: 'businessDays', value: 5, rolling: false })).toEqual(['23', '24', '26', '27'])
  })

  it('that rolls always holds so many days with free times', () => {
    expect(days({ type: 'calendarDays', value: 3, rolling: true })).toEqual(['23', '24', '26'])
  })

  it('may be a range of days', () => {
    expect(days({ type: 'range', value: ['2026-11-24', '2026-11-26'] })).toEqual(['24', '26'])
  })
})

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const ZONES = [
  'Europe/Moscow',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'America/St_Johns',
]

const minutes = (most: number) => fc.integer({ min: 1, max: most })

const worlds = fc.record({
  zone: fc.constantFrom(...ZONES),
  asker: fc.constantFrom(...ZONES),
  from: fc.integer({ min: 0, max: 365 }),
  length: minutes(120),
  slotInterval: fc.option(minutes(90)),
  beforeEventBuffer: fc.integer({ min: 0, max: 30 }),
  afterEventBuffer: fc.integer({ min: 0, max: 30 }),
  taken: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 * 24 * 60 }), minutes(180)), { maxLength: 6 }),
})

describe('whatever the account', () => {
  it('every offered time lies in working hours and clear of what is taken', () => {
    fc.assert(
      fc.property(worlds, ({ zone, asker, from, length, taken, ...rest }) => {
        const account = accountIn(zone)
        account.eventTypes.push(eventType({ id: 9, slug: 'any', lengthInMinutes: length, ...rest, offsetStart: 0 }))
        const start = toMs('2026-01-05') + from * DAY
        const busy = taken.map(([at, long]) => ({ start: start + at * MINUTE, end: start + (at + long) * MINUTE }))
        account.bookings = busy.map((one) => booking({ start: iso(one.start), end: iso(one.end) }))
        for (const slot of offered(account, 9, iso(start), 3, '2026-01-01', asker)) {
          const meeting = { start: slot, end: slot + length * MINUTE }
          const [first, last] = localHours([meeting.start, meeting.end], zone)
          expect(`${first}–${last}` >= '10:00' && String(last) <= '18:00').toBe(true)
          const wide = {
            start: slot - rest.beforeEventBuffer * MINUTE,
            end: meeting.end + rest.afterEventBuffer * MINUTE,
          }
          expect(busy.some((one) => overlaps(one, wide))).toBe(false)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('offered times that are all booked do not overlap, when the step is the length', () => {
    fc.assert(
      fc.property(worlds, ({ zone, asker, from, length, taken }) => {
        const account = accountIn(zone)
        account.eventTypes.push(eventType({ id: 9, slug: 'any', lengthInMinutes: length }))
        const start = toMs('2026-01-05') + from * DAY
        account.busy = taken.map(([at, long]) => ({
          start: iso(start + at * MINUTE),
          end: iso(start + (at + long) * MINUTE),
        }))
        const slots = offered(account, 9, iso(start), 3, '2026-01-01', asker)
        for (const [index, slot] of slots.entries()) {
          const next = slots[index + 1]
          if (next !== undefined) expect(next - slot).toBeGreaterThanOrEqual(length * MINUTE)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('what is cut out of a time and what is left make it up again', () => {
    const range = fc
      .tuple(fc.nat(100), fc.integer({ min: 1, max: 30 }))
      .map(([start, long]) => ({ start, end: start + long }))
    fc.assert(
      fc.property(range, fc.array(range), (whole, cuts) => {
        const left = subtract([whole], cuts)
        for (let moment = whole.start; moment < whole.end; moment++) {
          const isIn = ({ start, end }: { start: number; end: number }) => start <= moment && moment < end
          expect(left.filter(isIn).length).toBe(cuts.some(isIn) ? 0 : 1)
        }
      }),
    )
  })
})
