import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import { can, emulate, itIf } from './engine.ts'
import { PROPERTIES } from './properties.ts'
import { all, click, contacts, fillIn, found, linked, mount, pageText, text, toForm, until } from './support.ts'

const MARK = 'rgb(1, 2, 3)'
const ground = () => getComputedStyle(all('.card')[0] ?? document.body).backgroundColor
const ink = () => getComputedStyle(all('.card')[0] ?? document.body).color
const shown = (slot: string) => document.querySelector(`[slot="${slot}"]`)?.checkVisibility()

describe('the look', () => {
  let sheet: HTMLStyleElement
  beforeEach(() => {
    sheet = document.head.appendChild(document.createElement('style'))
  })
  afterEach(async () => {
    sheet.remove()
    document.documentElement.style.colorScheme = ''
    if (can.emulateMedia) await emulate({})
  })

  it('F065 has the page’s own header, words by the consent, and last word', async () => {
    await mount({
      children: `<h1 slot="header">Моя встреча</h1><p slot="consent">И ещё</p><p slot="success">До встречи</p>`,
    })
    await found('[part~="time"]')
    expect([shown('header'), shown('consent'), shown('success')]).to.deep.equal([true, false, false])
    expect(all('h2')[0]?.checkVisibility()).to.equal(false)
    await toForm(START)
    expect([shown('header'), shown('consent'), shown('success')]).to.deep.equal([true, true, false])
    await fillIn()
    await click('[part~="submit"]')
    expect(text(await found('[part~="booked"]'))).to.contain('Вы записаны')
    expect([shown('consent'), shown('success')]).to.deep.equal([false, true])
  })

  for (const [theme, page, colours] of [
    ['light', 'dark', ['rgb(255, 255, 255)', 'rgb(31, 29, 26)']],
    ['dark', 'light', ['rgb(28, 27, 25)', 'rgb(242, 239, 233)']],
    ['auto', 'dark', ['rgb(28, 27, 25)', 'rgb(242, 239, 233)']],
    ['auto', 'light', ['rgb(255, 255, 255)', 'rgb(31, 29, 26)']],
  ] as const) {
    it(`F061 has the colours of theme="${theme}" on a ${page} page, at the later steps too`, async () => {
      document.documentElement.style.colorScheme = page
      await mount({ attributes: { theme } })
      await found('[part~="time"]')
      expect([ground(), ink()]).to.deep.equal(colours)
      await toForm(START)
      expect(getComputedStyle(await found('#title')).color).to.equal(colours[1])
    })
  }

  it('F063 takes the page’s colours for its own', async () => {
    sheet.textContent = 'olga-booking { --olga-accent: rgb(1, 2, 3); --olga-surface: rgb(4, 5, 6) }'
    await mount({ attributes: { theme: 'dark' } })
    await toForm(START)
    expect(ground()).to.equal('rgb(4, 5, 6)')
    expect(getComputedStyle(await found('[part~="submit"]')).backgroundColor).to.equal(MARK)
  })

  it('F062 follows the page at once when its scheme changes', async () => {
    document.documentElement.style.colorScheme = 'light'
    await mount()
    await found('[part~="time"]')
    expect(ground()).to.equal('rgb(255, 255, 255)')
    document.documentElement.style.colorScheme = 'dark'
    expect(ground()).to.equal('rgb(28, 27, 25)')
  })

  it('F062 follows the scheme of the place that it stands in', async () => {
    const { booking } = await mount()
    await found('[part~="time"]')
    const place = document.createElement('div')
    place.style.colorScheme = 'dark'
    booking.replaceWith(place)
    place.append(booking)
    await until(() => ground() === 'rgb(28, 27, 25)', 'the dark ground')
  })

  for (const [property, value, selector, name, seen] of PROPERTIES) {
    it(`F063 has --olga-${property}`, async () => {
      sheet.textContent = `olga-booking { --olga-${property}: ${value} }`
      await mount()
      await found('[part~="time"]')
      if (property === 'danger') await toForm(START).then(() => click('[part~="submit"]'))
      expect(getComputedStyle(await found(selector))[name]).to.match(seen)
    })
  }

  it('F065 has the page’s other ways to reach its owner where nothing else helps', async () => {
    await mount({ before: ({ simulator }) => simulator.break({ kind: 'refuse' }) })
    await linked()
    expect(contacts()).to.equal(true)
  })

  it('F066 shows no name and no mark but the owner’s, at any step', async () => {
    await mount()
    const foreign = /cal\.com|powered|olga-booking/i
    await found('[part~="time"]')
    expect(pageText()).not.to.match(foreign)
    await toForm(START)
    expect(pageText()).not.to.match(foreign)
    await fillIn()
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    expect(pageText()).not.to.match(foreign)
    expect(all('img')).to.deep.equal([])
  })

  it('F066 lets the page put its own words, or none, in place of the title', async () => {
    await mount({ children: '<span slot="header"></span>' })
    await found('[part~="time"]')
    expect(all('h2').filter((title) => title.checkVisibility())).to.deep.equal([])
  })

  it('F067 has the font of the page, in its controls too', async () => {
    sheet.textContent = 'body { font-family: Georgia, serif }'
    await mount()
    await toForm(START)
    for (const selector of ['.card', 'h2', '[part~="input"]', 'textarea', '[part~="submit"]'])
      expect(getComputedStyle(await found(selector)).fontFamily, selector).to.equal('Georgia, serif')
  })

  itIf(can.emulateMedia, 'F068 moves nothing for those who want nothing to move', async () => {
    await emulate({ 'prefers-reduced-motion': 'reduce' })
    const moving = () => all('*').flatMap((element) => element.getAnimations())
    const { simulator } = await mount()
    expect((await found('.bone')).getAnimations()).to.deep.equal([])
    await toForm(START)
    await fillIn()
    simulator.break({ kind: 'slow', ms: 100 })
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    expect(moving()).to.deep.equal([])
    expect(getComputedStyle(await found('.plain')).transitionDuration).to.equal('0s')
  })

  itIf(can.emulateMedia, 'F080 tells days apart where the visitor has colours of his own', async () => {
    await emulate({ 'forced-colors': 'active' })
    await mount()
    const chosen = getComputedStyle(await found('.day.selected'))
    const free = getComputedStyle(await found('.day.free:not(.selected)'))
    const taken = getComputedStyle(await found('.day[aria-disabled]'))
    expect(chosen.backgroundColor).not.to.equal(free.backgroundColor)
    expect([free.borderTopStyle, taken.borderTopStyle]).to.deep.equal(['solid', 'none'])
  })
})
