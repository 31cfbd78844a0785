import { expect } from 'chai'
import { afterPauses, isBooking, isStatus, lost, send } from './sending.ts'
import { all, click, found, gate, type Mounted, mount, overApp, until } from './support.ts'
import { resumeTime, stopTime } from './time.ts'

const isSlots = (input: RequestInfo | URL) => String(input).includes('/v1/slots')

/** A page that was left after its request came, and before the answer did. */
async function leftPage(): Promise<Mounted> {
  const left = await mount({
    setup: { env: { EVENTS: 'delo-40min,15min' } },
    fetch: (app) => async (input, init) => {
      const answer = await overApp(app)(input, init)
      if (isBooking(input, init) || isStatus(input)) return lost()
      return answer
    },
  })
  await send()
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

  const isBooked = (time: ReturnType<typeof stopTime>) =>
    afterPauses(time, () => all('[part~="booked"]').length > 0, 'the booking')

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
