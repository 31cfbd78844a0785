import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import { all, click, fillIn, found, gate, type Mounted, mount, overApp, toForm, until } from './support.ts'
import { resumeTime, stopTime } from './time.ts'

const isOfBooking = (input: RequestInfo | URL, init?: RequestInit) =>
  (init?.method === 'POST' && String(input).endsWith('/v1/bookings')) || String(input).includes('/status/')
const isSlots = (input: RequestInfo | URL) => String(input).includes('/v1/slots')

/** A page that was left after its request came, and before the answer did. */
async function leftPage(): Promise<Mounted> {
  const left = await mount({
    setup: { env: { EVENTS: 'delo-40min,15min' } },
    fetch: (app) => async (input, init) => {
      const answer = await overApp(app)(input, init)
      if (isOfBooking(input, init)) throw new TypeError('Failed to fetch')
      return answer
    },
  })
  await toForm(START)
  await fillIn()
  await click('[part~="submit"]')
  await until(() => left.simulator.account.bookings.length === 1, 'the booking')
  left.booking.remove()
  return left
}

/** The same page, loaded anew. */
function loaded({ app, booking: { proxy, now, timeZone, lang } }: Mounted, properties: object) {
  const booking = document.createElement('olga-booking')
  Object.assign(booking, { proxy, now, timeZone, lang, fetch: overApp(app), ...properties })
  document.body.append(booking)
  return booking
}

describe('a request that was sent by a page that is gone', () => {
  afterEach(resumeTime)

  /** Lets the pauses between two looks go by. */
  const isBooked = (time: { pass(ms: number): void }) =>
    until(() => {
      time.pass(1_000)
      return all('[part~="booked"]').length > 0
    }, 'the booking')

  it('F098 is looked after in a popup, once it is opened', async () => {
    const left = await leftPage()
    const time = stopTime()
    const booking = loaded(left, { mode: 'popup' })
    await found('[part~="trigger"]')
    booking.open()
    await isBooked(time)
    expect(left.simulator.account.bookings).to.have.length(1)
  })

  it('F098 is looked after once its event type is chosen', async () => {
    const left = await leftPage()
    const time = stopTime()
    loaded(left, { events: 'delo-40min,15min' })
    await click('[part~="choice"]')
    await isBooked(time)
  })

  it('F098 is looked after though the times come late, and all other code before them', async () => {
    const left = await leftPage()
    const time = stopTime()
    const { opened, open } = gate()
    loaded(left, {
      fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
        if (isSlots(input)) await opened
        return overApp(left.app)(input, init)
      },
    })
    await found('.bone')
    time.pass(4_000)
    await found('[part~="fallback"]')
    open()
    await isBooked(time)
  })
})
