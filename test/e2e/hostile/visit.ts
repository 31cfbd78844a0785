import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launch } from '../../support/browser.ts'
import { addEyes } from './look.ts'
import { type HostileSite, now, serveHostile } from './site.ts'

interface Visiting extends BrowserContextOptions {
  /** Done to the page before it is opened. */
  before?: (page: Page) => Promise<unknown>
  /** What the browser itself, not the widget, says of such a page. */
  expected?: RegExp
  /** Default: waits for the first times. */
  isPlain?: boolean
}

let site: HostileSite
let browser: Browser
let visits: { page: Page; said: string[] }[] = []

/**
 * Starts a browser for a test file, and for each test a site and a proxy of its own, whose limits nobody has used yet;
 * after each test every page has kept quiet (F104), or it fails.
 */
export function hostile() {
  beforeAll(async () => {
    browser = await launch()
  }, 60_000)
  beforeEach(async () => {
    site = await serveHostile()
  })
  afterEach(async () => {
    const said = visits.flatMap((visit) => visit.said)
    await Promise.all(visits.map(({ page }) => page.context().close()))
    visits = []
    await site.close()
    expect(said, 'errors, words for the console, requests to others').toEqual([])
  })
  afterAll(() => browser?.close())
}

/** Both names of the one proxy. */
export const proxyUrls = () => [site.demo.url, site.demo.url.replace('127.0.0.1', 'localhost')]

/** Opens one of `pages/` as a visitor in Moscow. */
export async function visit(name: string, { before, expected, isPlain, ...options }: Visiting = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'ru-RU', timezoneId: 'Europe/Moscow', ...options })
  const page = await context.newPage()
  const said: string[] = []
  const hear = (text: string) => expected?.test(text) || said.push(text)
  page.on('console', (message) => hear(`console: ${message.text()}`))
  page.on('pageerror', (error) => hear(`error: ${error.message}`))
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol !== 'data:' && ![site.url, ...proxyUrls()].includes(origin)) hear(`request: ${request.url()}`)
  })
  visits.push({ page, said })
  await page.clock.install({ time: now() })
  await addEyes(page)
  await before?.(page)
  await page.goto(`${site.url}/${name}`)
  if (!isPlain) await times(page).first().waitFor()
  return page
}

/** Anything inside a widget, by its part. */
export const part = (of: Page | Locator, name: string): Locator => {
  const inside = `[part~="${name}"]`
  return 'goto' in of ? of.locator(`olga-booking ${inside}`) : of.locator(inside)
}

/** Those that can be seen: a narrow widget may have others at hand. */
export const times = (of: Page | Locator): Locator => part(of, 'time').filter({ visible: true })

/** Fills in the form, in more than the moment that only robots need. */
export async function fillIn(of: Page | Locator): Promise<void> {
  await ('goto' in of ? of : of.page()).clock.runFor(3_000)
  await of.locator('input[name="name"]').fill('Анна Ветрова')
  await of.locator('input[name="email"]').fill('anna@example.com')
  await of.locator('input[name="consent"]').check()
}

/** From the times to «вы записаны», by clicks at what can be seen and reached. */
export async function book(of: Page | Locator, which: 'first' | 'last' = 'last'): Promise<void> {
  await times(of)[which]().click()
  await fillIn(of)
  await part(of, 'submit').click()
  await part(of, 'booked').waitFor()
}
