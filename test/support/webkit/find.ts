import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { installed, named } from '../installed.ts'
import type { WebKit } from './launcher.ts'

/** The programs of WebKit, or what of them is missing, in words for the terminal. */
export function findWebKit(env: NodeJS.ProcessEnv = process.env): WebKit | string {
  if (process.platform !== 'linux') return 'runs on Linux alone'
  const browser = named('WEBKIT_PATH', env) ?? miniBrowser()
  const driver = installed(['WebKitWebDriver'], env)
  if (!browser || !driver) return 'not installed'
  const xvfb = installed(['Xvfb'], env)
  return xvfb ? { browser, driver, xvfb } : 'needs Xvfb, which is not installed'
}

/**
 * It is no program for users, so it lies among the libraries: `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser`.
 */
function miniBrowser(): string | undefined {
  const among = (folder: string) =>
    entries(folder)
      .filter((name) => /^webkit(2)?gtk-/.test(name))
      .map((name) => join(folder, name))
  const libraries = ['/usr/lib', '/usr/lib64', '/usr/libexec']
  const folders = [...libraries, ...entries('/usr/lib').map((name) => join('/usr/lib', name))]
  return folders
    .flatMap(among)
    .filter((folder) => entries(folder).includes('MiniBrowser'))
    .map((folder) => join(folder, 'MiniBrowser'))[0]
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
