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

const submit = () => all('[part~="submit"]')[0]

async function send(): Promise<void> {
  await toForm(START)
  await fillIn()
  await click('[part~="submit"]')
}

/** Nothing is open to him but to ask what became of it. */
async function expectOnlyCheck(): Promise<void> {
  await until(() => text(submit()) === 'Проверить запись', 'that he may check')
  expect(all<HTMLFieldSetElement>('.fields')[0]?.disabled).to.equal(true)
  expect(all<HTMLButtonElement>('[part~="back"]')[0]?.disabled).to.equal(true)
  expect(all('[part~="taken"]')).to.have.length(0)
  const link = await found<HTMLAnchorElement>(LINK)
  link.addEventListener('click', (event) => event.preventDefault())
  link.click()
  expect(link.href).not.to.contain('ivan')
}

/** The first submit meets this in place of the proxy's answer. */
const first =
  (instead: (answer: () => Promise<Response>) => Promise<Response>) =>
  (app: Mounted['app']): typeof globalThis.fetch => {
    let isFirst = true
    return async (input, init) => {
      const answer = () => overApp(app)(input, init)
      if (init?.method !== 'POST' || !isFirst) return answer()
      isFirst = false
      return instead(answer)
    }
  }

const lost = () => Promise.reject(new TypeError('Failed to fetch'))

describe('nobody books twice', () => {
  afterEach(resumeTime)

  it('who presses twice', async () => {
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

  it('whose answer was lost: he asks again with the same key', async () => {
    const { asked, simulator } = await mount({ fetch: first((answer) => answer().then(lost)) })
    await send()
    await expectOnlyCheck()
    expect(pageText()).to.contain('дважды мы не запишем')
    submit()?.click()
    submit()?.click()
    await found('[part~="booked"]')
    expect(simulator.account.bookings).to.have.length(1)
    expect(keys(asked)).to.have.length(2)
    expect(new Set(keys(asked)).size).to.equal(1)
  })

  it('whose time is taken when he asks again: perhaps by himself', async () => {
    const { asked, book, booking } = await mount({ fetch: first(lost) })
    const codes: string[] = []
    booking.addEventListener('olga-error', ({ code }) => codes.push(code))
    await send()
    await expectOnlyCheck()
    await book()
    await click('[part~="submit"]')
    await until(() => codes.length === 2, 'the second answer')
    await expectOnlyCheck()
    expect(posts(asked)).to.have.length(2)
  })

  for (const [code, status] of [
    ['internal', 500],
    ['in_progress', 409],
  ] as const) {
    it(`who is told ${code}, after which only the same may be sent again`, async () => {
      const problem = { type: 'about:blank', title: 'Что-то сломалось', status, code, requestId: 'x' }
      const { asked } = await mount({ fetch: first(async () => Response.json(problem, { status })) })
      await send()
      await expectOnlyCheck()
      expect(pageText()).to.contain('Что-то сломалось. Если запись получилась, письмо придёт на вашу почту')
      await click('[part~="submit"]')
      await found('[part~="booked"]')
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
    it(`who may be booked yet: Cal.com ${what}`, async () => {
      const { asked, simulator, work } = await mount({
        setup: { timeouts: { read: 1000, write: 50 } },
        before: (parts) => parts.simulator.break({ ...fault, on: { method: 'POST' }, times: 1 }),
      })
      await send()
      await expectOnlyCheck()
      expect(pageText()).to.contain('Мы записали вашу заявку')
      expect(pageText()).to.contain('Не записывайтесь повторно')
      expect(contacts()).to.equal(true)
      simulator.clock.advance(71_000)
      await work()
      await click('[part~="submit"]')
      await found('[part~="booked"]')
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
    it(`who is booked already, and is told so: Cal.com ${what}`, async () => {
      const { simulator } = await mount({
        setup: { timeouts: { read: 1000, write: 50 } },
        before: (parts) => parts.simulator.break({ ...fault, on: { method: 'POST' } }),
      })
      await send()
      expect(text(await found('[part~="booked"]'))).to.contain('Вы записаны')
      expect(simulator.account.bookings).to.have.length(1)
    })
  }

  it('who waits twelve seconds, after which nobody knows', async () => {
    const time = stopTime()
    const { asked } = await mount({
      fetch: (app) => (input, init) =>
        init?.method === 'POST'
          ? new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason)))
          : overApp(app)(input, init),
    })
    await send()
    time.pass(11_999)
    expect(posts(asked).map(({ signal }) => signal.aborted)).to.deep.equal([false])
    time.pass(1)
    await expectOnlyCheck()
    expect(pageText()).to.contain('мы не знаем, дошла ли запись')
  })

  it('whatever the page changes before the outcome is known', async () => {
    const { booking } = await mount({ fetch: first(lost) })
    await send()
    await expectOnlyCheck()
    booking.event = '15min'
    booking.lang = 'en'
    await until(() => pageText().includes('Check the booking'), 'the same in English')
  })
})
