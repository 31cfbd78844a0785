import { resetMouse, sendMouse } from '@web/test-runner-commands'
import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import { all, click, found, gate, type Mounted, mount, overApp, text, toForm, until } from './support.ts'

const fetched = (file: string) => performance.getEntriesByType('resource').some(({ name }) => name.includes(file))
const asksForTimes = (asked: Request[]) => asked.filter(({ url }) => url.includes('/v1/slots'))
const asksFor = (asked: Request[], month: string) => asked.filter(({ url }) => url.includes(`month=${month}`))

/** Until all that was begun in this one has asked for what it wants. */
const frame = () => new Promise(requestAnimationFrame)

async function pointAt(element: Element): Promise<void> {
  const { x, y, width, height } = element.getBoundingClientRect()
  await sendMouse({ type: 'move', position: [Math.round(x + width / 2), Math.round(y + height / 2)] })
}

/** Another tab is before ours for so long. */
function leave({ simulator }: Pick<Mounted, 'simulator'>, ms: number): void {
  let hidden = true
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
  document.dispatchEvent(new Event('visibilitychange'))
  simulator.clock.advance(ms)
  hidden = false
  document.dispatchEvent(new Event('visibilitychange'))
  Reflect.deleteProperty(document, 'hidden')
}

describe('what is asked for, and when', () => {
  afterEach(() => resetMouse())

  // First of all: what this page has fetched once, it never fetches again.
  it('F090 is the form’s code before anybody wants the form', async () => {
    // Its list has room for 250, which is full of what the tests have loaded.
    performance.setResourceTimingBufferSize(5_000)
    performance.clearResourceTimings()
    await mount()
    await until(() => fetched('/widget/later.ts'), 'the code of the form')
    expect(all('[part~="submit"]')).to.have.length(0)
  })

  it('F094 is the next month when he points at its button, and not again when he turns to it', async () => {
    const { asked } = await mount()
    await found('[part~="time"]')
    const next = await found('[part~="next"]')
    next.scrollIntoView()
    expect(asksFor(asked, '2026-12')).to.have.length(0)
    await pointAt(next)
    await until(() => asksFor(asked, '2026-12').length > 0, 'a request for December')
    next.click()
    await until(() => text(all('#day')[0]) === 'вторник, 1 декабря', 'the times of December')
    expect(asksFor(asked, '2026-12')).to.have.length(1)
    expect(asksFor(asked, '2027-01')).to.have.length(0)
  })

  it('F094 is the next month when the focus comes to its button', async () => {
    const { asked } = await mount()
    await found('[part~="time"]')
    ;(await found('[part~="next"]')).focus()
    await until(() => asksFor(asked, '2026-12').length > 0, 'a request for December')
  })

  it('is every month that he has seen, past the browser’s own copies, when times are to be new', async () => {
    const { asked, booking } = await mount()
    await found('[part~="time"]')
    await click('[part~="next"]')
    await until(() => text(all('#day')[0]) === 'вторник, 1 декабря', 'the times of December')
    const before = asksForTimes(asked)
    expect(new Set(before.map(({ cache }) => cache))).to.deep.equal(new Set(['default']))
    await booking.refresh()
    const anew = asksForTimes(asked).slice(before.length)
    expect(new Set(anew.map(({ cache }) => cache))).to.deep.equal(new Set(['no-cache']))
    const months = (of: Request[]) => new Set(of.map(({ url }) => new URL(url).searchParams.get('month') ?? '2026-11'))
    expect(months(anew)).to.deep.equal(months(before))
    expect([...months(anew)]).to.include.members(['2026-11', '2026-12'])
  })

  it('F027 is what is free now when he comes back to the tab after more than a minute', async () => {
    const parts = await mount()
    const { asked, booking, simulator } = parts
    // The form has been there, so its code has, and what watches the tab came with it.
    await toForm(START)
    await click('[part~="back"]')
    await found('[part~="time"]')
    const anew = () => asksFor(asked, '2026-11').filter(({ cache }) => cache === 'no-cache').length
    // Whatever is under way ends, or the next wish would join it.
    await booking.refresh()
    const before = anew()
    leave(parts, 59_000)
    await frame()
    expect(anew()).to.equal(before)
    simulator.account.busy.push({ start: START, end: '2026-11-25T07:40:00.000Z' })
    // So long that the proxy, too, asks before it answers.
    leave(parts, 600_001)
    await until(() => anew() === before + 1, 'what is free now')
    await until(() => all('.times [data-start]')[0]?.dataset.start === '2026-11-25T07:40:00.000Z', '10:00 is gone')
    booking.remove()
    await frame()
    leave(parts, 60_001)
    await frame()
    expect(anew()).to.equal(before + 1)
  })

  it('F091 is nothing at all by an element that nobody has opened', async () => {
    const { asked, booking } = await mount({ attributes: { mode: 'popup' } })
    await found('[part~="trigger"]')
    await booking.updateComplete
    expect(asked).to.deep.equal([])
    booking.open()
    await found('[part~="time"]')
    expect(asked.map(({ url }) => new URL(url).pathname)).to.deep.equal(['/v1/slots', '/v1/events/delo-40min'])
  })

  it('F090 is what it will show as soon as somebody may be about to open it', async () => {
    const { asked } = await mount({ attributes: { mode: 'popup' } })
    // Once it stands where it will stay.
    await found('[part~="trigger"]')
    await pointAt(document.querySelector('olga-booking > a') ?? document.body)
    await until(() => asksForTimes(asked).length === 1, 'a request for the times')
    expect(all('dialog[open]')).to.deep.equal([])
  })

  it('F090 is an address that a page can preload, with a request as simple as its own', async () => {
    const { asked } = await mount()
    await found('[part~="time"]')
    const first = asked.map(({ url, method, headers, cache }) => [url, method, [...headers].length, cache])
    expect(first).to.deep.equal([
      ['https://book.example.com/v1/slots?event=delo-40min', 'GET', 0, 'default'],
      ['https://book.example.com/v1/events/delo-40min', 'GET', 0, 'default'],
    ])
  })

  it('F092 leaves everything below where it is when the times come', async () => {
    const { opened, open } = gate()
    await mount({ fetch: (app) => (input, init) => opened.then(() => overApp(app)(input, init)) })
    const below = document.body.appendChild(document.createElement('p'))
    await found('.bone')
    const before = below.getBoundingClientRect().top
    open()
    await found('[part~="time"]')
    expect(below.getBoundingClientRect().top).to.equal(before)
  })

  it('F092 leaves everything below where it is at another day and another month', async () => {
    await mount()
    const below = document.body.appendChild(document.createElement('p'))
    await found('[part~="time"]')
    const before = below.getBoundingClientRect().top
    await click('[data-day="2026-11-27"]')
    await click('[part~="next"]')
    await until(() => text(all('#day')[0]) === 'вторник, 1 декабря', 'the times of December')
    expect(below.getBoundingClientRect().top).to.equal(before)
  })
})
