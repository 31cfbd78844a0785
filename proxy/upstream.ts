import { type CalcomOptions, createCalcom } from './calcom/index.ts'
import type { Config } from './config.ts'

/**
 * Cal.com as the proxy asks it: a visitor waits, so nothing is tried twice and no limit waited out. As long as Cal.com
 * allows no request it is not asked.
 */
export const createUpstream = (
  { CAL_API_KEY, CAL_API_URL }: Pick<Config, 'CAL_API_KEY' | 'CAL_API_URL'>,
  options: Partial<CalcomOptions> = {},
) => createCalcom({ apiKey: CAL_API_KEY, baseUrl: CAL_API_URL, patience: { attempts: 1, maxWaitMs: 0 }, ...options })
