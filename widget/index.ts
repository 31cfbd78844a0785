// First of all: it takes the token out of the page's address.
import './token.ts'
import './triggers.ts'

export type * from './events.ts'
export type { Messages } from './i18n/index.ts'
export { OlgaBooking } from './olga-booking.ts'
