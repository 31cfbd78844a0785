import { type Issue, invalid } from '../http/refusal.ts'
import { isIsoDate } from '../time.ts'

type Order = 'asc' | 'desc'

export interface BookingsQuery {
  status?: string[]
  attendeeEmail?: string
  attendeeName?: string
  bookingUid?: string
  eventTypeIds?: string
  eventTypeId?: number
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
  (value as string[]).every((one) => STATUSES.includes(one))
    ? undefined
    : { isEnum: `Invalid status. Allowed are ${STATUSES.join(', ')}` }

// Cal.com calls the two ends of the range by other names than its parameters.
const date =
  (name: string): Check =>
  (value) =>
    isIsoDate(value) ? undefined : { isIso8601: `${name} must be a valid ISO 8601 date.` }

const order: Check = (value, property) => {
  const name = `${property[0]?.toUpperCase()}${property.slice(1)}`
  return value === 'asc' || value === 'desc' ? undefined : { isEnum: `${name} must be either "asc" or "desc".` }
}

const between =
  (min: number, max: number): Check =>
  (value, property) => {
    const constraints: Record<string, string> = {}
    if (!(Number(value) <= max)) constraints.max = `${property} must not be greater than ${max}`
    if (!(Number(value) >= min)) constraints.min = `${property} must not be less than ${min}`
    if (Number.isNaN(value))
      constraints.isNumber = `${property} must be a number conforming to the specified constraints`
    return Object.keys(constraints).length > 0 ? constraints : undefined
  }

const integer: Check = (value, property) =>
  Number.isInteger(value) ? undefined : { isInt: `${property} must be an integer number` }

const anything: Check = () => undefined

const CHECKS: Record<keyof BookingsQuery, Check> = {
  ...{ status, attendeeEmail: anything, attendeeName: anything, bookingUid: anything },
  ...{ eventTypeIds: anything, eventTypeId: integer },
  ...{ afterStart: date('fromDate'), beforeEnd: date('toDate') },
  ...{ afterCreatedAt: date('afterCreatedAt'), beforeCreatedAt: date('beforeCreatedAt') },
  ...{ afterUpdatedAt: date('afterUpdatedAt'), beforeUpdatedAt: date('beforeUpdatedAt') },
  ...{ sortStart: order, sortEnd: order, sortCreated: order, sortUpdatedAt: order },
  ...{ take: between(1, 250), skip: between(0, Infinity) },
}

const NUMBERS = ['take', 'skip', 'eventTypeId']

/** Reads the query of `GET /v2/bookings`; parameters it does not know are passed over. */
export function readBookingsQuery(query: Record<string, string>): BookingsQuery {
  const known = Object.entries(query).filter(([property]) => Object.hasOwn(CHECKS, property))
  const target = Object.fromEntries(known.map(([property, text]) => [property, transform(property, text)]))
  const issues = Object.entries(CHECKS).flatMap(([property, check]): Issue[] => {
    const value = target[property]
    const constraints = value === undefined ? undefined : check(value, property)
    return constraints ? [{ value, property, constraints }] : []
  })
  if (issues.length > 0) throw invalid(target, issues)
  return target as BookingsQuery
}

function transform(property: string, text: string) {
  if (property === 'status') return text.split(',').map((one) => one.trim())
  return NUMBERS.includes(property) ? Number.parseInt(text, 10) : text
}
