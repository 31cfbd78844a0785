import type { Browser, Page } from 'playwright-core'

/** What one visit cost. */
export interface Visit {
  /** From the start of the navigation to the frame with the first times. */
  firstTimesMs: number
  /** Layout shift by the page itself, over the whole visit. */
  cls: number
  /** From the click to the frame with the next month and its times. */
  monthSwitchMs: number
  /** Answers that had arrived by the first times, and their bytes with headers. */
  requests: number
  bytes: number
}

interface Viewport {
  width: number
  height: number
}

/** A good phone on a middling network. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 }
const CPU_SLOWDOWN = 4
const QUIET_MS = 400
/** Shorter than the whole visit may take, for the words that Playwright has for what it waits for. */
const PATIENCE_MS = 8_000

declare global {
  /** What the page's own part of the measurement leaves behind. */
  var measured: { firstTimes?: number; monthSwitch?: number; shift: number }
}

interface Arrival {
  page: Page
  /** Resolves once the page has been still for a while. */
  quiet(): Promise<void>
}

/** Visits `url` with an empty cache and turns to the next month, as a person would: by way of the button's hover. */
export async function visit(browser: Browser, url: string, viewport: Viewport): Promise<Visit> {
  return arrive(browser, url, viewport, async ({ page, quiet }) => {
    const loaded = await page.evaluate(loadedByFirstTimes)
    await quiet()
    await page.locator('olga-booking [part~="next"]').hover()
    await quiet()
    await page.evaluate(watchMonth)
    await page.locator('olga-booking [part~="next"]').click()
    await page.waitForFunction(() => measured.monthSwitch)
    await quiet()
    const { firstTimes = Number.NaN, monthSwitch = Number.NaN, shift } = await page.evaluate(() => measured)
    return { firstTimesMs: firstTimes, monthSwitchMs: monthSwitch, cls: shift, ...loaded }
  })
}

/** How long the first times of `url` take, in ms; nothing is done there. */
export const firstTimesOf = (browser: Browser, url: string, viewport: Viewport): Promise<number> =>
  arrive(browser, url, viewport, ({ page }) => page.evaluate(() => measured.firstTimes ?? Number.NaN))

/** Waits for the first times, then does `then` there. */
async function arrive<T>(
  browser: Browser,
  url: string,
  viewport: Viewport,
  then: (arrival: Arrival) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport, locale: 'ru-RU', timezoneId: 'Europe/Moscow' })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE_MS)
    await slowDown(page)
    // The compiler of these scripts wraps functions in a call of this, which the page does not have.
    await page.addInitScript('globalThis.__name = (value) => value')
    await page.addInitScript(watch)
    const quiet = quietOf(page)
    await page.goto(url)
    await page.waitForFunction(() => measured.firstTimes)
    return await then({ page, quiet })
  } finally {
    await context.close()
  }
}

async function slowDown(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', NETWORK)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
}

/** Waits until no request has been under way for a while. */
function quietOf(page: Page): () => Promise<void> {
  let open = 0
  let last = Date.now()
  const change = (by: number) => () => {
    open += by
    last = Date.now()
  }
  page.on('request', change(1)).on('requestfinished', change(-1)).on('requestfailed', change(-1))
  return async () => {
    last = Date.now()
    while (open > 0 || Date.now() - last < QUIET_MS) await page.waitForTimeout(50)
  }
}

/** Runs in the page, before anything else: notes the first frame with times, and every shift. */
function watch() {
  globalThis.measured = { shift: 0 }
  const look = () => {
    const time = document.querySelector('olga-booking')?.shadowRoot?.querySelector('[part~="time"]')
    if (!time?.checkVisibility() || !time.getBoundingClientRect().height) return requestAnimationFrame(look)
    // A message comes after the frame is painted; a second request for a frame would wait for the next one.
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      measured.firstTimes = performance.now()
    }
    port2.postMessage('')
  }
  requestAnimationFrame(look)
  new PerformanceObserver((list) => {
    const shifts = list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]
    for (const { value, hadRecentInput } of shifts) if (!hadRecentInput) measured.shift += value
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Runs in the page: what had arrived by the first times. */
function loadedByFirstTimes() {
  const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  const arrived = (entries as PerformanceResourceTiming[]).filter(
    ({ name, responseEnd }) => name.startsWith('http') && responseEnd <= (measured.firstTimes ?? 0),
  )
  return { requests: arrived.length, bytes: arrived.reduce((sum, { transferSize }) => sum + transferSize, 0) }
}

/** Runs in the page: notes how long the next click takes to show another month with its times. */
function watchMonth() {
  const root = document.querySelector('olga-booking')?.shadowRoot
  const title = () => root?.querySelector('[part~="month"]')?.textContent
  const before = title()
  const look = (clicked: number) => {
    const isDrawn =
      title() !== before && root?.querySelector('[part~="time"]') && !root.querySelector('[aria-busy="true"]')
    if (!isDrawn) return requestAnimationFrame(() => look(clicked))
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      measured.monthSwitch = performance.now() - clicked
    }
    port2.postMessage('')
  }
  addEventListener('click', ({ timeStamp }) => requestAnimationFrame(() => look(timeStamp)), {
    once: true,
    capture: true,
  })
}
