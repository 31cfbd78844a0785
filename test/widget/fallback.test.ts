import { expect } from 'chai'
import {
  all,
  click,
  contacts,
  found,
  gate,
  LINK,
  linked,
  mount,
  overApp,
  pageText,
  paid,
  text,
  times,
  until,
} from './support.ts'
import { resumeTime, stopTime } from './time.ts'

describe('when the times cannot be shown', () => {
  afterEach(resumeTime)

  for (const [what, fault] of [
    ['is down', { kind: 'refuse' }],
    ['cuts the line', { kind: 'reset' }],
    ['answers 500', { kind: 'status', status: 500 }],
    ['blocks us', { kind: 'status', status: 429 }],
    ['answers HTML', { kind: 'html' }],
    ['stops in the middle', { kind: 'cut' }],
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

  it('tries again when asked', async () => {
    const { simulator } = await mount({ before: (parts) => parts.simulator.break({ kind: 'refuse' }) })
    const retry = await found('[part~="retry"]')
    simulator.mend()
    retry.click()
    await found('[part~="time"]')
  })

  it('F095 shows the link beside the skeleton after four seconds, and the times when they come', async () => {
    const time = stopTime()
    const { opened, open } = gate()
    const { booking } = await mount({ fetch: (app) => (input, init) => opened.then(() => overApp(app)(input, init)) })
    const reasons: string[] = []
    booking.addEventListener('olga-fallback', ({ reason }) => reasons.push(reason))
    await found('.bone')
    time.pass(3_999)
    expect(reasons).to.deep.equal([])
    time.pass(1)
    expect(reasons).to.deep.equal(['slow'])
    expect((await linked()).searchParams.get('cal.tz')).to.equal('Europe/Moscow')
    expect(contacts()).to.equal(true)
    expect(all('.bone').length).to.be.greaterThan(0)
    open()
    await found('[part~="time"]')
    expect(all(LINK)).to.have.length(0)
  })

  it('does the same while Cal.com does not answer', async () => {
    const time = stopTime()
    await mount({ before: ({ simulator }) => simulator.break({ kind: 'never' }) })
    await found('.bone')
    time.pass(4_000)
    expect((await linked()).pathname).to.equal('/olgarozet/delo-40min')
    expect(all('.bone').length).to.be.greaterThan(0)
  })

  it('F012 says that there is no such event type', async () => {
    const { booking } = await mount({ attributes: { event: 'nope' } })
    const reasons: string[] = []
    booking.addEventListener('olga-fallback', ({ reason }) => reasons.push(reason))
    await linked()
    expect(reasons).to.deep.equal(['misconfigured'])
    await until(() => pageText().includes('Такой встречи нет'), 'the reason')
  })

  it('F049 sends on who wants what is paid', async () => {
    await mount({ before: paid })
    expect((await linked()).pathname).to.equal('/olgarozet/delo-40min')
    await until(() => pageText().includes('записывают на странице Cal.com'), 'the reason')
  })

  it('keeps the month that is shown when the next one fails, and offers the link beside it', async () => {
    const { simulator } = await mount()
    await found('[part~="time"]')
    await click('[part~="next"]')
    await until(() => text(all('#day')[0]) === 'вторник, 1 декабря', 'December, which the proxy knows already')
    simulator.break({ kind: 'refuse' })
    await click('[part~="next"]')
    await linked()
    expect(text(all('[part~="month"]')[0])).to.equal('январь 2027')
    simulator.mend()
    await click('[part~="retry"]')
    await found('[part~="time"]')
    expect(text(all('#day')[0])).to.equal('пятница, 1 января')
  })

  it('shows the link after four seconds beside a month that does not come, and none of its neighbour’s times', async () => {
    const time = stopTime()
    let hang = false
    const never = new Promise<Response>(() => {})
    const { booking } = await mount({
      fetch: (app) => (input, init) => (hang ? never : overApp(app)(input, init)),
    })
    const reasons: string[] = []
    booking.addEventListener('olga-fallback', ({ reason }) => reasons.push(reason))
    await found('[part~="time"]')
    hang = true
    await click('[part~="next"]')
    time.pass(3_999)
    expect(reasons).to.deep.equal([])
    time.pass(1)
    await linked()
    expect(reasons).to.deep.equal(['slow'])
    expect(all('.day.free')).to.have.length(0)
    expect(times()).to.have.length(0)
  })
})
