import type { Column } from './table.ts'
import { type Got, NEW_START, START, type World } from './world.ts'

/** What a visitor wants in a column, and how it is seen whether Cal.com has done it. */
export interface Act {
  /** The calls to Cal.com that it is about. */
  on: { method: string; path: RegExp }
  /** What is there before the fault comes. */
  prepare(world: World): Promise<unknown>
  send(world: World): Promise<Got>
  /** Of something that changes: whether it is done at Cal.com, and nothing besides. `undefined`: neither. */
  isDone?(world: World): boolean | undefined
  action?: 'book' | 'cancel' | 'move'
}

const SLOTS = '/v1/slots?event=delo-40min&month=2026-11'
const EVENT = '/v1/events/delo-40min'

const startsOf = (world: World) => world.live().map(({ start }) => start)
const only = (starts: string[], one: string) => starts.length === 1 && starts[0] === one

/** Whoever books has seen the times a moment ago. */
const look = (world: World) => Promise.all([world.ask(EVENT), world.ask(SLOTS)])
const tokenOf = async (world: World) => {
  const [booking] = (await world.journal()).filter(({ action }) => action === 'book')
  return world.heart.secrets.token(booking?.ref ?? '')
}

export const ACTS: Record<Column, Act> = {
  event: {
    on: { method: 'GET', path: /^\/v2\/(event-types|me)/ },
    prepare: (world) => world.ask(EVENT),
    send: (world) => world.ask(EVENT),
  },
  slots: {
    on: { method: 'GET', path: /^\/v2\/slots/ },
    prepare: look,
    send: (world) => world.ask(SLOTS),
  },
  book: {
    on: { method: 'POST', path: /^\/v2\/bookings$/ },
    prepare: look,
    send: (world) => world.book(),
    isDone: (world) => only(startsOf(world), START) || (startsOf(world).length === 0 ? false : undefined),
    action: 'book',
  },
  cancel: {
    on: { method: 'POST', path: /\/cancel$/ },
    prepare: (world) => world.book(),
    send: async (world) => world.ask(`/v1/bookings/${await tokenOf(world)}/cancel`, {}),
    isDone: (world) => startsOf(world).length === 0 || (only(startsOf(world), START) ? false : undefined),
    action: 'cancel',
  },
  move: {
    on: { method: 'POST', path: /\/reschedule$/ },
    prepare: (world) => world.book(),
    send: async (world) => world.ask(`/v1/bookings/${await tokenOf(world)}/reschedule`, { start: NEW_START }),
    isDone: (world) => only(startsOf(world), NEW_START) || (only(startsOf(world), START) ? false : undefined),
    action: 'move',
  },
}
