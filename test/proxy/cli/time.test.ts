import { describe, expect, it } from 'vitest'
import { toInstant } from '../../../proxy/cli/time.ts'
import { setup } from './setup.ts'

const moscow = (text: string, edge: 'from' | 'to' | 'exactly' = 'exactly') =>
  toInstant('--start', text, edge, 'Europe/Moscow')

describe('a time', () => {
  it.each([
    ['2026-12-01 10:00', '2026-12-01T07:00:00.000Z'],
    ['2026-12-01T10:00:30', '2026-12-01T07:00:30.000Z'],
    ['2026-12-01T10:00+05:00', '2026-12-01T05:00:00.000Z'],
    ['2026-12-01 10:00Z', '2026-12-01T10:00:00.000Z'],
  ])('is read: %s', (text, instant) => {
    expect(moscow(text)).toBe(instant)
  })

  it.each([
    'завтра',
    '',
    '10:00',
    '2026-13-01',
    // A zone that would be read over, and the moment with it.
    '2026-12-01T10:00[Asia/Tokyo]',
    '2026-12-01T10:00+09:00[Asia/Tokyo]',
    '2026-12-01[Asia/Tokyo]',
  ])('that is none is told, with how to write one: "%s"', (text) => {
    expect(() => moscow(text)).toThrow(`--start: "${text}" is no time. Write 2026-12-01, `)
  })

  it('is asked for where there is a day alone', () => {
    expect(() => moscow('2026-12-01')).toThrow('--start: a day is not enough, write "2026-12-01 10:00".')
  })
})

describe('a span of time', () => {
  const SPAN = ['2026-12-02', '2026-12-01']
  it.each([
    ['slots list --event 30min', '--from', '--to'],
    ['calendars busy', '--from', '--to'],
    ['bookings export --format csv', '--from', '--to'],
    ['bookings list', '--after-start', '--before-end'],
    ['bookings list', '--after-created', '--before-created'],
    ['bookings list', '--after-updated', '--before-updated'],
  ])('that ends before it begins is refused: %s %s', async (command, from, to) => {
    const { run } = await setup()
    const [start = '', end = ''] = SPAN
    const { code, stderr } = await run(...command.split(' '), from, start, to, end)
    expect({ code, stderr }).toEqual({ code: 2, stderr: `${to} must be later than ${from}.\n` })
  })
})
