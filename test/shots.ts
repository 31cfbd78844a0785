import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { serveDemo } from '../demo/serve.ts'
import type { Fault } from '../demo/simulator/index.ts'
import { launch } from './support/browser.ts'
import { root } from './support/root.ts'
import { ensureWidget } from './support/widget.ts'

/**
 * `npm run shots [folder]`: pictures of every step on the page `/`, into `dist/shots` unless told. `--readme` takes but
 * one, for the README.
 */
interface Look {
  width: number
  scheme: 'light' | 'dark'
  lang: 'ru' | 'en'
}

/** A Tuesday early in a month: a full calendar, and the same pictures each time. */
const now = () => new Date('2026-12-01T06:00:00Z')

const POST = { method: 'POST' }

type Shoot = (step: string) => Promise<unknown>

const LOOKS: Look[] = [360, 768, 1280].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((scheme) => (['ru', 'en'] as const).map((lang) => ({ width, scheme, lang }))),
)

/** Each look has a demo of its own, so that none finds the times of another taken. */
async function shootLook(browser: Browser, look: Look, folder: string) {
  const name = (step: string) => join(folder, `${step}-${look.width}-${look.scheme}-${look.lang}.png`)
  await onPage(browser, look, async (page, url) => {
    const shoot: Shoot = (step) => page.screenshot({ path: name(step), fullPage: true, animations: 'disabled' })
    await book(page, `${url}/?lang=${look.lang}`, shoot)
  })
  for (const [step, fault] of [
    ['queued', { kind: 'status', status: 429, on: POST }],
    ['processing', { kind: 'status', on: POST }],
  ] as const) {
    await onPage(browser, look, async (page, url, breakCalcom) => {
      await toForm(page, `${url}/?lang=${look.lang}`)
      breakCalcom(fault)
      await send(page)
      await inWidget(page, step === 'queued' ? '[part~="booked"]' : '[part~="fallback"]').waitFor()
      await page.screenshot({ path: name(step), fullPage: true, animations: 'disabled' })
    })
  }
  await onPage(browser, look, async (page, url, breakCalcom) => {
    breakCalcom({ kind: 'status' })
    await page.goto(`${url}/?lang=${look.lang}`)
    await page.locator('olga-booking [part~="fallback"]').waitFor()
    await page.screenshot({ path: name('fallback'), fullPage: true })
  })
}

const inWidget = (page: Page, selector: string) => page.locator(`olga-booking ${selector}`)

async function book(page: Page, url: string, shoot: Shoot) {
  await toForm(page, url, shoot)
  await shoot('details')
  await inWidget(page, '[part~="submit"]').click()
  await inWidget(page, '[part~="error"]').first().waitFor()
  await shoot('errors')
  await send(page)
  await inWidget(page, '[part~="booked"]').waitFor()
  await shoot('booked')
}

async function toForm(page: Page, url: string, shoot: Shoot = async () => undefined) {
  await page.goto(url)
  await inWidget(page, '[part~="time"]').first().waitFor()
  await shoot('pick')
  // A late one: what begins within two hours is not queued.
  await inWidget(page, '[part~="time"]').last().click()
  await inWidget(page, '[part~="submit"]').waitFor()
}

async function send(page: Page) {
  await inWidget(page, 'input[name="name"]').fill('Анна Ветрова')
  await inWidget(page, 'input[name="email"]').fill('anna@example.com')
  await inWidget(page, 'input[name="consent"]').check()
  await inWidget(page, '[part~="submit"]').click()
}

async function onPage(
  browser: Browser,
  { width, scheme }: Look,
  use: (page: Page, url: string, breakCalcom: (fault: Fault) => void) => Promise<void>,
) {
  const demo = await serveDemo({ port: 0, now })
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    deviceScaleFactor: 2,
    colorScheme: scheme,
    timezoneId: 'Europe/Moscow',
  })
  try {
    const page = await context.newPage()
    await page.clock.setFixedTime(now())
    await use(page, demo.url, demo.simulator.break)
  } finally {
    await context.close()
    await demo.close()
  }
}

/** The widget with a little of the page around it. */
async function shootReadme(browser: Browser) {
  const margin = 24
  await onPage(browser, { width: 1080, scheme: 'light', lang: 'ru' }, async (page, url) => {
    await page.goto(url)
    await page.locator('olga-booking [part~="time"]').first().waitFor()
    const box = await page.locator('olga-booking').boundingBox()
    if (!box) throw new Error('The widget is not on the page')
    const clip = {
      x: box.x - margin,
      y: box.y - margin,
      width: box.width + 2 * margin,
      height: box.height + 2 * margin,
    }
    await page.screenshot({ path: join(root, 'demo', 'readme.png'), clip, fullPage: true })
  })
}

await ensureWidget()
const browser = await launch()
try {
  if (process.argv.includes('--readme')) await shootReadme(browser)
  else {
    const folder = process.argv[2] ?? join(root, 'dist', 'shots')
    await mkdir(folder, { recursive: true })
    for (const look of LOOKS) await shootLook(browser, look, folder)
    console.log(`Pictures are in ${folder}`)
  }
} finally {
  await browser.close()
}
