import { type ChildProcess, spawn } from 'node:child_process'
import { Hono } from 'hono'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Listening, listen } from '../../proxy/listen.node.ts'
import { bookNextMonth } from '../proxy/by-http.ts'
import { launch } from '../support/browser.ts'
import { KEY } from '../support/proxy.ts'

let server: ChildProcess
/** Another site, which has the tag on its page and is on the list. */
let site: Listening
let browser: Browser
let url: string
let calcom: string

/** The server of `npm start`, as a process of its own, and what it says of its addresses. */
beforeAll(async () => {
  site = await listen(
    new Hono().get('/', (c) => c.html(pageOf(url))),
    0,
    '127.0.0.1',
  )
  const { CAL_API_KEY: _, ...env } = process.env
  const settings = { PORT: '0', ALLOWED_ORIGINS: `http://127.0.0.1:${site.port}` }
  server = spawn(process.execPath, ['--import', 'tsx', 'demo/server.ts'], { env: { ...env, ...settings } })
  const said = await new Promise<string>((resolve, reject) => {
    let text = ''
    server.stdout?.on('data', (data) => {
      text += data
      if (text.includes('Cal.com')) resolve(text)
    })
    let complaints = ''
    server.stderr?.on('data', (data) => {
      complaints += data
    })
    server.once('exit', () => reject(new Error(`it ended: ${complaints}`)))
  })
  const addresses = said.match(/http:\/\/127\.0\.0\.1:\d+/g) ?? []
  url = addresses[0] ?? ''
  calcom = addresses.at(-1) ?? ''
  browser = await launch()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  server?.kill()
  await site?.close()
})

/** As the README has it pasted. */
const pageOf = (proxy: string) => `<!doctype html><html lang="ru"><title>Page</title><link rel="icon" href="data:,">
  <script type="module" src="${proxy}/olga-booking.js"></script>
  <olga-booking event="delo-40min"><a href="https://cal.com/olgarozet/delo-40min">Записаться</a></olga-booking>`

async function fillIn(page: Page) {
  await page.locator('input[name="name"]').fill('Иван Петров')
  await page.locator('input[name="email"]').fill('ivan@example.com')
  await page.locator('input[name="consent"]').check()
}

/** A page of a visitor in Yekaterinburg, and what its console said. */
async function visit(address = `${url}/?utm_source=vk`): Promise<{ page: Page; said: string[] }> {
  const page = await browser.newPage({ locale: 'ru-RU', timezoneId: 'Asia/Yekaterinburg' })
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  await page.goto(address)
  await page.waitForSelector('[part~="time"]')
  return { page, said }
}

async function bookings(): Promise<Record<string, unknown>[]> {
  const headers = { authorization: `Bearer ${KEY}`, 'cal-api-version': '2024-08-13' }
  const res = await fetch(`${calcom}/v2/bookings?take=100`, { headers })
  return (await res.json()).data
}

describe('npm start', () => {
  it('books by clicks and keys, and Cal.com has it', async () => {
    const { page, said } = await visit()
    const time = page.locator('.times [part~="time"]').last()
    const start = await time.getAttribute('data-start')
    await time.click()
    expect(await page.locator('[part~="when"]').innerText()).toMatch(/у вас\s+\d\d:\d\d по Москве/)
    await page.locator('input[name="name"]').fill('Иван Петров')
    await page.keyboard.press('Tab')
    await page.keyboard.type('ivan@example.com')
    await page.locator('input[name="consent"]').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[part~="booked"]')
    const made = (await bookings()).find((booking) => booking.start === start)
    expect(made).toMatchObject({
      status: 'accepted',
      attendees: [{ name: 'Иван Петров', email: 'ivan@example.com', timeZone: 'Asia/Yekaterinburg', language: 'ru' }],
      metadata: { utm_source: 'vk', page: `${url}/`, ref: expect.any(String), consent_version: expect.any(String) },
    })
    expect(await page.locator('[part~="booked"]').innerText()).toContain(String(Object(made?.metadata).ref))
    expect(said).toEqual([])
    await page.close()
  })

  it('gives a time back at once when Olga cancels in Cal.com itself', async () => {
    const { start } = await bookNextMonth((path, init) => fetch(url + path, init))
    const free = async () => {
      const res = await fetch(`${url}/v1/slots?event=delo-40min&month=${start?.slice(0, 7)}`)
      return (await res.json()).slots
    }
    expect(await free()).not.toContain(start)
    const made = (await bookings()).find((booking) => booking.start === start)
    const headers = {
      authorization: `Bearer ${KEY}`,
      'cal-api-version': '2024-08-13',
      'content-type': 'application/json',
    }
    const body = JSON.stringify({ cancellationReason: 'Заболела' })
    await fetch(`${calcom}/v2/bookings/${made?.uid}/cancel`, { method: 'POST', headers, body })
    await vi.waitFor(async () => expect(await free()).toContain(start), { timeout: 15_000, interval: 200 })
  })

  it('shows the widget on a landing page that only includes the script', async () => {
    const { page, said } = await visit(`${url}/landing.html`)
    expect(await page.locator('olga-booking[event="30min"] h2').innerText()).toContain('30 минут')
    expect(said).toEqual([])
    await page.close()
  })

  it('books on another site that is on the list', async () => {
    const { page, said } = await visit(`http://127.0.0.1:${site.port}/`)
    const time = page.locator('.times [part~="time"]').last()
    const start = await time.getAttribute('data-start')
    await time.click()
    await fillIn(page)
    await page.locator('[part~="submit"]').click()
    await page.waitForSelector('[part~="booked"]')
    expect((await bookings()).map((booking) => booking.start)).toContain(start)
    expect(said).toEqual([])
    await page.close()
  })

  it('fetches the code of the form before anybody asks for it', async () => {
    const page = await browser.newPage()
    const later = page.waitForResponse('**/assets/later-*')
    await page.goto(url)
    expect((await later).ok()).toBe(true)
    await page.close()
  })

  it.each([320, 360, 1280])('is %i px wide as high with many times as with few', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, timezoneId: 'Europe/Moscow' })
    const heights = new Set<number>()
    for (const event of ['delo-40min', '15min', '15min&lang=en']) {
      await page.goto(`${url}/?event=${event}`)
      await page.waitForSelector('[part~="time"]')
      heights.add(await page.locator('[part~="card"]').evaluate(({ clientHeight }) => clientHeight))
    }
    expect(heights.size).toBe(1)
    await page.close()
  })

  it('shows the link in the tag when the script is blocked', async () => {
    const page = await browser.newPage()
    await page.route('**/olga-booking.js', (route) => route.abort())
    await page.goto(url)
    const link = page.getByRole('link', { name: 'Записаться на 40 минут' })
    expect(await link.isVisible()).toBe(true)
    expect(await link.getAttribute('href')).toBe('https://cal.com/olgarozet/delo-40min')
    await page.close()
  })

  it('leads on by the link when the code of the form does not arrive', async () => {
    const page = await browser.newPage({ timezoneId: 'Europe/Moscow' })
    await page.route('**/assets/later-*', (route) => route.abort())
    await page.goto(url)
    const time = page.locator('.times [part~="time"]').first()
    const start = await time.getAttribute('data-start')
    await time.click()
    const link = await page.locator('a[part~="link"]').getAttribute('href')
    expect(new URL(link ?? '').searchParams.get('slot')).toBe(start)
    await page.close()
  })

  it('offers the way back and the link while the code of the form hangs', async () => {
    const page = await browser.newPage({ timezoneId: 'Europe/Moscow' })
    await page.route('**/assets/later-*', () => undefined)
    await page.goto(url)
    const reason = page.evaluate(
      () => new Promise((told) => document.addEventListener('olga-fallback', (event) => told(event.reason))),
    )
    await page.locator('.times [part~="time"]').first().click()
    await page.locator('a[part~="link"]').waitFor()
    expect(await reason).toBe('form')
    await page.locator('[part~="back"]').click()
    await page.locator('.times [part~="time"]').first().waitFor()
    await page.close()
  })

  it('takes properties set before the script came, and the script twice', async () => {
    const page = await browser.newPage({ timezoneId: 'Europe/Moscow' })
    const said: string[] = []
    page.on('pageerror', (error) => said.push(error.message))
    const body = `<title>Page</title><olga-booking></olga-booking>
      <script>Object.assign(document.querySelector('olga-booking'), { event: '15min', name: 'Иван' })</script>
      <script type="module" src="/olga-booking.js"></script><script type="module" src="/olga-booking.js?again"></script>`
    await page.route('**/pasted', (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
    await page.goto(`${url}/pasted`)
    await page.locator('.times [part~="time"]').first().click()
    expect(await page.locator('h2').innerText()).toBe('15 минут')
    expect(await page.locator('input[name="name"]').inputValue()).toBe('Иван')
    // Two modules, and still each understands what the other throws.
    await page.route('**/v1/bookings', (route) =>
      route.fulfill({
        status: 409,
        json: { code: 'slot_taken', title: 'Занято', alternatives: ['2030-01-01T07:00:00.000Z'] },
      }),
    )
    await page.locator('input[name="email"]').fill('ivan@example.com')
    await page.locator('input[name="consent"]').check()
    await page.locator('[part~="submit"]').click()
    expect(await page.locator('[part~="taken"]').innerText()).toContain('Занято')
    expect(said).toEqual([])
    await page.close()
  })

  it('asks nothing of anybody else', async () => {
    const page = await browser.newPage()
    const hosts = new Set<string>()
    page.on('request', (request) => hosts.add(new URL(request.url()).origin))
    await page.goto(url)
    await page.waitForSelector('[part~="time"]')
    hosts.delete('null')
    expect([...hosts]).toEqual([url])
    await page.close()
  })
})
