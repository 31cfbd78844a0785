import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthIn, spanOf } from '../../proxy/offer/months.ts'
import { addDays, addMonths, inWeek, monthOf, sameDayIn, weeksOf } from '../../widget/day.ts'
import { dayByKey } from '../../widget/grid-keys.ts'
import { byDay, dayIn } from '../../widget/zone.ts'

const ZONES = [
  'Europe/Moscow',
  'Europe/Kaliningrad',
  'Asia/Kamchatka',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
]
const month = fc
  .tuple(fc.integer({ min: 2024, max: 2035 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`)
const instant = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const zone = fc.constantFrom(...ZONES)

describe('a month grid', () => {
  it('is six whole weeks, day after day, with all of the month in it', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: 1, max: 7 }), (of, weekStart) => {
        const weeks = weeksOf(of, weekStart)
        const days = weeks.flat()
        expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7])
        expect(weeks.every(([first = '']) => inWeek(first, weekStart) === 0)).toBe(true)
        expect(days.every((day, index) => index === 0 || day === addDays(days[index - 1] ?? '', 1))).toBe(true)
        const length = new Date(Date.parse(addMonths(of, 1)) - 1).getUTCDate()
        expect(days.filter((day) => monthOf(day) === of)).toHaveLength(length)
      }),
    )
  })

  it('turns by months and back', () => {
    fc.assert(
      fc.property(month, fc.integer({ min: -30, max: 30 }), (of, by) => addMonths(addMonths(of, by), -by) === of),
    )
  })

  it('finds the same day of a shorter month', () => {
    expect(sameDayIn('2027-02', '2027-01-31')).toBe('2027-02-28')
    expect(sameDayIn('2028-02', '2027-12-30')).toBe('2028-02-29')
    expect(sameDayIn('2027-03', '2027-02-28')).toBe('2027-03-28')
  })

  it('knows the keys of a date grid, whatever day the week begins on', () => {
    const press = (key: string, weekStart = 1, shiftKey = false) => dayByKey('2026-11-25', { key, shiftKey }, weekStart)
    expect(press('Home')).toBe('2026-11-23')
    expect(press('Home', 7)).toBe('2026-11-22')
    expect(press('End', 7)).toBe('2026-11-28')
    expect(press('PageDown', 1, true)).toBe('2027-11-25')
    expect(press('Tab')).toBeUndefined()
  })
})

describe('an instant', () => {
  it('stands on exactly one day, whatever the zone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(instant, { maxLength: 40 }), zone, (instants, where) => {
        const days = byDay(where, instants)
        expect([...days.values()].flat().sort()).toEqual([...instants].sort())
        for (const [day, starts] of days) expect(starts.every((start) => dayIn(where, start) === day)).toBe(true)
      }),
    )
  })

  it('lies in the span of the month that it has in any zone', () => {
    fc.assert(
      fc.property(instant, zone, (at, where) => {
        const { start, end } = spanOf(monthIn(where, at))
        return start <= at && at < end
      }),
    )
  })

  it('keeps its day through the change to summer time and back', () => {
    expect(dayIn('Europe/Berlin', '2026-03-29T00:59:00Z')).toBe('2026-03-29')
    expect(dayIn('Europe/Berlin', '2026-03-28T22:59:00Z')).toBe('2026-03-28')
    expect(dayIn('Europe/Berlin', '2026-10-24T22:00:00Z')).toBe('2026-10-25')
    expect(dayIn('Europe/Berlin', '2026-10-25T22:59:00Z')).toBe('2026-10-25')
  })
})
