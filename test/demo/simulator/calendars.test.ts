import { describe, expect, it } from 'vitest'
import { KEY } from '../../support/proxy.ts'
import { hours, setup } from './setup.ts'

interface CalendarsData {
  connectedCalendars: { credentialId: number; primary: object; calendars: object[]; integration: object }[]
  destinationCalendar: object
}

const LUNCH = { start: '2026-11-24T09:00:00Z', end: '2026-11-24T10:00:00Z' }
const DAYS = 'dateFrom=2026-11-24&dateTo=2026-11-25'
const FEED = 'calendarsToLoad[0][credentialId]=7&calendarsToLoad[0][externalId]=olga'

/** A simulator with a Google account connected, in which lunch is busy. */
function calendars() {
  const { send, slots, account } = setup()
  const main = { externalId: 'olga', name: 'Olga', email: 'olga@example.com', primary: true }
  const holidays = { externalId: 'holidays', name: 'Holidays', readOnly: true }
  account.connections.push({ credentialId: 7, type: 'google_calendar', calendars: [holidays, main] })
  account.busy.push(LUNCH)
  const list = (key?: string | null) => send<CalendarsData>('GET', '/v2/calendars', undefined, undefined, key)
  const busy = (query: string, key: string | null = KEY) =>
    send<object[]>('GET', `/v2/calendars/busy-times?${query}`, undefined, undefined, key)
  return { list, busy, slots, account, send }
}

describe('calendars', () => {
  it('are listed by what they were connected with, the main one first', async () => {
    const { connectedCalendars, destinationCalendar } = (await calendars().list()).body.data
    const credential = { credentialId: 7, delegationCredentialId: null }
    const main = { externalId: 'olga', name: 'Olga', primary: true, readOnly: false, ...credential }
    const holidays = { externalId: 'holidays', name: 'Holidays', primary: null, readOnly: true, ...credential }
    expect(connectedCalendars).toMatchObject([
      {
        integration: { type: 'google_calendar', title: 'Google Calendar', slug: 'google-calendar' },
        ...{ ...credential, primary: main, calendars: [main, holidays] },
      },
    ])
    expect(destinationCalendar).toMatchObject({
      ...{ integration: 'google_calendar', externalId: 'olga', primaryEmail: 'olga@example.com' },
      ...{ userId: 1, credentialId: 7, integrationTitle: 'Google Calendar' },
    })
  })

  it('are none at first', async () => {
    const { data } = (await setup().send('GET', '/v2/calendars')).body
    expect(data).toEqual({ connectedCalendars: [], destinationCalendar: {} })
  })

  it('need the key', async () => {
    const { list, busy } = calendars()
    expect((await list(null)).status).toBe(401)
    expect((await busy(`timeZone=UTC&${DAYS}&${FEED}`, null)).status).toBe(401)
  })
})

describe('busy times', () => {
  const shown = { start: '2026-11-24T09:00:00.000Z', end: '2026-11-24T10:00:00.000Z', title: 'Busy', source: 'google' }

  it.each(['timeZone', 'loggedInUsersTz'])('are in UTC, whatever the %s', async (zone) => {
    const { busy } = calendars()
    const { status, body } = await busy(`${zone}=Europe/Moscow&${DAYS}&${FEED}`)
    expect([status, body.data]).toEqual([200, [shown]])
    expect((await busy(`${zone}=Europe/Moscow&${DAYS}&${encodeURI(FEED)}`)).body.data).toEqual([shown])
  })

  it('come even from outside the range', async () => {
    const { busy } = calendars()
    const { body } = await busy(`timeZone=UTC&dateFrom=2027-01-01&dateTo=2027-01-02&${FEED}`)
    expect(body.data).toEqual([shown])
  })

  it('are the times that are not on offer', async () => {
    const { slots } = calendars()
    const day = 'eventTypeId=2&start=2026-11-24&end=2026-11-24&timeZone=Europe/Moscow'
    const offered = hours(await slots(day))
    expect(offered).toContain('11:30')
    expect(offered).toContain('13:00')
    expect(offered).not.toContain('12:00')
    expect(offered).not.toContain('12:30')
  })

  it('are not for those who have not connected the calendar', async () => {
    const { busy } = calendars()
    const { status, body } = await busy(`timeZone=UTC&${DAYS}&${FEED.replace('=7', '=8')}`)
    expect([status, body.error.message]).toEqual([401, 'These credentials do not belong to you'])
  })

  it('want a zone, days and calendars', async () => {
    const { busy } = calendars()
    const without = await busy(`${DAYS}&${FEED}`)
    expect([without.status, without.body.error.message]).toEqual([
      400,
      'Either timeZone or loggedInUsersTz must be provided',
    ])
    const { details } = (await busy('timeZone=Mars/X&dateFrom=x&dateTo=2026-11-25')).body.error
    expect(details).toMatchObject({
      errors: [
        { property: 'timeZone', value: 'Mars/X', constraints: { isTimeZone: expect.any(String) } },
        { property: 'dateFrom', value: 'x', constraints: { isDateString: expect.any(String) } },
        { property: 'calendarsToLoad', constraints: { isArray: 'calendarsToLoad must be an array' } },
      ],
    })
  })
})
