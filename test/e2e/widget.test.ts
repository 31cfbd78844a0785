import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, serveDemo } from '../../demo/serve.ts'
import { launch } from '../support/browser.ts'

/** A Tuesday early in a month: a full calendar, and the same tree each time. */
const now = () => new Date('2026-12-01T06:00:00Z')

let demo: Demo
let browser: Browser
let contexts: BrowserContext[] = []

beforeAll(async () => {
  browser = await launch()
}, 60_000)
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()))
  contexts = []
  await demo.close()
})
afterAll(() => browser?.close())

/** The built widget on Olga's page, by a visitor in Moscow or elsewhere. */
async function visit(
  query = '',
  before?: (page: Page) => Promise<unknown>,
  timezoneId = 'Europe/Moscow',
): Promise<Page> {
  demo = await serveDemo({ port: 0, now })
  const context = await browser.newContext({ locale: 'ru-RU', timezoneId })
  contexts.push(context)
  const page = await context.newPage()
  await page.clock.install({ time: now() })
  await before?.(page)
  await page.goto(`${demo.url}/${query}`)
  return page
}

const part = (page: Page, name: string) => page.locator(`olga-booking [part~="${name}"]`)

async function toForm(page: Page): Promise<void> {
  await part(page, 'time').last().click()
  await part(page, 'submit').waitFor()
}

async function book(page: Page): Promise<void> {
  await toForm(page)
  await page.clock.runFor(3_000)
  await page.locator('input[name="name"]').fill('Анна Ветрова')
  await page.locator('input[name="email"]').fill('anna@example.com')
  await page.locator('input[name="consent"]').check()
  await part(page, 'submit').click()
}

const tree = (page: Page) => page.locator('olga-booking').ariaSnapshot()
/** What is another one each time. */
const steady = (text: string) =>
  text.replace(/[2-9A-HJ-NP-Z]{8}(\.[\w]+)?/g, 'REF').replace(/127\.0\.0\.1:\d+/g, 'HOST')

describe('the tree that a screen reader gets', () => {
  it('is this when a time is picked', async () => {
    const page = await visit()
    await part(page, 'time').first().waitFor()
    expect(await tree(page)).toMatchSnapshot()
  })

  it('is this in a narrow place', async () => {
    const page = await visit('', (it) => it.setViewportSize({ width: 360, height: 800 }))
    await part(page, 'time').first().waitFor()
    expect(await tree(page)).toMatchSnapshot()
  })

  it('is this in the form, and when it is not filled in', async () => {
    const page = await visit()
    await toForm(page)
    await part(page, 'hold').waitFor()
    expect(await tree(page)).toMatchSnapshot()
    await part(page, 'submit').click()
    await part(page, 'error').first().waitFor()
    expect(await tree(page)).toMatchSnapshot()
  })

  it('is this when he is booked, and when he cancels', async () => {
    const page = await visit()
    await book(page)
    await part(page, 'booked').waitFor()
    expect(steady(await tree(page))).toMatchSnapshot()
    await part(page, 'manage').click()
    await part(page, 'cancel').click()
    await part(page, 'confirm').waitFor()
    expect(steady(await tree(page))).toMatchSnapshot()
  })

  it('is this when the calendar cannot be had', async () => {
    const page = await visit('?event=nope')
    await part(page, 'link').waitFor()
    expect(await tree(page)).toMatchSnapshot()
  })
})

describe('code that comes later', () => {
  const isLater = /\/assets\/later-[^/]+\.js$/

  it('is asked for once more when it does not come', async () => {
    const page = await visit('', (it) => it.route(isLater, (route) => route.abort(), { times: 1 }))
    await toForm(page)
  })

  it('leads to Cal.com and the contacts when it cannot be had, and is tried again when asked', async () => {
    const page = await visit('', (it) => it.route(/\/assets\/later-/, (route) => route.abort()))
    await part(page, 'time').last().click()
    await part(page, 'retry').waitFor()
    expect(await page.getByRole('link', { name: 'Открыть Cal.com' }).isVisible()).toBe(true)
    expect(await page.getByRole('link', { name: 'или напишите на почту' }).isVisible()).toBe(true)
    await page.unroute(/\/assets\/later-/)
    await part(page, 'retry').click()
    await part(page, 'submit').waitFor()
  })

  it('leads to the link in the tag when it cannot be had, and a button far from it is to open the dialog', async () => {
    const page = await visit('?mode=popup', (it) => it.route(/\/assets\/later-/, (route) => route.abort()))
    await page.evaluate(() => {
      document.querySelector('main')?.style.setProperty('margin-top', '300vh')
      const button = document.createElement('button')
      button.dataset.olgaBooking = ''
      document.body.prepend(button)
    })
    const link = page.getByRole('link', { name: 'Записаться на 40 минут' })
    const isSeen = () => link.evaluate((it) => it.getBoundingClientRect().top < innerHeight)
    expect(await isSeen()).toBe(false)
    await page.locator('button[data-olga-booking]').dispatchEvent('click')
    await expect.poll(isSeen).toBe(true)
  })
})

describe('after success', () => {
  it('F057 leads to the page that the owner names, with what opens nothing', async () => {
    const page = await visit('', (it) =>
      it.addInitScript(() =>
        addEventListener('DOMContentLoaded', () =>
          document.querySelector('olga-booking')?.setAttribute('redirect', '/pages.html?from=booking'),
        ),
      ),
    )
    await book(page)
    await page.waitForURL(/pages\.html/)
    const { searchParams } = new URL(page.url())
    expect(Object.fromEntries(searchParams)).toEqual({
      from: 'booking',
      ref: expect.stringMatching(/^[2-9A-HJ-NP-Z]{8}$/),
      status: 'accepted',
    })
  })
})

describe('the zone', () => {
  it('F019 is that of the visitor’s device at each visit, whatever he chose at the last one', async () => {
    const page = await visit('', undefined, 'Asia/Yekaterinburg')
    const first = part(page, 'time').first()
    const isOwn = async () => {
      await first.getByText('11:00 по Москве').waitFor()
      expect(await first.innerText()).toMatch(/^13:00\s/)
      expect(await part(page, 'zone').innerText()).toBe('Время ваше, местное, GMT+5')
    }
    await isOwn()
    await part(page, 'zone').click()
    await page.locator('olga-booking [data-zone="Asia/Kamchatka"]').click()
    await first.getByText(/^20:00/).waitFor()
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    )
    expect(kept).not.toMatch(/zone|Kamchatka|Yekaterinburg/i)
    await page.reload()
    await isOwn()
  })
})
