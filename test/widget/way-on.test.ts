import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import { alert } from './sending.ts'
import {
  all,
  click,
  contacts,
  fillIn,
  focused,
  found,
  LINK,
  linked,
  mount,
  overApp,
  pageText,
  takenByOlga,
  toForm,
  until,
} from './support.ts'
import { resumeTime, stopTime } from './time.ts'

const never = () => new Promise<Response>(() => {})
const OTHER = '2026-11-26T09:00:00.000Z'

describe('nobody is at a dead end', () => {
  afterEach(resumeTime)

  it('F095 who chooses among several meetings has the link when they do not come', async () => {
    const time = stopTime()
    await mount({ attributes: { events: '15min,30min' }, fetch: () => never })
    await found('[part~="header"]')
    time.pass(4_000)
    await found('[part~="fallback"]')
    expect(contacts()).to.equal(true)
  })

  it('who has chosen a meeting that cannot be booked here goes back to the others', async () => {
    await mount({
      attributes: { events: '15min,30min' },
      setup: { env: { EVENTS: '15min,30min' } },
      before: ({ simulator }) => {
        for (const type of simulator.account.eventTypes) type.price = 5_000
      },
    })
    await click('[part~="choice"]')
    await linked()
    await click('[part~="back"]')
    await until(() => all('[part~="choice"]').length === 2, 'the choice')
  })

  it('F095 whose line hangs is told after twelve seconds, and tries again', async () => {
    const time = stopTime()
    let isHung = true
    await mount({
      fetch: (app) => (input, init) => {
        if (!isHung) return overApp(app)(input, init)
        return new Promise((_, fail) => init?.signal?.addEventListener('abort', () => fail(init.signal?.reason)))
      },
    })
    await found('.bone')
    await until(() => {
      time.pass(12_000)
      return all('[part~="retry"]').length > 0
    }, 'the way to try again')
    isHung = false
    await click('[part~="retry"]')
    await found('[part~="time"]')
  })

  it('who takes another time is not told any more that the one before is taken', async () => {
    const { simulator } = await mount()
    await toForm(START)
    await fillIn()
    takenByOlga(simulator)
    await click('[part~="submit"]')
    const [other] = [await found('[part~="taken"] [data-start]')]
    await until(() => focused() === other, 'the focus on the first other time')
    other.click()
    await until(() => !alert(), 'an end of what was said')
    await click('[part~="submit"]')
    await found('[part~="booked"]')
  })

  it('who was refused is led to the way on', async () => {
    await mount({ before: ({ simulator }) => simulator.break({ kind: 'status', status: 400, on: { method: 'POST' } }) })
    await toForm(START)
    await fillIn()
    await click('[part~="submit"]')
    await found(LINK)
    await until(() => focused() === all(LINK)[0], 'the focus on the link')
  })

  it('who moves a booking tries again to move it, where its times could not be had', async () => {
    let isCut = true
    const { book, booking } = await mount({
      fetch: (app) => (input, init) =>
        isCut && /bookings\/.*\/slots/.test(`${input}`)
          ? Promise.reject(new TypeError('cut'))
          : overApp(app)(input, init),
    })
    booking.booking = (await (await book()).json()).token
    await click('[part~="move"]')
    const retry = await found('[part~="retry"]')
    isCut = false
    retry.click()
    await click('[part~="move"]')
    await click(`[data-day="${OTHER.slice(0, 10)}"]`)
    await click(`.times [data-start="${OTHER}"]`)
    await found('[part~="confirm"]')
  })

  it('whose cancellation never arrives is not told to book', async () => {
    const time = stopTime()
    const { book, booking } = await mount({
      fetch: (app) => (input, init) =>
        String(input).endsWith('/cancel')
          ? Promise.reject(new TypeError('Failed to fetch'))
          : overApp(app)(input, init),
    })
    booking.booking = (await (await book()).json()).token
    await click('[part~="cancel"]')
    await click('[part~="confirm"]')
    await until(() => {
      time.pass(1_000)
      return alert().startsWith('Ничего не изменилось')
    }, 'that nothing has changed')
    expect(pageText()).not.to.contain('Записаться')
    expect(all(LINK)).to.have.length(0)
  })

  it('who only checks cancels nothing', async () => {
    const { book, booking, simulator } = await mount({ attributes: { 'dry-run': '' } })
    booking.booking = (await (await book()).json()).token
    await click('[part~="cancel"]')
    await click('[part~="confirm"]')
    await until(() => alert().startsWith('Всё в порядке'), 'that it would have worked')
    expect(simulator.account.bookings[0]?.status).to.equal('accepted')
  })
})
