import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import {
  all,
  click,
  fill,
  fillIn,
  found,
  gate,
  type Mounted,
  mount,
  overApp,
  pageText,
  text,
  toForm,
  until,
} from './support.ts'
import { resumeTime, stopTime } from './time.ts'

const holds = (asked: Request[]) =>
  asked.filter(({ url }) => url.includes('/v1/holds')).map(({ url }) => new URL(url).pathname)
const NEXT = '2026-11-25T07:40:00.000Z'

/** No hold comes through. */
const withoutHolds =
  (app: Mounted['app']): typeof globalThis.fetch =>
  (input, init) =>
    String(input).endsWith('/v1/holds') ? Promise.reject(new TypeError('Failed to fetch')) : overApp(app)(input, init)

describe('the time while the form is filled in', () => {
  afterEach(() => {
    resumeTime()
    // Our own hides it.
    Reflect.deleteProperty(navigator, 'sendBeacon')
  })

  it('F044 is held, which is said calmly: until when', async () => {
    const { app } = await mount()
    await toForm(START)
    await until(() => text(all('[part~="hold"]')[0]) === 'Держим это время за вами до 15:05', 'that it is held')
    const free = await (await app.request('/v1/slots?event=delo-40min&month=2026-11')).json()
    expect(free.slots).not.to.contain(START)
  })

  it('F044 is let go on the way back', async () => {
    const { app, asked } = await mount()
    await toForm(START)
    await found('[part~="hold"]')
    await click('[part~="back"]')
    await until(() => holds(asked).some((path) => path.endsWith('/release')), 'that it is let go')
    const free = await (await app.request('/v1/slots?event=delo-40min&month=2026-11')).json()
    expect(free.slots).to.contain(START)
  })

  it('F044 is let go when the page is left', async () => {
    const sent: string[] = []
    navigator.sendBeacon = (url) => !!sent.push(new URL(url).pathname)
    await mount()
    await toForm(START)
    await found('[part~="hold"]')
    dispatchEvent(new PageTransitionEvent('pagehide'))
    expect(sent.filter((path) => /^\/v1\/holds\/[\w-]{22,}\/release$/.test(path))).to.have.length(1)
  })

  it('F044 is held anew when the page is taken out of the browser’s cache', async () => {
    navigator.sendBeacon = () => true
    const { asked } = await mount()
    await toForm(START)
    await found('[part~="hold"]')
    const before = holds(asked).length
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    fill('name', 'Иван')
    await until(() => holds(asked).length === before + 1, 'that it is held anew')
    expect(holds(asked).at(-1)).to.equal('/v1/holds')
  })

  it('F045 stays free for who holds it, though nobody else is offered it', async () => {
    const { booking, simulator } = await mount({ fetch: (app) => seen(overApp(app)) })
    const offers: string[][] = []
    function seen(through: typeof globalThis.fetch): typeof globalThis.fetch {
      return async (input, init) => {
        const answer = await through(input, init)
        if (String(input).includes('/v1/slots')) offers.push((await answer.clone().json()).slots)
        return answer
      }
    }
    await toForm(START)
    await found('[part~="hold"]')
    simulator.clock.advance(61_000)
    await booking.refresh()
    await booking.updateComplete
    expect(offers.at(-1)).to.have.length.above(0)
    expect(offers.at(-1)).not.to.contain(START)
    expect(all('[part~="taken"]')).to.deep.equal([])
    expect(text(all('[part~="hold"]')[0])).to.equal('Держим это время за вами до 15:05')
    await fillIn()
    await click('[part~="submit"]')
    await found('[part~="booked"]')
  })

  it('moves with him to another time, as one hold', async () => {
    const { store, heart } = await mount()
    await toForm(START)
    await found('[part~="hold"]')
    await click('[part~="back"]')
    await click(`.times [data-start="${NEXT}"]`)
    await found('[part~="hold"]')
    const now = heart.now().toISOString()
    await until(() => text(all('[part~="when"]')[0]).includes('10:40'), 'the other time')
    expect((await store.claims.live(now, now)).map(({ from }) => from)).to.deep.equal([NEXT])
  })

  it('F044 that is held no more can be booked all the same', async () => {
    const time = stopTime()
    const { simulator } = await mount()
    await toForm(START)
    await found('[part~="hold"]')
    simulator.clock.advance(300_000)
    time.pass(300_000)
    await until(() => all('[part~="hold"]').length === 0, 'that it is over')
    resumeTime()
    await fillIn()
    await click('[part~="submit"]')
    await found('[part~="booked"]')
  })

  it('can be booked though the answer to the hold was lost', async () => {
    await mount({
      fetch: (app) => async (input, init) => {
        const answer = await overApp(app)(input, init)
        if (String(input).endsWith('/v1/holds')) throw new TypeError('Failed to fetch')
        return answer
      },
    })
    await toForm(START)
    await fillIn()
    await click('[part~="submit"]')
    await found('[part~="booked"]')
  })

  it('can be booked before the hold has been answered', async () => {
    const { opened, open } = gate()
    await mount({
      fetch: (app) => (input, init) =>
        String(input).endsWith('/v1/holds') ? opened.then(() => overApp(app)(input, init)) : overApp(app)(input, init),
    })
    await toForm(START)
    await fillIn()
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    open()
  })

  it('F027 that somebody else has taken is said at once, and the form stays', async () => {
    const { booking, simulator } = await mount({ fetch: withoutHolds })
    await toForm(START)
    simulator.account.busy.push({ start: START, end: NEXT })
    simulator.clock.advance(600_001)
    await booking.refresh()
    await until(() => pageText().includes('Похоже, это время только что заняли'), 'that it is gone')
    expect(all('[part~="submit"]')).to.have.length(1)
  })

  it('F027 is looked at each minute while the form is open, and said to be gone when it is', async () => {
    const time = stopTime()
    const { asked, book, simulator } = await mount({ fetch: withoutHolds })
    await toForm(START)
    const looks = () => asked.filter(({ url, cache }) => url.includes('/v1/slots') && cache === 'no-cache').length
    const minute = () => {
      simulator.clock.advance(60_000)
      time.pass(60_000)
    }
    expect(looks()).to.equal(0)
    minute()
    await until(() => looks() === 1, 'the first look')
    expect(all('[part~="taken"]')).to.deep.equal([])
    expect((await book({ answers: { name: 'Анна', email: 'anna@example.com' } })).status).to.equal(201)
    minute()
    await until(() => pageText().includes('Похоже, это время только что заняли'), 'that it is gone')
    expect(looks()).to.equal(2)
    expect(all('[part~="submit"]')).to.have.length(1)
  })

  it('is not held in a dry run', async () => {
    const { asked } = await mount({ attributes: { 'dry-run': '' } })
    await toForm(START)
    expect(holds(asked)).to.deep.equal([])
  })
})
