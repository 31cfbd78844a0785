import { readKnown } from '../http/body.ts'
import { aDate, all, aNumber, aString, aTimeZone, listOf, optional, type Rules } from '../http/check.ts'
import { refuse } from '../http/refusal.ts'

const QUERY: Rules = {
  loggedInUsersTz: optional(aString),
  timeZone: optional(all(aTimeZone, aString)),
  dateFrom: all(aDate, aString),
  dateTo: all(aDate, aString),
  calendarsToLoad: listOf({ credentialId: aNumber, externalId: aString }),
}

/** Reads the query of `GET /v2/calendars/busy-times`: the credentials of the calendars it asks for. */
export function readBusyQuery(params: URLSearchParams): number[] {
  const calendars = calendarsIn(params)
  const query = { ...Object.fromEntries(params), ...(calendars.length > 0 ? { calendarsToLoad: calendars } : {}) }
  const { timeZone, loggedInUsersTz } = readKnown(query, QUERY)
  if (!timeZone && !loggedInUsersTz) throw refuse(400, 'Either timeZone or loggedInUsersTz must be provided')
  return [...new Set(calendars.map(({ credentialId }) => Number(credentialId)))]
}

/** `calendarsToLoad[0][credentialId]=1&calendarsToLoad[0][externalId]=…` */
function calendarsIn(params: URLSearchParams) {
  const calendars: Record<string, unknown>[] = []
  for (const [name, value] of params) {
    const [, index, property] = /^calendarsToLoad\[(\d{1,2})\]\[(\w+)\]$/.exec(name) ?? []
    if (index === undefined || property === undefined) continue
    const calendar = calendars[Number(index)] ?? {}
    calendars[Number(index)] = calendar
    calendar[property] = property === 'credentialId' && value ? Number.parseInt(value, 10) : value
  }
  return calendars.filter((calendar) => calendar !== undefined)
}
