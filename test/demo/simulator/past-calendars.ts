import type { Account, Connection } from '../../../demo/simulator/index.ts'
import { dataOf, type Line } from '../../support/recording.ts'
import type { Data } from './sightings.ts'

/** The connected calendars and their busy times, as the line itself shows them. */
export function calendarsIn(line: Line): Partial<Account> {
  if (!('request' in line) || line.response.status !== 200) return {}
  const { pathname, searchParams } = new URL(line.request.path, 'https://api.cal.com')
  const data = dataOf(line.response)
  if (pathname === '/v2/calendars') {
    const { connectedCalendars } = data as { connectedCalendars: Data[] }
    return { connections: connectedCalendars.map(connectionFrom) }
  }
  if (pathname !== '/v2/calendars/busy-times') return {}
  const busy = data as unknown as { start: string; end: string; source: string }[]
  const credentialId = Number(searchParams.get('calendarsToLoad[0][credentialId]'))
  return { busy, connections: [{ credentialId, type: `${busy[0]?.source}_calendar`, calendars: [] }] }
}

const connectionFrom = ({ credentialId, integration, calendars = [] }: Data): Connection => ({
  credentialId: Number(credentialId),
  type: String((integration as Data).type),
  calendars: calendars as unknown as Connection['calendars'],
})
