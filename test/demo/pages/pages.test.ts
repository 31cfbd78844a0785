import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listPages } from '../../../demo/pages.ts'
import { type Demo, serveDemo } from '../../../demo/serve.ts'
import { launch } from '../../support/browser.ts'

const pages = (await listPages()).map(({ path }) => path)
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let demo: Demo
let browser: Browser

beforeAll(async () => {
  demo = await serveDemo({ port: 0 })
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

interface Look {
  width?: number
  colorScheme?: 'light' | 'dark'
}

/** The page with its widgets drawn, and whatever it said or asked of others. */
async function open(path: string, { width = 1280, colorScheme = 'light' }: Look = {}) {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, timezoneId: 'Europe/Moscow' })
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol !== 'data:' && origin !== demo.url) said.push(request.url())
  })
  await page.goto(demo.url + path)
  const drawn = page.locator('[part~="time"], [part~="choice"]').first()
  if ((await page.locator('olga-booking').count()) > 0) await drawn.waitFor()
  return { page, said }
}

/** What axe finds wrong; but for widgets on one page that show the same day, which are the widget's matter. */
async function faults(page: Page) {
  await page.addScriptTag({ path: AXE })
  const { violations } = await page.evaluate(() => window.axe.run({ rules: { 'landmark-unique': { enabled: false } } }))
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

declare global {
  interface Window {
    axe: typeof axe
  }
}

describe('the demo', () => {
  it('serves what lies in its folder, and nothing beside it', async () => {
    expect(pages).toEqual(
      expect.arrayContaining(['/', '/landing.html', '/events.html', '/themes.html', '/builder.html']),
    )
    for (const path of ['/serve.ts', '/..%2fserve.ts', '/pages', '/nothing.html']) {
      expect((await fetch(demo.url + path)).status, path).toBe(404)
    }
  })

  it('lists every page on one of them, which the first one leads to', async () => {
    const { page } = await open('/')
    await page.getByRole('link', { name: 'Все страницы показа' }).click()
    await page.waitForURL('**/pages.html')
    const links = await page.locator('li a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    expect(links).toEqual(pages.filter((path) => path !== '/pages.html'))
    await page.close()
  })
})

describe.each(pages)('the page %s', (path) => {
  it.each([
    [360, 'dark'],
    [1280, 'light'],
  ] as const)('F104 fits into %i px, %s, is accessible, and asks nothing of others', async (width, colorScheme) => {
    const { page, said } = await open(path, { width, colorScheme })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect(await faults(page)).toEqual([])
    expect(said).toEqual([])
    await page.close()
  })
})
