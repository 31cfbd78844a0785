import { expect } from 'chai'
import type { Fault } from '../../demo/simulator/index.ts'
import { START } from '../support/proxy.ts'
import { afterPauses, alert, expectHeld, isBooking, isStatus, lost, once, send } from './sending.ts'
import {
  all,
  click,
  contacts,
  fillIn,
  found,
  keys,
  mount,
  overApp,
  posts,
  takenByOlga,
  text,
  toForm,
  until,
} from './support.ts'
import { resumeTime, stopTime } from './time.ts'

describe('nobody is left in doubt', () => {
  afterEach(resumeTime)

  it('F100 whose answer was lost: it is looked after until it is known', async () => {
    const { asked, simulator } = await mount({ fetch: once((answer) => answer().then(lost)) })
    await send()
    expect(text(await found('[part~="booked"]'))).to.contain('Вы записаны')
    expect(simulator.account.bookings).to.have.length(1)
    expect(posts(asked)).to.have.length(1)
    expect(asked.filter(({ url }) => isStatus(url))).to.have.length(1)
  })

  it('F046 F100 whose time was taken, though the answer was lost: he has the three nearest times', async () => {
    const { simulator } = await mount({ fetch: once((answer) => answer().then(lost)) })
    await toForm(START)
    await fillIn()
    takenByOlga(simulator)
    await click('[part~="submit"]')
    await found('[part~="taken"] [data-start]')
    expect(alert()).to.contain('Это время уже занято')
    expect(all('[part~="taken"] [data-start]')).to.have.length(3)
  })

  it('F100 of whom nobody knows: after a minute he has the contacts, no link, and the word not to book again', async () => {
    const time = stopTime()
    let isCut = true
    const { booking, simulator } = await mount({
      fetch: (app) => async (input, init) => {
        if (!isBooking(input, init) && !isStatus(input)) return overApp(app)(input, init)
        const answer = isBooking(input, init) ? await overApp(app)(input, init) : undefined
        if (isCut) throw new TypeError('Failed to fetch')
        return answer ?? overApp(app)(input, init)
      },
    })
    const reasons: string[] = []
    booking.addEventListener('olga-fallback', ({ reason }) => reasons.push(reason))
    await send()
    await until(() => alert() === 'Проверяем запись…', 'that it is being looked after')
    expectHeld()
    simulator.clock.advance(60_000)
    await afterPauses(time, () => alert().includes('Не записывайтесь повторно'), 'the word not to book again')
    expectHeld()
    expect(contacts()).to.equal(true)
    expect(reasons).to.deep.equal(['submit'])
    isCut = false
    await afterPauses(time, () => all('[part~="booked"]').length > 0, 'the outcome, in the end')
    expect(simulator.account.bookings).to.have.length(1)
  })

  for (const [what, fault] of [
    ['answers 500', { kind: 'status', status: 500 }],
    ['answers HTML', { kind: 'html' }],
    ['cuts the line', { kind: 'reset' }],
    ['never answers', { kind: 'never' }],
  ] satisfies [string, Fault][]) {
    it(`F100 who may be booked yet: Cal.com ${what}`, async () => {
      const { asked, simulator, work } = await mount({
        setup: { timeouts: { read: 1000, write: 50 } },
        before: (parts) => parts.simulator.break({ ...fault, on: { method: 'POST' }, times: 1 }),
      })
      const time = stopTime()
      await send()
      await until(() => alert().startsWith('Ваша заявка записана'), 'that his request is recorded')
      expectHeld()
      simulator.clock.advance(71_000)
      await work()
      await afterPauses(time, () => all('[part~="booked"]').length > 0, 'the outcome')
      expect(new Set(keys(asked)).size).to.equal(1)
      expect(simulator.account.bookings).to.have.length(1)
    })
  }

  for (const [what, fault] of [
    ['stops in the middle', { kind: 'cut', done: true }],
    ['answers an unknown shape', { kind: 'shape', done: true }],
    ['cuts the line', { kind: 'reset', done: true }],
    ['never answers', { kind: 'never', done: true }],
  ] satisfies [string, Fault][]) {
    it(`F100 who is booked already, and is told so: Cal.com ${what}`, async () => {
      const { simulator } = await mount({
        setup: { timeouts: { read: 1000, write: 50 } },
        before: (parts) => parts.simulator.break({ ...fault, on: { method: 'POST' } }),
      })
      await send()
      expect(text(await found('[part~="booked"]'))).to.contain('Вы записаны')
      expect(simulator.account.bookings).to.have.length(1)
    })
  }

  it('F095 F100 who waits twelve seconds: then it is asked what became of it', async () => {
    const time = stopTime()
    const { asked } = await mount({
      fetch: (app) => (input, init) =>
        isBooking(input, init) && posts(asked).length < 2
          ? new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)))
          : overApp(app)(input, init),
    })
    await send()
    await until(() => posts(asked).length === 1, 'the submit')
    time.pass(11_999)
    expect(posts(asked).map(({ signal }) => signal.aborted)).to.deep.equal([false])
    time.pass(1)
    await until(() => asked.some(({ url }) => isStatus(url)), 'the question')
    await afterPauses(time, () => all('[part~="booked"]').length > 0, 'the booking')
  })

  it('F098 who loads the page anew before the outcome is known: it is looked after there', async () => {
    const time = stopTime()
    const first = await mount({
      fetch: (app) => async (input, init) => {
        const answer = await overApp(app)(input, init)
        return isBooking(input, init) || isStatus(input) ? lost() : answer
      },
    })
    await send()
    await until(() => alert() === 'Проверяем запись…', 'that it is being looked after')
    first.booking.remove()
    const again = document.createElement('olga-booking')
    const { proxy, now, timeZone, lang } = first.booking
    Object.assign(again, { proxy, now, timeZone, lang, fetch: overApp(first.app) })
    document.body.append(again)
    await afterPauses(time, () => all('[part~="booked"]', again.shadowRoot ?? undefined).length > 0, 'the booking')
    expect(first.simulator.account.bookings).to.have.length(1)
  })
})
