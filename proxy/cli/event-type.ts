import type { EventType } from '../calcom/index.ts'
import { NotFoundError } from './errors.ts'
import { plain } from './text.ts'

/** The event type of that slug or id. Throws `NotFoundError`, which names those that there are. */
export function pickEventType(eventTypes: EventType[], wanted: string): EventType {
  const found = eventTypes.find(({ slug }) => slug === wanted) ?? eventTypes.find(({ id }) => String(id) === wanted)
  if (found) return found
  const others = eventTypes.map(({ slug }) => plain(slug)).join(', ')
  throw new NotFoundError(
    `There is no event type ${wanted}. ${others ? `There are: ${others}.` : 'There is none at all.'}`,
  )
}
