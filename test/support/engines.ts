import type { BrowserLauncher } from '@web/test-runner'
import { chromeLauncher } from '@web/test-runner-chrome'
import { findBrowser } from './browser.ts'
import { findFirefox, firefoxLauncher } from './firefox.ts'
import { findWebKit } from './webkit/find.ts'
import { webkitLauncher } from './webkit/launcher.ts'

/** A browser engine that this machine has. */
export interface Engine {
  /** As `ENGINES` names it. */
  id: EngineId
  /** In words for the terminal. */
  name: string
  launcher(): BrowserLauncher
}

/** Those that tests can run in, and why not in the others, a line for each. */
export interface Choice {
  engines: Engine[]
  leftOut: string[]
}

const NAMES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' }
export type EngineId = keyof typeof NAMES

/** How to start one, or why it cannot be: it is not here. */
type Found = (() => BrowserLauncher) | string

const FIND: Record<EngineId, (env: NodeJS.ProcessEnv) => Found | Promise<Found>> = {
  async chromium(env) {
    const { executablePath, args } = await findBrowser(env)
    return () => chromeLauncher({ launchOptions: { executablePath, args, headless: 'shell' } })
  },
  firefox(env) {
    const path = findFirefox(env)
    return path ? () => firefoxLauncher(path) : 'not installed'
  },
  webkit(env) {
    const programs = findWebKit(env)
    return typeof programs === 'string' ? programs : () => webkitLauncher(programs)
  },
}

/**
 * The engines that the machine has; Chromium is always one. Where `ENGINES` names some (`chromium,webkit`), it is
 * these, and they must be there.
 */
export async function findEngines(env: NodeJS.ProcessEnv = process.env): Promise<Choice> {
  const wanted = wantedEngines(env)
  const choice: Choice = { engines: [], leftOut: [] }
  for (const [id, name] of Object.entries(NAMES) as [EngineId, string][]) {
    const found = wanted && !wanted.includes(id) ? 'not among ENGINES' : await FIND[id](env)
    if (typeof found !== 'string') choice.engines.push({ id, name, launcher: found })
    else if (wanted?.includes(id)) throw new Error(`${name}: ${found}, but among ENGINES.`)
    else choice.leftOut.push(`${name}: ${found}, left out`)
  }
  return choice
}

function wantedEngines({ ENGINES }: NodeJS.ProcessEnv): string[] | undefined {
  const wanted = ENGINES?.split(',')
    .map((one) => one.trim())
    .filter(Boolean)
  const unknown = wanted?.find((one) => !(one in NAMES))
  if (unknown) throw new Error(`ENGINES knows ${Object.keys(NAMES).join(', ')}, not ${unknown}.`)
  return wanted?.length ? wanted : undefined
}
