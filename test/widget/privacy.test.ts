import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import { listen, TYPES } from './heard.ts'
import { all, askPhone, click, fill, fillIn, found, linked, mount, toForm } from './support.ts'

const PERSON = /Иван|Петров|ivan|anna|916\D*123|переезд/i
/** What addresses on the page and in requests say, in plain letters. */
const plain = (addresses: string[]) => addresses.map((address) => decodeURIComponent(address).replace(/\+/g, ' '))

/** All that a visitor can give away. */
async function fillAll(): Promise<void> {
  await fillIn()
  fill('attendeePhoneNumber', '8 (916) 123-45-67')
  fill('notes', 'О переезде')
  fill('guests', 'anna@example.com')
}

/** What a thing tells whoever looks closely: every property, getters too, and theirs. */
function told(thing: unknown): string {
  if (typeof thing !== 'object' || thing === null) return typeof thing === 'function' ? '' : String(thing)
  const names: string[] = []
  for (let of = thing; of !== Event.prototype && of !== Object.prototype; of = Object.getPrototypeOf(of))
    names.push(...Object.getOwnPropertyNames(of))
  return names.map((name) => `${name}: ${told(thing[name as keyof typeof thing])}`).join('\n')
}

describe('what is his', () => {
  const { postMessage, addEventListener } = window
  afterEach(() => Object.assign(window, { postMessage, addEventListener }))

  it('F106 is in no address that is asked for, nor in any that the page shows', async () => {
    const before = location.href
    const { asked, simulator } = await mount({ before: askPhone })
    await toForm(START)
    await fillAll()
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    const shown = all<HTMLAnchorElement>('a[href]').map(({ href }) => href)
    // Of the calendars, the title alone: it is what he and his host are called there.
    const ours = shown.filter((href) => !/calendar\.google|outlook/.test(href))
    for (const address of plain([...asked.map(({ url }) => url), ...ours, location.href]))
      expect(address).not.to.match(PERSON)
    const [made] = simulator.account.bookings
    for (const address of [...asked.map(({ url }) => url), ...shown]) expect(address).not.to.contain(made?.uid)
    expect(location.href).to.equal(before)
  })

  it('F106 goes along with no link that leaves the page', async () => {
    await mount()
    await toForm(START)
    await fillIn()
    await click('[part~="submit"]')
    const booked = await found('[part~="booked"]')
    const links = [...booked.querySelectorAll('a')]
    expect(links).not.to.have.length(0)
    for (const { rel, referrerPolicy, href } of links)
      expect([rel, referrerPolicy], href).to.deep.equal(['noopener', 'no-referrer'])
  })

  it('F086 is in no event, which names the moments, and nobody', async () => {
    const { asked, booking, simulator } = await mount({ before: askPhone })
    const heard = listen(booking)
    const words: string[] = []
    // At once: a getter may forget later what it tells now.
    for (const type of TYPES) booking.addEventListener(type, (event) => words.push(told(event)))
    await toForm(START)
    await fillAll()
    simulator.break({ kind: 'status', status: 400, on: { method: 'POST' }, times: 1 })
    await click('[part~="submit"]')
    await linked()
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    expect(new Set(heard.map(({ type }) => type))).to.deep.equal(new Set(TYPES))
    const said = words.join('\n')
    expect(said).to.contain(START)
    expect(said).not.to.match(/Иван|Петров|ivan|anna|example\.com|916\D*123|переезд/i)
    expect(said).not.to.contain(simulator.account.bookings[0]?.uid)
    expect(said).not.to.contain(asked.at(-1)?.headers.get('idempotency-key'))
  })

  it('F110 needs no messages between windows, and listens to none', async () => {
    const heard: string[] = []
    window.postMessage = () => heard.push('sent')
    window.addEventListener = (type: string, ...rest: unknown[]) => {
      if (type === 'message') heard.push('listened to')
      return Reflect.apply(addEventListener, window, [type, ...rest])
    }
    await mount()
    await toForm(START)
    await fillIn()
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    expect(heard).to.deep.equal([])
    expect(all('iframe')).to.have.length(0)
  })

  it('F104 is asked of one origin alone', async () => {
    const { asked } = await mount({ attributes: { metrika: '' } })
    await toForm(START)
    await fillIn()
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    expect(new Set(asked.map(({ url }) => new URL(url).origin))).to.deep.equal(new Set(['https://book.example.com']))
    for (const [selector, name] of [
      ['img, iframe, script, source, video', 'src'],
      ['link', 'href'],
    ] as const)
      expect(all(selector).filter((one) => one.getRootNode() !== document && one.hasAttribute(name))).to.deep.equal([])
  })
})
