import { expect } from 'chai'
import type { Fault } from '../../demo/simulator/index.ts'
import { START } from '../support/proxy.ts'
import {
  all,
  click,
  contacts,
  fillIn,
  found,
  keys,
  LINK,
  linked,
  type Mounted,
  mount,
  overApp,
  pageText,
  posts,
  text,
  toForm,
  until,
} from './support.ts'
import { resumeTime, stopTime } from './time.ts'

async function send(): Promise<void> {
  await toForm(START)
  await fillIn()
  await click('[part~="submit"]')
}

/** Nothing is open to him but to wait. */
function expectHeld(): void {
  expect(all<HTMLFieldSetElement>('.fields')[0]?.disabled).to.equal(true)
  expect(all<HTMLButtonElement>('[part~="back"]')[0]?.disabled).to.equal(true)
  expect(all('[part~="taken"]')).to.have.length(0)
  expect(all(LINK)).to.have.length(0)
}

const alert = () => text(all('[role="alert"]')[0])
const isBooking = (input: RequestInfo | URL, init?: RequestInit) =>
  init?.method === 'POST' && String(input).endsWith('/v1/bookings')
const isStatus = (input: RequestInfo | URL) => String(input).includes('/status/')
const lost = () => Promise.reject(new TypeError('Failed to fetch'))

/** The submits meet `instead`, as long as that gives something. */
const meanwhile =
  (instead: (answer: () => Promise<Response>) => Promise<Response> | undefined) =>
  (app: Mounted['app']): typeof globalThis.fetch =>
  (input, init) => {
    const answer = () => overApp(app)(input, init)
    return (isBooking(input, init) && instead(answer)) || answer()
  }

const once = (instead: (answer: () => Promise<Response>) => Promise<Response>) => {
  let isFirst = true
  return meanwhile((answer) => {
    if (!isFirst) return undefined
    isFirst = false
    return instead(answer)
  })
}

/** Lets the pauses between two looks go by until something has come. */
async function afterPauses(time: { pass(ms: number): void }, isHere: () => boolean, what: string): Promise<void> {
  await until(() => {
    time.pass(1_000)
    return isHere()
  }, what)
}

describe('nobody books twice', () => {
  let onLine = true
  before(() => Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => onLine }))
  after(() => Reflect.deleteProperty(navigator, 'onLine'))
  afterEach(() => {
    onLine = true
    resumeTime()
  })

  it('F047 who presses twice', async () => {
    const { asked, simulator } = await mount()
    await toForm(START)
    await fillIn()
    const button = await found('[part~="submit"]')
    button.click()
    button.click()
    await found('[part~="booked"]')
    expect(posts(asked)).to.have.length(1)
    expect(simulator.account.bookings).to.have.length(1)
  })

  it('F100 whose answer was lost: it is looked after until it is known', async () => {
    const { asked, simulator } = await mount({ fetch: once((answer) => answer().then(lost)) })
    await send()
    expect(text(await found('[part~="booked"]'))).to.contain('Вы записаны')
    expect(simulator.account.bookings).to.have.length(1)
    expect(posts(asked)).to.have.length(1)
    expect(asked.filter(({ url }) => isStatus(url))).to.have.length(1)
  })

  it('F098 whose request never came: it is sent again under the same key, and said not to be booked yet', async () => {
    const time = stopTime()
    const { asked, simulator } = await mount({ fetch: once(lost) })
    await send()
    await until(() => alert().startsWith('Ещё не записано: пропала связь'), 'that it is not booked yet')
    expectHeld()
    await afterPauses(time, () => all('[part~="booked"]').length > 0, 'the booking')
    expect(simulator.account.bookings).to.have.length(1)
    expect(keys(asked)).to.have.length(2)
    expect(new Set(keys(asked)).size).to.equal(1)
  })

  it('F098 whose line is gone: it is sent when the line is back, without a wait', async () => {
    stopTime()
    onLine = false
    const { booking, simulator } = await mount({
      fetch: (app) => (input, init) =>
        !onLine && (isBooking(input, init) || isStatus(input)) ? lost() : overApp(app)(input, init),
    })
    await send()
    await until(() => alert().startsWith('Ещё не записано'), 'that it is not booked yet')
    onLine = true
    dispatchEvent(new Event('online'))
    await found('[part~="booked"]')
    expect(booking.isConnected && simulator.account.bookings.length).to.equal(1)
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

  it('F095 whose requests never come through, though questions do: they are taken back, and he has link and contacts', async () => {
    const time = stopTime()
    const { asked, simulator } = await mount({ fetch: meanwhile(lost) })
    await send()
    await afterPauses(time, () => all(LINK).length > 0, 'the link')
    expect(alert()).to.contain('Заявка не дошла, запись не создана')
    expect((await linked()).searchParams.get('slot')).to.equal(START)
    expect(contacts()).to.equal(true)
    expect(asked.some(({ url }) => url.includes('abandon=1'))).to.equal(true)
    expect(simulator.account.bookings).to.have.length(0)
  })

  for (const [code, status] of [
    ['internal', 500],
    ['in_progress', 409],
  ] as const) {
    it(`F047 who is told ${code}, after which only the same is sent again`, async () => {
      const time = stopTime()
      const problem = { type: 'about:blank', title: 'Что-то сломалось', status, code, requestId: 'x' }
      const { asked } = await mount({ fetch: once(async () => Response.json(problem, { status })) })
      await send()
      await afterPauses(time, () => all('[part~="booked"]').length > 0, 'the booking')
      expect(keys(asked)).to.have.length(2)
      expect(new Set(keys(asked)).size).to.equal(1)
    })
  }

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

  it('whatever the page changes before the outcome is known', async () => {
    stopTime()
    const { booking } = await mount({ fetch: meanwhile(lost) })
    await send()
    await until(() => alert().startsWith('Ещё не записано'), 'that it is not booked yet')
    booking.event = '15min'
    booking.lang = 'en'
    await until(() => pageText().includes('Not booked yet'), 'the same in English')
    expect(pageText()).not.to.contain('15 минут')
  })
})
