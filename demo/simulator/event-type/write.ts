import { type Account, type EventType, nextId, seatsOf } from '../account.ts'
import { coded, refuse } from '../http/refusal.ts'
import { eventType } from '../seed.ts'

/** Adds an event type, with Cal.com's defaults for what was not told. */
export function createEventType(account: Account, input: Partial<EventType> & { slug: string }): EventType {
  checkSeats({ locations: [], ...input })
  if (account.eventTypes.some(({ slug }) => slug === input.slug)) {
    throw refuse(400, 'User already has an event type with this slug.')
  }
  checkSchedule(account, input)
  const made = eventType({ ...input, id: freeId(account) })
  account.eventTypes.push(made)
  return made
}

export function changeEventType(account: Account, id: number, input: Partial<EventType>): EventType {
  const found = account.eventTypes.find((one) => one.id === id)
  checkSeats({ ...found, ...input })
  if (!found) throw refuse(404, `Event type with id ${id} not found`)
  checkSchedule(account, input)
  if (account.eventTypes.some((one) => one !== found && one.slug === input.slug)) {
    throw coded(400, 'TRPCError', 'Bad request: Please check your request data and try again')
  }
  const extras = { ...found.extras, ...input.extras }
  const metadata = { ...found.metadata, ...input.metadata }
  return Object.assign(found, input, { extras, metadata })
}

/** Removes it; its bookings stay. */
export function removeEventType(account: Account, id: number): EventType {
  const found = account.eventTypes.find((one) => one.id === id)
  if (!found) throw refuse(404, `Event type with ID=${id} does not exist.`)
  account.eventTypes = account.eventTypes.filter((one) => one !== found)
  return found
}

// The id of one that was deleted is not given again while a booking names it.
const freeId = ({ eventTypes, bookings }: Account) =>
  nextId([...eventTypes, ...bookings.map(({ eventTypeId: id }) => ({ id }))])

/** Who has seats has one place to meet, and confirms nobody. */
function checkSeats(eventType: Partial<EventType>) {
  const { seats = { disabled: true }, locations = [], confirmationPolicy } = eventType
  if (seatsOf({ seats }) === 0) return
  if (locations.length > 1) {
    throw refuse(400, 'Seats Validation failed: Seats are enabled but more than one location provided.')
  }
  if (confirmationPolicy && 'type' in confirmationPolicy) {
    throw refuse(400, 'Seats Validation failed: Seats are enabled but requiresConfirmation is true.')
  }
}

function checkSchedule({ user, schedules }: Account, { scheduleId }: Partial<EventType>) {
  if (scheduleId && !schedules.some(({ id }) => id === scheduleId)) {
    throw refuse(404, `User with ID=${user.id} does not own schedule with ID=${scheduleId}`)
  }
}
