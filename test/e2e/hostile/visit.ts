import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launch } from '../../support/browser.ts'
import { addEyes } from './look.ts'
import { type HostileSite, serveHostile } from './site.ts'

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

/** Starts site and browser for a test file; after each test every page has kept quiet (F104), or it fails. */
export function hostile() {
  beforeAll(async () => {
    site = await serveHostile()
    browser = await launch()
  }, 60_000)
  afterEach(async () => {
    const said = visits.flatMap((visit) => visit.said)
    await Promise.all(visits.map(({ page }) => page.context().close()))
    visits = []
    expect(said, 'errors, words for the console, requests to others').toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
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

let people = 0

/** Fills in the form, as somebody who was not here before. */
export async function fillIn(of: Page | Locator): Promise<void> {
  await of.locator('input[name="name"]').fill('Анна Ветрова')
  await of.locator('input[name="email"]').fill(`anna-${++people}@example.com`)
  await of.locator('input[name="consent"]').check()
}

/** From the times to «вы записаны», by clicks at what can be seen and reached. */
export async function book(of: Page | Locator, which: 'first' | 'last' = 'last'): Promise<void> {
  await times(of)[which]().click()
  await fillIn(of)
  await part(of, 'submit').click()
  await part(of, 'booked').waitFor()
}
