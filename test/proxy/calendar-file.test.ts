import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { LATER, setupBooked } from '../support/managed.ts'
import { START } from '../support/proxy.ts'

async function setupFile() {
  const all = await setupBooked()
  return {
    ...all,
    /** The event, as a reader that is not ours finds it. */
    async read() {
      const res = await all.app.request(`${all.at}/event.ics`)
      expect([res.status, res.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
      const events = new ICAL.Component(ICAL.parse(await res.text())).getAllSubcomponents('vevent')
      expect(events).toHaveLength(1)
      const event = new ICAL.Event(events[0])
      const value = (name: string) => event.component.getFirstPropertyValue(name)?.toString()
      return { event, value }
    },
  }
}

describe('GET /v1/bookings/:token/event.ics', () => {
  it('is the event as Cal.com has it, under the UID of its own invitation', async () => {
    const { read, simulator } = await setupFile()
    const { event, value } = await read()
    const [booking] = simulator.account.bookings
    expect(event.uid).toBe(booking?.icsUid)
    expect(event.startDate.toJSDate().toISOString()).toBe(START)
    expect(event.endDate.toJSDate().toISOString()).toBe('2026-11-25T07:40:00.000Z')
    expect(event.summary).toBe('40 минут с Ольгой Розет между Olga Rozet и Иван Петров')
    expect(event.location).toBe(booking?.videoCallUrl)
    expect([value('status'), value('sequence')]).toEqual(['CONFIRMED', '0'])
    expect(value('organizer')).toBe('mailto:olga@example.com')
    expect(event.attendees.map((one) => one.getFirstValue())).toEqual(['mailto:ivan@example.com'])
  })

  it('replaces itself in the calendar when it is moved, here or there, and when it is called off', async () => {
    const { read, move, cancel, byOlga, live } = await setupFile()
    const { uid } = (await read()).event
    const numbers: unknown[] = []
    const note = async () => {
      const { event, value } = await read()
      numbers.push([event.uid === uid, value('sequence'), value('status'), event.startDate.toJSDate().toISOString()])
    }
    await move('2026-11-25T09:00:00.000Z')
    await note()
    await byOlga('reschedule', live()[0]?.uid ?? '', { start: LATER })
    await note()
    await cancel()
    await note()
    expect(numbers).toEqual([
      [true, '1', 'CONFIRMED', '2026-11-25T09:00:00.000Z'],
      [true, '2', 'CONFIRMED', LATER],
      [true, '3', 'CANCELLED', LATER],
    ])
  })

  it('is tentative as long as Olga has not confirmed', async () => {
    const { simulator, book, app } = await setupFile()
    for (const type of simulator.account.eventTypes) type.confirmationPolicy = { type: 'always' } as never
    const { token } = await (await book({ start: LATER })).json()
    expect(await (await app.request(`/v1/bookings/${token}/event.ics`)).text()).toContain('STATUS:TENTATIVE')
  })

  it('comes from the journal when Cal.com cannot be asked', async () => {
    const { read, simulator, move } = await setupFile()
    await move(LATER)
    simulator.break({ kind: 'refuse' })
    const { event, value } = await read()
    expect(event.uid).toBe(simulator.account.bookings[0]?.icsUid)
    expect(event.startDate.toJSDate().toISOString()).toBe(LATER)
    expect([event.summary, value('sequence'), value('status')]).toEqual(['40 минут с Ольгой Розет', '1', 'CONFIRMED'])
  })
})
