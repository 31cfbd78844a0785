import type { CalcomBooking } from '../../calcom/index.ts'
import { type Titles, toSubstance } from './substance.ts'

/** One JSON object a line, for the archive: see `SubstanceBooking`. */
export async function* toJsonl(bookings: AsyncIterable<CalcomBooking>, titles: Titles): AsyncGenerator<string> {
  for await (const booking of bookings) yield `${JSON.stringify(toSubstance(booking, titles))}\n`
}
