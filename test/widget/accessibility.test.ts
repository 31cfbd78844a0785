import { setViewport } from '@web/test-runner-commands'
import { expect } from 'chai'
import { expectAccessible } from './axe.ts'
import { can, emulate, itIf } from './engine.ts'
import { STATES } from './states.ts'
import { all, found, mount } from './support.ts'

/** What a finger or a mouse is to hit: not the words within a text, which WCAG leaves out. */
const TARGETS = 'button, input, select, textarea, summary, a[part], .field a, .contact'

/** What can be hit, and where: a box together with its words. */
const targets = () =>
  all(TARGETS)
    .filter((one) => one.getRootNode() !== document && one.checkVisibility() && !one.closest('[aria-hidden="true"]'))
    .map((one) => ({ one, box: (one.closest('label') ?? one).getBoundingClientRect() }))

describe('accessibility', () => {
  const { documentElement, body } = document
  beforeEach(() => {
    documentElement.lang = 'ru'
    document.title = 'Запись'
  })
  afterEach(async () => {
    documentElement.style.colorScheme = ''
    body.style.margin = ''
    if (can.emulateMedia) await emulate({})
    await setViewport({ width: 1280, height: 800 })
  })

  for (const [state, reach] of Object.entries(STATES)) {
    it(`F080 has no fault that axe knows: ${state}`, async () => {
      documentElement.style.colorScheme = 'light'
      await reach()
      await expectAccessible()
      documentElement.style.colorScheme = 'dark'
      await expectAccessible()
    })

    it(`F080 fits into 320 px, as at 400 %, and can be hit there: ${state}`, async () => {
      await setViewport({ width: 320, height: 800 })
      body.style.margin = '0'
      await reach()
      expect(documentElement.scrollWidth).to.be.at.most(320)
      for (const { one, box } of targets()) {
        const what = `${one.localName} ${one.getAttribute('part')} ${one.getAttribute('name')}`
        expect(box.height, what).to.be.at.least(24)
        expect(box.width, what).to.be.at.least(24)
        expect(box.right, what).to.be.at.most(320)
      }
      const main = all('.main, .plain, [part~="input"], .times [part~="time"]').filter((one) => one.checkVisibility())
      for (const one of main)
        expect(one.getBoundingClientRect().height, `${one.localName} ${one.className}`).to.be.at.least(40)
    })
  }

  itIf(can.emulateMedia, 'F062 follows the scheme that the visitor prefers, where the page has both', async () => {
    documentElement.style.colorScheme = 'light dark'
    await mount()
    await found('[part~="time"]')
    const ground = () => getComputedStyle(all('.card')[0] ?? body).backgroundColor
    await emulate({ 'prefers-color-scheme': 'dark' })
    expect(ground()).to.equal('rgb(28, 27, 25)')
    await emulate({})
    expect(ground()).to.equal('rgb(255, 255, 255)')
  })
})
