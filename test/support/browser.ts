import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import { starts, unpackChromium } from './chromium.ts'

/** A browser that can be started. */
export interface Browser {
  executablePath: string
  /** For a headless start in a container, on a network that may be closed. */
  args: string[]
  /** Where it comes from, in words for the terminal. */
  name: string
}

const ARGS = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

/**
 * The browser for tests and measurements: `CHROME_PATH`, else an installed Chrome or Chromium, else, on Linux x64, the
 * one in the npm package `@sparticuz/chromium`. `BROWSER_FALLBACK=npm` takes that last one at once.
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const path = env.BROWSER_FALLBACK === 'npm' ? undefined : (named(env) ?? (await installed(env)))
  if (path) return { executablePath: path, args: ARGS, name: path }
  if (process.platform === 'linux' && process.arch === 'x64') {
    return { executablePath: await unpackChromium(), args: ARGS, name: '@sparticuz/chromium' }
  }
  throw new Error('No Chrome or Chromium was found: install one, or name its path in CHROME_PATH.')
}

/** Starts that browser. */
export async function launch() {
  const { executablePath, args } = await findBrowser()
  return chromium.launch({ executablePath, args })
}

function named({ CHROME_PATH: path }: NodeJS.ProcessEnv) {
  if (path && !existsSync(path)) throw new Error(`CHROME_PATH names a file that does not exist: ${path}`)
  return path || undefined
}

async function installed(env: NodeJS.ProcessEnv) {
  for (const path of places(env).filter((place) => existsSync(place))) {
    // On some systems `chromium-browser` is a script that only says what to install. On Windows, asking opens a window.
    if (process.platform !== 'linux' || (await starts(path))) return path
  }
}

function places(env: NodeJS.ProcessEnv) {
  if (process.platform === 'darwin') return macPlaces()
  if (process.platform === 'win32') return windowsPlaces(env)
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome']
  const folders = [
    ...(env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ]
  return names.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)))
}

function macPlaces() {
  const names = ['Google Chrome', 'Chromium']
  return names.flatMap((name) =>
    ['/', homedir()].map((home) => join(home, 'Applications', `${name}.app`, 'Contents', 'MacOS', name)),
  )
}

function windowsPlaces(env: NodeJS.ProcessEnv) {
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
    (folder) => folder !== undefined,
  )
  return folders.flatMap((folder) =>
    [join('Google', 'Chrome'), 'Chromium'].map((product) => join(folder, product, 'Application', 'chrome.exe')),
  )
}
