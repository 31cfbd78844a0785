/**
 * The proxy's HTTP surface: every shape that crosses it, and nothing else. The widget takes only the types.
 *
 * A message inside a schema is not a sentence but the name of a fault (`Fault`); `words.ts` has its sentence in each
 * language.
 */
export * from './contract/basics.ts'
export * from './contract/booking.ts'
export * from './contract/event.ts'
export * from './contract/manage.ts'
export * from './contract/problem.ts'
export * from './contract/slots.ts'
