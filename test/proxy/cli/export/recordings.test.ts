import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { createCalcom } from '../../../../proxy/calcom/index.ts'
import { toIcs } from '../../../../proxy/cli/export/ics.ts'
import { toJsonl } from '../../../../proxy/cli/export/jsonl.ts'
import { SubstanceBooking } from '../../../../proxy/cli/export/substance.ts'
import { KEY } from '../../../support/proxy.ts'
import { readRecording } from '../../../support/recording.ts'
import { joined } from './setup.ts'

const recording = readRecording()
const lists = (recording?.exchanges ?? []).filter(
  ({ request, response }) =>
    request.method === 'GET' &&
    request.path.startsWith('/v2/bookings?') &&
    response.status === 200 &&
    request.headers['cal-api-version'] === '2024-08-13',
)

describe('a recorded list of bookings', () => {
  it.each(lists)('can be exported: $name', async ({ response }) => {
    const calcom = createCalcom({ apiKey: KEY, fetch: async () => Response.json(response.body) })
    const { bookings } = await calcom.bookings.list()
    const all = async function* () {
      yield* bookings
    }
    const lines = (await joined(toJsonl(all(), new Map()))).split('\n').filter(Boolean)
    expect(lines.map((line) => SubstanceBooking.parse(JSON.parse(line)).uid)).toEqual(bookings.map(({ uid }) => uid))
    const calendar = new ICAL.Component(ICAL.parse(await joined(toIcs(all()))))
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(
      bookings.filter(({ rescheduledToUid }) => !rescheduledToUid).length,
    )
  })

  it('is there, or said not to be', () => {
    if (recording) expect(lists.length).toBeGreaterThan(0)
    else console.log('The recordings of Cal.com (../shared/calcom) are not there: the export is not tried with them.')
  })
})
