import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import { afterPauses, alert, expectHeld, isBooking, isStatus, lost, meanwhile, once, send } from './sending.ts'
import {
  all,
  contacts,
  fillIn,
  found,
  keys,
  LINK,
  linked,
  mount,
  overApp,
  pageText,
  posts,
  toForm,
  until,
} from './support.ts'
import { resumeTime, stopTime } from './time.ts'

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

  it('F098 whose request never came: it is sent again under the same key, and said not to be booked yet', async () => {
    const time = stopTime()
    const { asked, simulator } = await mount({ fetch: once(lost) })
    await send()
    await until(() => alert().startsWith('Ещё не отправлено: пропала связь'), 'that it is not booked yet')
    expectHeld()
    await afterPauses(time, () => all('[part~="booked"]').length > 0, 'the booking')
    expect(simulator.account.bookings).to.have.length(1)
    expect(keys(asked)).to.have.length(2)
    expect(new Set(keys(asked)).size).to.equal(1)
  })

  it('F098 whose line is gone: it is sent when the line is back, without a wait', async () => {
    stopTime()
    onLine = false
    const { simulator } = await mount({
      fetch: (app) => (input, init) =>
        !onLine && (isBooking(input, init) || isStatus(input)) ? lost() : overApp(app)(input, init),
    })
    await send()
    await until(() => alert().startsWith('Ещё не отправлено'), 'that it is not booked yet')
    onLine = true
    dispatchEvent(new Event('online'))
    await found('[part~="booked"]')
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

  it('whatever the page changes before the outcome is known', async () => {
    stopTime()
    const { booking } = await mount({ fetch: meanwhile(lost) })
    await send()
    await until(() => alert().startsWith('Ещё не отправлено'), 'that it is not booked yet')
    booking.event = '15min'
    booking.lang = 'en'
    await until(() => pageText().includes('Not sent yet'), 'the same in English')
    expect(pageText()).not.to.contain('15 минут')
  })
})
