import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { toIcs } from '../../../../proxy/cli/export/ics.ts'
import { joined, read } from './setup.ts'

const START = '2026-12-01T07:00:00.000Z'
const attendee = { name: 'Иван Петров', email: 'ivan@example.com', timeZone: 'Europe/Moscow', language: 'ru' }

const exported = (...seeds: Parameters<typeof read>[0]) => joined(toIcs(read(seeds)))

/** The events, as a reader that is not ours finds them. */
function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
}

async function only(seed: Parameters<typeof read>[0][number]) {
  const [event] = eventsOf(await exported(seed))
  if (!event) throw new Error('There is no event')
  return event
}

const value = (event: ICAL.Event, name: string) => event.component.getFirstPropertyValue(name)?.toString()

describe('the calendar', () => {
  it('has an event for each booking, with its time as an instant', async () => {
    const uid = 'thLa8sDCyQjhoGjth5a517'
    const event = await only({ start: START, uid, createdAt: '2026-11-22T14:54:16.090Z' })
    expect(event.startDate.toJSDate().toISOString()).toBe(START)
    expect(event.endDate.toJSDate().toISOString()).toBe('2026-12-01T07:40:00.000Z')
    expect(event.uid).toBe(`${uid}@Cal.com`)
    expect(event.summary).toBe('40 минут с Ольгой Розет между Olga Rozet и Иван Петров')
    expect(event.location).toBe(`https://app.cal.com/video/${uid}`)
    expect(value(event, 'dtstamp')).toBe('2026-11-22T14:54:16Z')
  })

  it.each([
    ['accepted', 'CONFIRMED', '0'],
    ['pending', 'TENTATIVE', '0'],
    ['cancelled', 'CANCELLED', '1'],
    ['rejected', 'CANCELLED', '1'],
  ] as const)('says of one that is %s: %s', async (status, expected, sequence) => {
    const event = await only({ start: START, status })
    expect([value(event, 'status'), value(event, 'sequence')]).toEqual([expected, sequence])
  })

  it('has a moved booking once, at its new time, under the name that it had', async () => {
    const icsUid = 'dCmzbM9E4vctEKc4YnzMcn@Cal.com'
    const text = await exported(
      { start: START, uid: 'old', icsUid, status: 'cancelled', rescheduledToUid: 'new' },
      { start: '2026-12-02T07:00:00.000Z', uid: 'new', icsUid, rescheduledFromUid: 'old' },
    )
    const events = eventsOf(text)
    expect(events.map((event) => [event.uid, event.startDate.toJSDate().toISOString(), event.sequence])).toEqual([
      [icsUid, '2026-12-02T07:00:00.000Z', 1],
    ])
  })

  it('says who comes to whom', async () => {
    const name = 'Иван "Ваня" Петров, мл.; друг:сын'
    const event = await only({ start: START, attendees: [{ ...attendee, name }] })
    expect(event.organizer).toBe('mailto:olga@example.com')
    expect(event.attendees.map((one) => [one.getFirstParameter('cn'), one.getFirstValue()])).toEqual([
      ["Иван 'Ваня' Петров, мл.; друг:сын", 'mailto:ivan@example.com'],
    ])
  })

  it('names no place as long as there is none', async () => {
    expect(value(await only({ start: START, status: 'pending' }), 'location')).toBeUndefined()
  })

  it.each([
    ['commas, semicolons and backslashes', 'а, б; в \\ г \\n д'],
    ['line ends of all kinds', 'раз\r\nдва\nтри\rчетыре'],
    ['emoji', '🧑‍🧑‍🧒‍🧒'.repeat(40)],
    ['Cyrillic', 'Ё'.repeat(200)],
    ['what looks like an event', 'x\nEND:VEVENT\nBEGIN:VEVENT'],
    ['a quote', '"'],
  ])('carries %s', async (_, description) => {
    const event = await only({ start: START, description })
    expect(event.description).toBe(description.replace(/\r\n?/g, '\n'))
  })

  it('escapes what the format gives a meaning to', async () => {
    expect(await exported({ start: START, description: 'a,b;c\\d\ne' })).toContain('DESCRIPTION:a\\,b\\;c\\\\d\\ne\r\n')
  })

  it('breaks no character, wherever the end of a line falls', async () => {
    for (let length = 50; length < 90; length++) {
      const description = `${'x'.repeat(length)}😀ж😀`
      const text = await exported({ start: START, description })
      expect(text).not.toContain('\uFFFD')
      expect(eventsOf(text)[0]?.description).toBe(description)
    }
  })

  it('has lines of at most 75 octets, each ended by CR and LF', async () => {
    const text = await exported({ start: START, description: `Приходите 🎉\t${'в гости, '.repeat(50)}` })
    const lines = text.split('\r\n')
    expect(lines.pop()).toBe('')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBe(75)
    expect(lines.filter((line) => /\p{Cc}/u.test(line))).toEqual([])
  })
})
