import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import {
  all,
  click,
  fill,
  fillIn,
  focused,
  found,
  mount,
  overApp,
  pageText,
  text,
  times,
  toForm,
  until,
} from './support.ts'

const LINK = 'a[part~="link"]'
const linked = async () => new URL((await found<HTMLAnchorElement>(LINK)).href)
const POST = { method: 'POST' }

/** Whether the contacts that the owner gave can be seen. */
const contacts = () => document.querySelector('[slot="contact"]')?.checkVisibility()

describe('when the times cannot be shown', () => {
  for (const [what, fault] of [
    ['is down', { kind: 'refuse' }],
    ['cuts the line', { kind: 'reset' }],
    ['answers 500', { kind: 'status', status: 500 }],
    ['blocks us', { kind: 'status', status: 429 }],
    ['answers HTML', { kind: 'html' }],
    ['answers an unknown shape', { kind: 'shape' }],
  ] as const) {
    it(`gives the plain link and the contacts: Cal.com ${what}`, async () => {
      const { booking } = await mount({
        before: ({ simulator }) => simulator.break(fault),
      })
      const reasons: string[] = []
      booking.addEventListener('olga-fallback', ({ reason }) => reasons.push(reason))
      const { origin, pathname, searchParams } = await linked()
      expect(origin + pathname).to.equal('https://cal.com/olgarozet/delo-40min')
      expect(searchParams.get('cal.tz')).to.equal('Europe/Moscow')
      expect(contacts()).to.equal(true)
      expect(reasons).to.deep.equal(['unavailable'])
    })
  }

  it('does the same when the proxy itself cannot be reached, or is somebody else', async () => {
    for (const answer of [() => Promise.reject(new TypeError('Failed to fetch')), async () => new Response('<html>')]) {
      await mount({ fetch: () => answer })
      expect((await linked()).pathname).to.equal('/olgarozet/delo-40min')
    }
  })

  it('opens the link safely and elsewhere', async () => {
    await mount({ before: ({ simulator }) => simulator.break({ kind: 'refuse' }) })
    const link = await found<HTMLAnchorElement>(LINK)
    expect([link.rel, link.referrerPolicy, link.target]).to.deep.equal(['noopener', 'no-referrer', '_blank'])
  })

  it('tries again when asked', async () => {
    const { simulator } = await mount({ before: (parts) => parts.simulator.break({ kind: 'refuse' }) })
    const retry = await found('[part~="retry"]')
    simulator.mend()
    retry.click()
    await found('[part~="time"]')
  })

  it('shows the link beside the skeleton after four seconds, and the times when they come', async () => {
    const reasons: string[] = []
    document.addEventListener('olga-fallback', (event) => reasons.push((event as Event & { reason: string }).reason), {
      once: true,
    })
    let release = () => {}
    const gate = new Promise<void>((open) => {
      release = open
    })
    await mount({ fetch: (app) => (input, init) => gate.then(() => overApp(app)(input, init)) })
    const { searchParams } = await linked()
    expect(searchParams.get('cal.tz')).to.equal('Europe/Moscow')
    expect(all('.bone').length).to.be.greaterThan(0)
    expect(reasons).to.deep.equal(['slow'])
    release()
    await found('[part~="time"]')
    expect(all(LINK)).to.have.length(0)
  })

  it('says that there is no such event type', async () => {
    await mount({ attributes: { event: 'nope' } })
    await linked()
    expect(pageText()).to.contain('Такой встречи нет')
  })

  it('sends on who wants what is paid', async () => {
    await mount({
      before: ({ simulator }) => {
        for (const type of simulator.account.eventTypes) type.price = 5000
      },
    })
    expect((await linked()).pathname).to.equal('/olgarozet/delo-40min')
    expect(pageText()).to.contain('записывают на странице Cal.com')
  })

  it('keeps the month that is shown when the next one fails, and offers the link beside it', async () => {
    const { simulator } = await mount()
    await found('[part~="time"]')
    simulator.break({ kind: 'refuse' })
    await click('[part~="next"]')
    await linked()
    expect(text(all('[part~="month"]')[0])).to.equal('Декабрь 2026')
    simulator.mend()
    await click('[part~="retry"]')
    await found('[part~="time"]')
    expect(text(all('#day')[0])).to.equal('вторник, 1 декабря')
  })

  it('shows the link after four seconds beside a month that does not come, and none of its neighbour’s times', async () => {
    let hang = false
    const never = new Promise<Response>(() => {})
    await mount({ fetch: (app) => (input, init) => (hang ? never : overApp(app)(input, init)) })
    await found('[part~="time"]')
    hang = true
    await click('[part~="next"]')
    await linked()
    expect(all('.day.free')).to.have.length(0)
    expect(times()).to.have.length(0)
  })

  it('leaves a link of another kind as the owner wrote it', async () => {
    for (const href of ['tel:+79990001122', 'https://t.me/olga_example']) {
      await mount({
        children: `<a href="${href}">Сюда</a>`,
        before: ({ simulator }) => simulator.break({ kind: 'refuse' }),
      })
      expect((await found<HTMLAnchorElement>(LINK)).href).to.equal(href)
    }
  })

  it('shows the owner’s link when nothing else is known', async () => {
    await mount({
      children: '<a href="https://cal.com/olgarozet/30min">Сюда</a>',
      before: ({ simulator }) => simulator.break({ kind: 'refuse' }),
    })
    expect((await linked()).pathname).to.equal('/olgarozet/30min')
  })
})

describe('when the booking fails', () => {
  it('offers the three nearest times when this one has just been taken, and keeps the form', async () => {
    const { book, simulator } = await mount()
    await toForm(START)
    await fillIn()
    await book()
    await click('[part~="submit"]')
    await found('[part~="taken"]')
    expect(all('[part~="taken"] [part~="time"]').map(text)).to.deep.equal([
      'ср, 25 ноября, 10:40',
      'ср, 25 ноября, 11:20',
      'ср, 25 ноября, 12:00',
    ])
    await click('[part~="taken"] [part~="time"]')
    await until(() => text(all('[part~="when"]')[0]).includes('10:40–11:20'), 'the other time')
    expect(text(focused())).to.equal('Ваши данные')
    expect(all<HTMLInputElement>('[name="name"]')[0]?.value).to.equal('Иван Петров')
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    expect(simulator.account.bookings).to.have.length(2)
  })

  it('gives the link with the time, and what he typed only on his own click', async () => {
    const { simulator } = await mount()
    await toForm(START)
    await fillIn()
    fill('notes', 'О деле')
    simulator.break({ kind: 'refuse', on: POST })
    await click('[part~="submit"]')
    const link = await found<HTMLAnchorElement>(LINK)
    const before = new URL(link.href).searchParams
    expect([before.get('slot'), before.get('date'), before.get('month')]).to.deep.equal([
      START,
      '2026-11-25',
      '2026-11',
    ])
    expect(link.href).not.to.contain('ivan')
    link.addEventListener('click', (event) => event.preventDefault())
    link.click()
    const after = new URL(link.href).searchParams
    expect([after.get('name'), after.get('email'), after.get('notes')]).to.deep.equal([
      'Иван Петров',
      'ivan@example.com',
      'О деле',
    ])
    expect(after.has('guests')).to.equal(false)
    expect(text(all('[role="alert"]')[0])).to.contain('Запись не создана')
  })

  it('lets him send the same again when nothing was booked', async () => {
    const { simulator } = await mount()
    await toForm(START)
    await fillIn()
    simulator.break({ kind: 'refuse', on: POST, times: 1 })
    await click('[part~="submit"]')
    await found(LINK)
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    expect(simulator.account.bookings).to.have.length(1)
  })

  it('asks again with the same key after a lost answer, and books once', async () => {
    let lose = true
    const { simulator } = await mount({
      fetch: (app) => async (input, init) => {
        const response = await overApp(app)(input, init)
        if (init?.method === 'POST' && lose) {
          lose = false
          throw new TypeError('Failed to fetch')
        }
        return response
      },
    })
    await toForm(START)
    await fillIn()
    await click('[part~="submit"]')
    await until(() => pageText().includes('дважды мы не запишем'), 'that the line broke')
    expect(all<HTMLFieldSetElement>('.fields')[0]?.disabled).to.equal(true)
    expect(text(all('[part~="submit"]')[0])).to.equal('Проверить запись')
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    expect(simulator.account.bookings).to.have.length(1)
  })

  it('says what is wrong beside the form, as that the time has gone by, and gives the link', async () => {
    const { simulator } = await mount()
    await toForm(START)
    await fillIn()
    simulator.clock.set('2026-11-25T08:00:00Z')
    await click('[part~="submit"]')
    await linked()
    expect(text(all('[role="alert"]')[0])).to.contain('Это время уже прошло')
  })

  it('gives the link when no other time is near', async () => {
    const { simulator } = await mount({
      before: ({ simulator: { account } }) => {
        const [schedule] = account.schedules
        if (schedule) schedule.availability = []
        if (schedule) schedule.overrides = [{ date: '2026-11-25', startTime: '10:00', endTime: '10:40' }]
      },
    })
    await toForm(START)
    await fillIn()
    simulator.account.busy.push({ start: START, end: '2026-11-25T07:40:00.000Z' })
    await click('[part~="submit"]')
    await linked()
    expect(text(all('[role="alert"]')[0])).to.contain('Это время уже занято')
  })

  it('stays where it is, whatever the page changes, until the outcome is known', async () => {
    const { booking, simulator } = await mount({ setup: { timeouts: { read: 1000, write: 50 } } })
    await toForm(START)
    await fillIn()
    simulator.break({ kind: 'never', done: true, on: POST })
    await click('[part~="submit"]')
    await found(LINK)
    booking.event = '15min'
    booking.lang = 'en'
    await until(() => pageText().includes('Check the booking'), 'the same in English')
  })

  it('does not call undone what may have been done', async () => {
    const { simulator } = await mount({ setup: { timeouts: { read: 1000, write: 50 } } })
    await toForm(START)
    await fillIn()
    simulator.break({ kind: 'never', done: true, on: POST })
    await click('[part~="submit"]')
    await found(LINK)
    expect(pageText()).to.contain('Проверьте почту')
    expect(pageText()).to.contain('Не записывайтесь повторно')
    expect(contacts()).to.equal(true)
  })

  it('tells the page of it', async () => {
    const { booking, simulator } = await mount()
    const told: string[] = []
    booking.addEventListener('olga-error', ({ code }) => told.push(code))
    booking.addEventListener('olga-fallback', ({ reason }) => told.push(reason))
    await toForm(START)
    await fillIn()
    simulator.break({ kind: 'refuse', on: POST })
    await click('[part~="submit"]')
    await found(LINK)
    expect(told).to.deep.equal(['upstream_unavailable', 'submit'])
  })

  it('stops waiting after twelve seconds', async function (this: Mocha.Context) {
    this.timeout(20_000)
    await mount({
      fetch: (app) => (input, init) =>
        init?.method === 'POST'
          ? new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason)))
          : overApp(app)(input, init),
    })
    await toForm(START)
    await fillIn()
    await click('[part~="submit"]')
    await found(LINK, 15_000)
    expect(pageText()).to.contain('мы не знаем, дошла ли запись')
  })
})
