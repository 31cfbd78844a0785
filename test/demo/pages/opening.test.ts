import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, serveDemo } from '../../../demo/serve.ts'
import { launch } from '../../support/browser.ts'

let demo: Demo
let browser: Browser
let page: Page

beforeAll(async () => {
  demo = await serveDemo({ port: 0 })
  browser = await launch()
})

afterEach(() => page.context().close())

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

async function open(path: string) {
  page = await browser.newPage({ timezoneId: 'Europe/Moscow', viewport: { width: 1280, height: 900 } })
  await page.goto(demo.url + path)
}

/** The times in the window that lies over the page. */
const inWindow = () => page.locator('#olga-booking [part~="dialog"] [part~="time"]').first()

describe('the landing page', () => {
  it.each(['Выбрать время', 'Записаться на 40 минут'])(
    'F002 F004 opens the window by its button «%s»',
    async (name) => {
      await open('/landing.html')
      await page.locator('olga-booking [part~="time"]').first().waitFor()
      expect(await inWindow().isVisible()).toBe(false)
      await page.getByRole('link', { name, exact: true }).click()
      await inWindow().waitFor()
      expect(page.url()).toBe(`${demo.url}/landing.html`)
      await page.keyboard.press('Escape')
      await inWindow().waitFor({ state: 'hidden' })
    },
  )

  it('F003 opens it by the button in the corner, too', async () => {
    await open('/landing.html?mode=floating')
    await page.locator('#olga-booking [part~="launcher"]').click()
    await inWindow().waitFor()
  })

  it('F096 leads from its buttons to the plain link when the script is blocked', async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.route('**/olga-booking.js', (route) => route.abort())
    await page.goto(`${demo.url}/landing.html`)
    await page.getByRole('link', { name: 'Выбрать время' }).click()
    const link = page.getByRole('link', { name: 'Открыть календарь на Cal.com' })
    await expect.poll(() => link.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
    expect(await link.getAttribute('href')).toBe('https://cal.com/olgarozet/delo-40min')
    const second = page.getByRole('link', { name: 'Записаться на 40 минут' })
    expect(await second.getAttribute('href')).toBe('https://cal.com/olgarozet/delo-40min')
  })
})

describe('the page of meetings', () => {
  it('F026 asks which one, then shows its times', async () => {
    await open('/events.html')
    await page.locator('olga-booking').getByRole('button', { name: '15 минут' }).click()
    await page.locator('olga-booking [part~="time"]').first().waitFor()
    expect(await page.locator('olga-booking h2').innerText()).toContain('15 минут')
  })
})

describe('the preview of the builder', () => {
  it('F052 goes to the end, and books nothing', async () => {
    await open('/builder.html')
    const booking = page.locator('#preview olga-booking')
    await booking.locator('[part~="time"]').last().click()
    await booking.locator('input[name="name"]').fill('Анна Ветрова')
    await booking.locator('input[name="email"]').fill('anna@example.com')
    await booking.locator('input[name="consent"]').check()
    const asked = page.waitForRequest(/\/v1\/bookings(\?|$)/)
    await booking.locator('[part~="submit"]').click()
    expect((await asked).url()).toContain('dry-run=1')
    await booking.getByText('Всё в порядке').waitFor()
    expect(demo.simulator.account.bookings).toEqual([])
  })
})
