import { expect } from 'chai'
import { START } from '../support/proxy.ts'

/** What `vite build` has made of the widget. The first copy on a page wins: it comes before the sources do. */
const SHIPPED = '/dist/widget/olga-booking.js'
const { OlgaBooking } = await import(SHIPPED)
const { all, click, fillIn, found, mount, posts, text, toForm, until } = await import('./support.ts')

describe('the widget as it is shipped', () => {
  it('is the one that is on the page', () => {
    expect(customElements.get('olga-booking')).to.equal(OlgaBooking)
  })

  it('leads from another month and back to the form, tells what is missing, and books', async () => {
    const { asked } = await mount()
    await found('.times [data-start]')
    await click('[part~="next"]')
    await found('[data-day^="2026-12"][part~="free"]')
    await click('[part~="prev"]')
    await toForm(START)
    await click('[part~="submit"]')
    await found('[part~="error"]')
    expect(posts(asked)).to.have.lengthOf(0)
    await fillIn()
    await until(() => all('[part~="error"]').every((error) => !text(error)), 'nothing is wrong any more')
    await click('[part~="submit"]')
    expect(text(await found('[part~="booked"]'))).to.contain('Вы записаны')
    expect(posts(asked).filter(({ url }) => url.endsWith('/v1/bookings'))).to.have.lengthOf(1)
  })

  it('opens in a dialog, speaks English, and goes from one meeting of several to the form', async () => {
    const { booking } = await mount({ attributes: { mode: 'popup', lang: 'en', events: '15min,delo-40min' } })
    booking.open()
    await until(() => all('[part~="choice"]').length === 2, 'there is a choice')
    all('[part~="choice"]')[1]?.click()
    await toForm(START)
    expect(all('dialog[open]')).to.have.lengthOf(1)
    expect(text(await found('[part~="submit"]'))).to.match(/^[\w ]+$/)
    booking.close()
    await until(() => all('dialog[open]').length === 0, 'it is closed')
  })
})
