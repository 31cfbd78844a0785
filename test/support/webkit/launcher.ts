import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserLauncher } from '@web/test-runner'
import { startDisplay } from './display.ts'
import { startDriver } from './driver.ts'
import { type Ask, createPage } from './page.ts'

/** The programs that it takes to have WebKit. */
export interface WebKit {
  /** The browser itself. */
  browser: string
  driver: string
  xvfb: string
}

type Page = ReturnType<typeof createPage>

interface Running {
  ask: Ask
  page: Page
  end(): Promise<void>
}

/** Without it the buttons of the window would keep it wider than a phone is. */
const NARROW =
  '* { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; -gtk-icon-transform: scale(0.01) }'

/**
 * Runs tests in WebKitGTK's MiniBrowser, on a screen that nobody sees. One page at a time: there is one window, which
 * has the focus. It is of Puppeteer's `type`, as by that word the commands know whom they can ask.
 */
export function webkitLauncher(programs: WebKit): BrowserLauncher & { getPage(): Page } {
  let starting: Promise<Running> | undefined
  let running: Running | undefined
  const active = new Map<string, string>()
  const start = async () => {
    starting ??= startWebKit(programs)
    running = await starting
    return running
  }
  return {
    name: 'WebKit',
    type: 'puppeteer',
    concurrency: 1,
    async startSession(id, url) {
      const { ask, page } = await start()
      active.set(id, url)
      await page.setViewport({ width: 800, height: 600 })
      await ask('POST', '/url', { url })
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: (id) => active.get(id),
    async stopSession(id) {
      active.delete(id)
      await running?.ask('DELETE', '/actions')
      // What the page still does ends with it.
      await running?.ask('POST', '/url', { url: 'about:blank' })
      return {}
    },
    startDebugSession: () => Promise.reject(new Error('WebKit is on a screen that nobody sees.')),
    stop: async () => (await starting?.catch(() => undefined))?.end(),
    getPage() {
      if (!running) throw new Error('WebKit has not started.')
      return running.page
    },
  }
}

async function startWebKit({ browser, driver: program, xvfb }: WebKit): Promise<Running> {
  const started: { end(): Promise<void> }[] = []
  const end = async () => {
    for (const one of started.toReversed()) await one.end()
  }
  const keep = <T extends { end(): Promise<void> }>(one: T): T => {
    started.push(one)
    return one
  }
  try {
    const home = keep(await createHome())
    const display = keep(await startDisplay(xvfb))
    const driver = keep(await startDriver(program, environment(home.path, display.name)))
    const { sessionId } = (await driver.ask('POST', '/session', capabilities(browser))) as { sessionId: string }
    const ask: Ask = (method, path, body) => driver.ask(method, `/session/${sessionId}${path}`, body)
    keep({ end: async () => void (await ask('DELETE', '').catch(() => undefined)) })
    return { ask, page: createPage(ask), end }
  } catch (error) {
    await end()
    throw new Error(`WebKit (${browser}) could not be started. ${error instanceof Error ? error.message : ''}`)
  }
}

async function createHome() {
  const path = await mkdtemp(join(tmpdir(), 'webkit-'))
  await mkdir(join(path, 'gtk-3.0'))
  await writeFile(join(path, 'gtk-3.0', 'gtk.css'), NARROW)
  return { path, end: () => rm(path, { recursive: true, force: true }) }
}

/** The browser's, which must neither see nor change what its user has at home. */
function environment(home: string, display: string): NodeJS.ProcessEnv {
  const folders = ['XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME'].map((name) => [name, home])
  return {
    ...process.env,
    ...Object.fromEntries(folders),
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    // Else GTK starts a bus of its own, which stays.
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    GSETTINGS_BACKEND: 'memory',
    NO_AT_BRIDGE: '1',
    // Else pages are told a language `C`, which `Intl` refuses.
    LC_ALL: 'en_US.UTF-8',
  }
}

const capabilities = (binary: string) => ({
  capabilities: {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      // The tests say themselves when they have begun.
      pageLoadStrategy: 'none',
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    },
  },
})
