import { describe, expect, it } from 'vitest'
import { readClosed, readHours, readOverride, readWeek, wordsOfHours } from '../../../proxy/cli/hours.ts'

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']

describe('weekly hours', () => {
  it.each([
    ['Mon-Fri 10:00-18:00', WEEK, [['10:00', '18:00']]],
    ['Пн–Пт 10:00–18:00', WEEK, [['10:00', '18:00']]],
    ['понедельник - пятница 10 - 18', WEEK, [['10:00', '18:00']]],
    ['sat 9:30-14', ['Saturday'], [['09:30', '14:00']]],
    ['Sat,Sun 11:00-14:00', ['Saturday', 'Sunday'], [['11:00', '14:00']]],
    ['Mon, Wed-Thu, Wed 11:00-14:00', ['Monday', 'Wednesday', 'Thursday'], [['11:00', '14:00']]],
    ['Fri-Mon 11:00-14:00', ['Friday', 'Saturday', 'Sunday', 'Monday'], [['11:00', '14:00']]],
    [
      'Вт 10:00-13:00, 14:00-18:00',
      ['Tuesday'],
      [
        ['10:00', '13:00'],
        ['14:00', '18:00'],
      ],
    ],
  ])('are read: %s', (text, days, spans) => {
    expect(readHours(text)).toEqual(spans.map(([startTime, endTime]) => ({ days, startTime, endTime })))
  })

  it.each([
    '',
    'Mon',
    '10:00-18:00',
    'Mon-Fri',
    'Mo-Tu-We 10-18',
    'Noday 10:00-18:00',
    'Mon 18:00-10:00',
    'Mon 10:00-10:00',
    'Mon 10:00-24:00',
    'Mon 10:60-11:00',
    'Mon 10:00-14:00,13:00-18:00',
    'Mon 10:00-18:00 and more',
  ])('are refused: %s', (text) => {
    expect(() => readHours(text)).toThrow(/^--hours: /)
  })

  it.each([
    [['Mon-Fri 10-18', 'Fri 10-14'], 'Friday'],
    [['Sat 10-12', 'Mon-Sun 11-13'], 'Saturday'],
    [['Mon,Mon 10-12', 'mon 10-12'], 'Monday'],
  ])('may not overlap, or the shorter ones would be lost: %j', (texts, day) => {
    expect(() => readWeek(texts)).toThrow(`--hours: ${day} has hours that overlap`)
  })

  it.each([[['Mon 10-12', 'Mon 12-14', 'Tue 11-13']], [['Пн-Пт 10-13', 'Пн-Чт 14-18']]])('may touch: %j', (texts) => {
    expect(readWeek(texts)).toEqual(texts.flatMap(readHours))
  })

  it('are told in short', () => {
    const words = (text: string) => readHours(text).map(wordsOfHours)
    expect(words('Mon-Fri 10-18')).toEqual(['Mon–Fri 10:00–18:00'])
    expect(words('Mon,Tue,Thu-Sat 10-18')).toEqual(['Mon, Tue, Thu–Sat 10:00–18:00'])
    expect(words('Sun 10-18')).toEqual(['Sun 10:00–18:00'])
  })
})

describe('hours of one day', () => {
  it('are read', () => {
    expect(readOverride('2026-12-31=12:00-13:00,14-15')).toEqual([
      { date: '2026-12-31', startTime: '12:00', endTime: '13:00' },
      { date: '2026-12-31', startTime: '14:00', endTime: '15:00' },
    ])
  })

  it.each(['2026-12-31', '2026-12-32=12-13', '2026-12-31=13-12', '2026-12-31='])('are refused: %s', (text) => {
    expect(() => readOverride(text)).toThrow(/^--override: /)
  })
})

describe('closed days', () => {
  it('are read, one or several', () => {
    const closed = { startTime: '00:00', endTime: '00:00' }
    expect(readClosed('2027-01-01')).toEqual([{ date: '2027-01-01', ...closed }])
    expect(readClosed('2026-12-31..2027-01-02').map(({ date }) => date)).toEqual([
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
    ])
  })

  it.each(['', 'x', '2027-02-30', '2027-01-02..2027-01-01', '2027-01-01..', '2027-01-01..2027-01-02..2027-01-03'])(
    'are refused: %s',
    (text) => {
      expect(() => readClosed(text)).toThrow(/^--close: /)
    },
  )
})
