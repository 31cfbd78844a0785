export type * from './events.ts'
export { OlgaBooking } from './olga-booking.ts'
export type * from './submit-events.ts'
