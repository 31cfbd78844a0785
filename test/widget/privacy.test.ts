import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import { all, askPhone, click, fill, fillIn, found, mount, toForm } from './support.ts'

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

describe('what is his', () => {
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

  it('F110 needs no messages between windows, and listens to none', async () => {
    const heard: string[] = []
    const { postMessage, addEventListener } = window
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
    Object.assign(window, { postMessage, addEventListener })
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
