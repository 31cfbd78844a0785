import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import { all, click, fillIn, found, linked, mount, text, toForm } from './support.ts'

const MARK = 'rgb(1, 2, 3)'
const PARTS = [
  ...['card', 'header', 'calendar', 'month', 'prev', 'next', 'times', 'nearest', 'day', 'free', 'selected', 'time'],
  ...['when', 'form', 'field', 'label', 'input', 'error', 'consent', 'submit', 'back', 'taken', 'booked'],
  ...['fallback', 'link', 'retry'],
]

const MARKED = PARTS.map((part) => `olga-booking::part(${part}) { outline-color: ${MARK} }`).join('\n')

/** The page's own style sheet reaches these parts; the property is one that nothing inherits. */
function expectReached(...parts: string[]): void {
  for (const part of parts) {
    const elements = all(`[part~="${part}"]`)
    expect(elements, part).not.to.have.length(0)
    for (const element of elements) expect(getComputedStyle(element).outlineColor, part).to.equal(MARK)
  }
}

const ground = () => getComputedStyle(all('.card')[0] ?? document.body).backgroundColor
const ink = () => getComputedStyle(all('.card')[0] ?? document.body).color
const shown = (slot: string) => document.querySelector(`[slot="${slot}"]`)?.checkVisibility()

describe('the look', () => {
  let sheet: HTMLStyleElement
  beforeEach(() => {
    sheet = document.head.appendChild(document.createElement('style'))
  })
  afterEach(() => {
    sheet.remove()
    document.documentElement.style.colorScheme = ''
  })

  it('lets the page style every part, those of the later steps too', async () => {
    sheet.textContent = MARKED
    const { book, simulator } = await mount()
    await found('[part~="time"]')
    const pick = ['calendar', 'month', 'prev', 'next', 'times', 'nearest', 'day', 'free', 'selected', 'time']
    expectReached('card', 'header', ...pick)
    await toForm(START)
    expectReached('card', 'header', 'when', 'form', 'field', 'label', 'input', 'consent', 'submit', 'back')
    await click('[part~="submit"]')
    await found('[part~="error"]')
    expectReached('error')
    await fillIn()
    simulator.break({ kind: 'status', status: 400, on: { method: 'POST' }, times: 1 })
    await click('[part~="submit"]')
    await linked()
    expectReached('fallback', 'link')
    await book()
    await click('[part~="submit"]')
    await found('[part~="taken"]')
    expectReached('taken', 'time')
    await click('[part~="taken"] [part~="time"]')
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    expectReached('booked', 'when')
  })

  it('lets it style the way on, where the times cannot be shown', async () => {
    sheet.textContent = MARKED
    await mount({ before: ({ simulator }) => simulator.break({ kind: 'refuse' }) })
    await linked()
    expectReached('card', 'fallback', 'link', 'retry')
  })

  it('has the page’s own header, words by the consent, and last word', async () => {
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
    it(`has the colours of theme="${theme}" on a ${page} page, at the later steps too`, async () => {
      document.documentElement.style.colorScheme = page
      await mount({ attributes: { theme } })
      await found('[part~="time"]')
      expect([ground(), ink()]).to.deep.equal(colours)
      await toForm(START)
      expect(getComputedStyle(await found('#title')).color).to.equal(colours[1])
    })
  }

  it('takes the page’s colours for its own', async () => {
    sheet.textContent = 'olga-booking { --olga-accent: rgb(1, 2, 3); --olga-surface: rgb(4, 5, 6) }'
    await mount({ attributes: { theme: 'dark' } })
    await toForm(START)
    expect(ground()).to.equal('rgb(4, 5, 6)')
    expect(getComputedStyle(await found('[part~="submit"]')).backgroundColor).to.equal(MARK)
  })
})
