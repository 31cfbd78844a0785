import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { serveDemo } from '../../demo/serve.ts'
import { launch } from '../support/browser.ts'
import { root } from '../support/root.ts'
import { ensureWidget } from '../support/widget.ts'
import { part, STEPS, type Step } from './steps.ts'

/**
 * `npm run shots [folder]`: pictures of every step on the page `/`, into `dist/shots` unless told.
 * `--only=1280-light-ru` takes what has these words in its name; `--readme` takes but the one for the README.
 */
interface Look {
  width: number
  scheme: 'light' | 'dark'
  lang: 'ru' | 'en'
}

/** A Tuesday early in a month: a full calendar, and the same pictures each time. */
const now = () => new Date('2026-12-01T06:00:00Z')

const LOOKS: Look[] = [320, 360, 768, 1280].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((scheme) => (['ru', 'en'] as const).map((lang) => ({ width, scheme, lang }))),
)

const nameOf = ({ name }: Step, { width, scheme, lang }: Look) => `${name}-${width}-${scheme}-${lang}`

/** Each picture has a demo of its own, so that none finds the times of another taken. */
async function shoot(browser: Browser, step: Step, look: Look, path: string, isWhole = true): Promise<void> {
  const { width, scheme, lang } = look
  const demo = await serveDemo({ port: 0, now })
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    deviceScaleFactor: 2,
    colorScheme: scheme,
    timezoneId: 'Europe/Moscow',
    locale: lang === 'ru' ? 'ru-RU' : 'en-GB',
  })
  try {
    const page = await context.newPage()
    await page.clock.install({ time: now() })
    if (step.name === 'loading') await page.route('**/v1/slots*', () => undefined)
    const takeAll = () =>
      demo.simulator.account.busy.push({ start: '2026-12-01T00:00:00Z', end: '2026-12-04T14:00:00Z' })
    await page.goto(`${demo.url}/?${new URLSearchParams({ lang, ...step.attributes })}`)
    await step.act({ page, breakCalcom: demo.simulator.break, takeAll })
    if (isWhole) await page.screenshot({ path, fullPage: step.attributes?.mode === undefined, animations: 'disabled' })
    else await page.screenshot({ path, fullPage: true, clip: await around(part(page, 'card')) })
  } finally {
    await context.close()
    await demo.close()
  }
}

/** The widget with a little of the page around it. */
async function around(card: ReturnType<typeof part>) {
  const margin = 24
  const box = await card.boundingBox()
  if (!box) throw new Error('The widget is not on the page')
  return { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin }
}

async function shootAll(browser: Browser): Promise<void> {
  const [folder = join(root, 'dist', 'shots')] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  const only = process.argv.find((word) => word.startsWith('--only='))?.slice(7) ?? ''
  await mkdir(folder, { recursive: true })
  for (const look of LOOKS) {
    for (const step of STEPS.filter((one) => nameOf(one, look).includes(only))) {
      await shoot(browser, step, look, join(folder, `${nameOf(step, look)}.png`)).catch((error: Error) => {
        console.error(`${nameOf(step, look)}: ${error.message.split('\n')[0]}`)
        process.exitCode = 1
      })
    }
  }
  console.log(`Pictures are in ${folder}`)
}

await ensureWidget()
const browser = await launch()
try {
  const [pick] = STEPS
  const readme = join(root, 'demo', 'readme.png')
  if (process.argv.includes('--readme') && pick)
    await shoot(browser, pick, { width: 1080, scheme: 'light', lang: 'ru' }, readme, false)
  else await shootAll(browser)
} finally {
  await browser.close()
}
