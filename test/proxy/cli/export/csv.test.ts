import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../../../proxy/cli/export/csv.ts'
import { joined, read } from './setup.ts'

const START = '2026-12-01T07:00:00.000Z'
const attendee = { name: 'Иван Петров', email: 'ivan@example.com', timeZone: 'Asia/Omsk', language: 'ru' }

const exported = (
  seeds: Parameters<typeof read>[0],
  { lang = 'ru' as 'ru' | 'en', timeZone = 'Europe/Moscow', titles = new Map([[3, '40 минут']]) } = {},
) => joined(toCsv(read(seeds), { lang, timeZone, titles }))

/** Rows as a reader that is not ours finds them. */
const rowsOf = (text: string, delimiter = ';'): Record<string, string>[] =>
  parse(text, { bom: true, delimiter, columns: true, record_delimiter: '\r\n' })

async function only(seed: Parameters<typeof read>[0][number]) {
  const [row] = rowsOf(await exported([seed]))
  if (!row) throw new Error('There is no row')
  return row
}

describe('the table', () => {
  it('begins with the mark of UTF-8, and ends each line with CR and LF', async () => {
    const text = await exported([{ start: START }])
    expect(text.startsWith('\uFEFFНачало (Europe/Moscow);Конец (Europe/Moscow);')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text.endsWith('\r\n')).toBe(true)
  })

  it('has a row for each booking', async () => {
    expect(await only({ start: START, uid: 'u1', attendees: [attendee] })).toEqual({
      'Начало (Europe/Moscow)': '2026-12-01 10:00',
      'Конец (Europe/Moscow)': '2026-12-01 10:40',
      Минут: '40',
      Статус: 'подтверждена',
      Встреча: '40 минут',
      Имя: 'Иван Петров',
      Почта: 'ivan@example.com',
      Телефон: '',
      'Пояс гостя': 'Asia/Omsk',
      'Ещё приглашены': '',
      Сообщение: '',
      Ответы: '',
      Место: 'https://app.cal.com/video/u1',
      'Причина отмены': '',
      'Причина переноса': '',
      'Записан (Europe/Moscow)': '2026-01-01 03:00',
      uid: 'u1',
    })
  })

  it('speaks English when asked to, in the zone of the account', async () => {
    const text = await exported([{ start: START, status: 'pending' }], { lang: 'en', timeZone: 'America/New_York' })
    const [row] = rowsOf(text, ',')
    expect(row).toMatchObject({ 'Start (America/New_York)': '2026-12-01 02:00', Status: 'pending' })
  })

  it('tells a moved booking from one that was called off', async () => {
    const rows = rowsOf(
      await exported([
        { start: START, status: 'cancelled', rescheduledToUid: 'next' },
        { start: START, status: 'cancelled', cancellationReason: 'заболел' },
      ]),
    )
    expect(rows.map((row) => [row.Статус, row['Причина отмены']])).toEqual([
      ['перенесена', ''],
      ['отменена', 'заболел'],
    ])
  })

  it('falls back to the slug where the title is not known', async () => {
    const [row] = rowsOf(await exported([{ start: START }], { titles: new Map() }))
    expect(row?.Встреча).toBe('delo-40min')
  })

  it('has guests and own answers in columns of their own', async () => {
    const guest = { ...attendee, name: '', email: 'g@example.com' }
    const row = await only({
      start: START,
      attendees: [attendee, guest],
      guests: ['g@example.com'],
      responses: {
        name: 'Иван Петров',
        email: 'ivan@example.com',
        guests: ['g@example.com'],
        topic: 'дело',
        how: ['a'],
      },
    })
    expect([row.Почта, row['Ещё приглашены'], row.Ответы]).toEqual([
      'ivan@example.com',
      'g@example.com',
      'topic: дело; how: ["a"]',
    ])
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '=cmd|"/c calc"!A1;x'])(
    'lets no cell run as a formula: %j',
    async (description) => {
      expect((await only({ start: START, description })).Сообщение).toBe(`'${description}`)
    },
  )

  it('keeps the whole phone number', async () => {
    const row = await only({ start: START, attendees: [{ ...attendee, phoneNumber: '+79161234567' }] })
    expect(row.Телефон).toBe("'+79161234567")
  })

  it.each(['а;б', 'а,б', 'кавычка " и "две"', 'раз\r\nдва', ' с краю ', ''])('carries %j', async (description) => {
    expect((await only({ start: START, description })).Сообщение).toBe(description.trim() && description)
  })
})
