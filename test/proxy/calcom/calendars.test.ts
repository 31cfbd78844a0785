import { describe, expect, it } from 'vitest'
import { refusal, setup } from './over.ts'

const BUSY_DAY = { start: '2026-12-03T09:00:00.000Z', end: '2026-12-03T10:00:00.000Z' }

describe('calendars', () => {
  const FEED = { externalId: 'https://example.com/feed.ics', name: 'Лекции' }

  /** With a calendar that is connected. */
  function connected() {
    const { calcom, simulator } = setup()
    simulator.account.connections = [{ credentialId: 7, type: 'ics-feed_calendar', calendars: [FEED] }]
    return { calcom, simulator }
  }

  it('are listed', async () => {
    const { connectedCalendars } = await connected().calcom.calendars.list()
    expect(connectedCalendars).toMatchObject([{ credentialId: 7, calendars: [{ ...FEED, credentialId: 7 }] }])
  })

  it('may be none', async () => {
    expect(await setup().calcom.calendars.list()).toMatchObject({ connectedCalendars: [] })
  })

  it('tell when they are busy, within the asked time alone', async () => {
    const { calcom, simulator } = connected()
    simulator.account.busy = [BUSY_DAY, { start: '2026-12-05T09:00:00.000Z', end: '2026-12-05T10:00:00.000Z' }]
    const calendars = [{ credentialId: 7, externalId: FEED.externalId }]
    const asked = { from: '2026-12-03T00:00:00Z', to: '2026-12-04T00:00:00Z', timeZone: 'Europe/Moscow', calendars }
    expect(await calcom.calendars.busy(asked)).toMatchObject([BUSY_DAY])
  })

  it('of somebody else, or asked with a wrong key, are refused', async () => {
    const calendars = [{ credentialId: 999, externalId: 'theirs' }]
    const asked = { from: BUSY_DAY.start, to: BUSY_DAY.end, timeZone: 'Europe/Moscow', calendars }
    expect(await refusal(setup().calcom.calendars.busy(asked))).toMatchObject({ status: 401 })
    expect(await refusal(setup({ apiKey: 'cal_test_wrong' }).calcom.calendars.list())).toMatchObject({ status: 401 })
  })
})
