import { type Issue, invalid } from '../http/refusal.ts'
import { isIsoDate } from '../time.ts'

type Order = 'asc' | 'desc'

export interface BookingsQuery {
  status?: string[]
  attendeeEmail?: string
  attendeeName?: string
  bookingUid?: string
  eventTypeIds?: number[]
  eventTypeId?: number
  teamsIds?: number[]
  teamId?: number
  afterStart?: string
  beforeEnd?: string
  afterCreatedAt?: string
  beforeCreatedAt?: string
  afterUpdatedAt?: string
  beforeUpdatedAt?: string
  sortStart?: Order
  sortEnd?: Order
  sortCreated?: Order
  sortUpdatedAt?: Order
  take?: number
  skip?: number
}

type Check = (value: unknown, property: string) => Record<string, string> | undefined

const STATUSES = ['upcoming', 'recurring', 'past', 'cancelled', 'unconfirmed']

const status: Check = (value) =>
  [value].flat().every((one) => STATUSES.includes(String(one)))
    ? undefined
    : { isEnum: `Invalid status. Allowed are ${STATUSES.join(', ')}` }

// Cal.com calls the two ends of every range, and one of the orders, by other names than its parameters.
const date =
  (name: string): Check =>
  (value) =>
    isIsoDate(value) ? undefined : { isIso8601: `${name} must be a valid ISO 8601 date.` }

const order =
  (name: string): Check =>
  (value) =>
    value === 'asc' || value === 'desc' ? undefined : { isEnum: `${name} must be either "asc" or "desc".` }

const between =
  (min: number, max?: number): Check =>
  (value, property) => {
    const constraints: Record<string, string> = {}
    const number = typeof value === 'number' ? value : Number.NaN
    if (max !== undefined && !(number <= max)) constraints.max = `${property} must not be greater than ${max}`
    if (!(number >= min)) constraints.min = `${property} must not be less than ${min}`
    if (Number.isNaN(number))
      constraints.isNumber = `${property} must be a number conforming to the specified constraints`
    return Object.keys(constraints).length > 0 ? constraints : undefined
  }

const integer: Check = (value, property) =>
  Number.isInteger(value) ? undefined : { isInt: `${property} must be an integer number` }

const integers: Check = (value, property) =>
  [value].flat().some(Number.isNaN)
    ? { isNumber: `each value in ${property} must be a number conforming to the specified constraints` }
    : undefined

const anything: Check = () => undefined

const CHECKS: Record<keyof BookingsQuery, Check> = {
  ...{ status, attendeeEmail: anything, attendeeName: anything, bookingUid: anything },
  ...{ eventTypeIds: integers, eventTypeId: integer, teamsIds: integers, teamId: integer },
  ...{ afterStart: date('fromDate'), beforeEnd: date('toDate') },
  ...{ afterCreatedAt: date('fromDate'), beforeCreatedAt: date('toDate') },
  ...{ afterUpdatedAt: date('fromDate'), beforeUpdatedAt: date('toDate') },
  ...{ sortStart: order('SortStart'), sortEnd: order('SortEnd') },
  ...{ sortCreated: order('SortCreated'), sortUpdatedAt: order('SortCreated') },
  ...{ take: between(1, 250), skip: between(0) },
}

/** Reads the query of `GET /v2/bookings`; parameters it does not know are passed over. */
export function readBookingsQuery(params: URLSearchParams): BookingsQuery {
  const target = Object.fromEntries([...valuesIn(params)].map(([name, values]) => [name, transform(name, values)]))
  const issues = Object.entries(CHECKS).flatMap(([property, check]): Issue[] => {
    const value = target[property]
    const constraints = value === undefined ? undefined : check(value, property)
    return constraints ? [{ value, property, constraints }] : []
  })
  if (issues.length > 0) throw invalid(target, issues)
  return target as BookingsQuery
}

/** `status=past&status=upcoming` is a list, and so is `status[]=past`. */
function valuesIn(params: URLSearchParams): Map<string, string | string[]> {
  const found = new Map<string, string | string[]>()
  for (const [key, value] of params) {
    const name = key.replace(/\[\d*\]$/, '')
    if (!Object.hasOwn(CHECKS, name)) continue
    const before = found.get(name)
    found.set(name, before === undefined && name === key ? value : [before ?? [], value].flat())
  }
  return found
}

function transform(name: string, value: string | string[]) {
  const values = [value].flat()
  if (name === 'eventTypeId' || name === 'teamId') return Number(values)
  if (name === 'take' || name === 'skip') return value && Number.parseInt(String(value), 10)
  if (Array.isArray(value)) return name.endsWith('Ids') ? value.map(Number) : value
  if (name.endsWith('Ids')) return value.split(',').map((id) => Number.parseInt(id, 10))
  if (name === 'status') return value.split(',').map((one) => one.trim())
  // A plus that was not encoded comes as a space.
  return name === 'attendeeEmail' ? value.trim().replace(/\s+/g, '+') : value
}
