import { eventType } from '../../demo/simulator/index.ts'
import { kinds } from '../../demo/simulator/kinds.ts'
import { START } from '../support/proxy.ts'
import { formOf, mountKind, toFormAnywhere } from './kinds.ts'
import { click, fill, fillIn, found, linked, mount } from './support.ts'

const POST = { method: 'POST' }
const several = { attributes: { events: '15min,30min' }, setup: { env: { EVENTS: '15min,30min' } } }

async function send(): Promise<void> {
  await toFormAnywhere(START)
  await fillIn()
  await click('[part~="submit"]')
}

async function managed(): Promise<void> {
  const { book, booking } = await mount()
  booking.booking = (await (await book()).json()).token
  await found('[part~="move"]')
}

/** The states that a visitor may find the element in, and how he gets there. */
export const STATES: Record<string, () => Promise<unknown>> = {
  loading: () => mount({ fetch: () => () => new Promise(() => {}) }).then(() => found('.bone')),
  pick: () => mount().then(() => found('[part~="time"]')),
  'several lengths': () =>
    mountKind(eventType({ slug: 'lengths', lengthInMinutesOptions: [30, 60] })).then(() => found('[part~="duration"]')),
  'time zones': async () => {
    const { booking } = await mount()
    await found('[part~="time"]')
    booking.removeAttribute('time-zone')
    await click('button[part~="zone"]')
    await found('dialog[open] [data-zone]')
  },
  choice: () => mount(several).then(() => found('[part~="choice"]')),
  details: () => mount().then(() => toFormAnywhere(START)),
  'every kind of question': () => formOf(kinds.questions(), START),
  'every kind of place': () => formOf(kinds.places(), START).then(() => click('[value="Позвоните мне"]')),
  faults: async () => {
    await formOf(kinds.questions(), START)
    fill('people', 'много')
    await click('[part~="submit"]')
    await found('[part~="faults"]')
  },
  taken: async () => {
    const { simulator } = await mount()
    await toFormAnywhere(START)
    await fillIn()
    simulator.account.busy.push({ start: START, end: '2026-11-25T07:40:00.000Z' })
    simulator.clock.advance(31_000)
    await click('[part~="submit"]')
    await found('[part~="taken"]')
  },
  sending: async () => {
    const { hold } = await mount()
    await toFormAnywhere(START)
    await fillIn()
    const { arrived } = hold('POST')
    await click('[part~="submit"]')
    await arrived
  },
  refused: async () => {
    await mount({ before: ({ simulator }) => simulator.break({ kind: 'status', status: 400, on: POST }) })
    await send()
    await linked()
  },
  booked: async () => {
    await mount()
    await send()
    await found('[part~="booked"]')
  },
  pending: async () => {
    await mountKind(eventType({ slug: 'asked', confirmationPolicy: { type: 'always' } as never }))
    await send()
    await found('[part~="booked"]')
  },
  queued: async () => {
    await mount({ before: ({ simulator }) => simulator.break({ kind: 'refuse', on: POST }) })
    await send()
    await found('[part~="booked"]')
  },
  away: async () => {
    await mount({ before: ({ simulator }) => simulator.break({ kind: 'refuse' }) })
    await linked()
  },
  manage: managed,
  'manage, cancelling': async () => {
    await managed()
    await click('[part~="cancel"]')
    await found('[part~="confirm"]')
  },
  'manage, cancelled': async () => {
    await managed()
    await click('[part~="cancel"]')
    await click('[part~="confirm"]')
    await found('[part~="anew"]')
  },
  'manage, moving': async () => {
    await managed()
    await click('[part~="move"]')
    await toFormAnywhere('2026-11-24T07:00:00.000Z')
  },
  popup: async () => {
    const { booking } = await mount({
      attributes: { mode: 'popup' },
      children: '<button type="button" style="color: #000; background: #fff">Записаться</button>',
    })
    booking.open()
    await found('dialog[open] [part~="time"]')
  },
  floating: () => mount({ attributes: { mode: 'floating' } }).then(() => found('[part~="launcher"]')),
}
