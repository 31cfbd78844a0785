import { setViewport } from '@web/test-runner-commands'
import 'axe-core'
import type axe from 'axe-core'
import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import { can, emulate, itIf } from './engine.ts'
import { all, click, fillIn, found, mount, toForm } from './support.ts'

declare global {
  interface Window {
    axe: typeof axe
  }
}

async function expectAccessible(): Promise<void> {
  // Motion that has not ended yet would be measured half way.
  await Promise.all(
    all('*')
      .flatMap((element) => element.getAnimations())
      .filter(({ effect }) => effect?.getTiming().iterations === 1)
      .map(({ finished }) => finished),
  )
  const { violations } = await window.axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: {
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
      'landmark-one-main': { enabled: false },
    },
  })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).to.deep.equal([])
}

describe('accessibility', () => {
  afterEach(() => {
    document.documentElement.style.colorScheme = ''
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [320, 1280]) {
      it(`has no fault at any step, ${colorScheme}, ${width} px wide`, async () => {
        document.documentElement.style.colorScheme = colorScheme
        await setViewport({ width, height: 800 })
        document.documentElement.lang = 'ru'
        document.title = 'Запись'
        await mount()
        await found('[part~="time"]')
        await expectAccessible()
        await toForm(START)
        await expectAccessible()
        await click('[part~="submit"]')
        await found('[part~="error"]')
        await expectAccessible()
        await fillIn()
        await click('[part~="submit"]')
        await found('[part~="booked"]')
        await expectAccessible()
      })
    }

    it(`has no fault where the link has to help, ${colorScheme}`, async () => {
      document.documentElement.style.colorScheme = colorScheme
      await mount({ before: ({ simulator }) => simulator.break({ kind: 'refuse' }) })
      await found('a[part~="link"]')
      await expectAccessible()
    })
  }

  itIf(can.emulateMedia, 'follows the scheme that the visitor prefers, where the page has both', async () => {
    document.documentElement.style.colorScheme = 'light dark'
    await mount()
    await found('[part~="time"]')
    const ground = () => getComputedStyle(all('.card')[0] ?? document.body).backgroundColor
    await emulate({ 'prefers-color-scheme': 'dark' })
    expect(ground()).to.equal('rgb(28, 27, 25)')
    await emulate({})
    expect(ground()).to.equal('rgb(255, 255, 255)')
  })

  it('never needs more room than a phone of 320 px has', async () => {
    await setViewport({ width: 320, height: 800 })
    document.body.style.margin = '0'
    await mount()
    await toForm(START)
    expect(document.documentElement.scrollWidth).to.be.at.most(320)
    await click('[part~="back"]')
    await found('[part~="time"]')
    expect(document.documentElement.scrollWidth).to.be.at.most(320)
    for (const time of all('.times [part~="time"]')) expect(time.getBoundingClientRect().height).to.be.at.least(44)
    for (const day of all('[data-day]')) expect(day.getBoundingClientRect().height).to.be.at.least(24)
  })
})
