import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { BrowserLauncher } from '@web/test-runner'
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome'
import { installed, named } from './installed.ts'

/** `FIREFOX_PATH`, else an installed Firefox. */
export function findFirefox(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return named('FIREFOX_PATH', env) ?? elsewhere(env) ?? installed(['firefox-esr', 'firefox'], env)
}

function elsewhere({ PROGRAMFILES = '' }: NodeJS.ProcessEnv): string | undefined {
  const app = ['Applications', 'Firefox.app', 'Contents', 'MacOS', 'firefox']
  const places = {
    darwin: [join('/', ...app), join(homedir(), ...app)],
    win32: [join(PROGRAMFILES, 'Mozilla Firefox', 'firefox.exe')],
  }
  return places[process.platform as keyof typeof places]?.find((path) => existsSync(path))
}

/** Runs tests in Firefox. One page at a time: only one has the focus. */
export const firefoxLauncher = (executablePath: string): BrowserLauncher =>
  chromeLauncher({
    // The name of the launcher is the past's: with Puppeteer in hand it starts whatever Puppeteer can.
    puppeteer: puppeteerCore,
    launchOptions: { browser: 'firefox', executablePath, headless: true },
    concurrency: 1,
  })
