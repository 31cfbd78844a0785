import { z } from 'zod'
import { calcomSettings } from './settings/calcom.ts'
import { notifyFaults, notifySettings } from './settings/notify.ts'
import { pageSettings, type ReadText } from './settings/page.ts'
import { serverSettings } from './settings/server.ts'

const environment = (readText: ReadText) =>
  z.object({ ...calcomSettings, ...pageSettings(readText), ...serverSettings, ...notifySettings })

/** The proxy's settings, by the names of the environment variables they came from. */
export type Config = z.infer<ReturnType<typeof environment>>

/** The plain Cal.com page of an event type. */
export const bookingLink = (
  { CAL_BOOKING_URL, CAL_USERNAME }: Pick<Config, 'CAL_BOOKING_URL' | 'CAL_USERNAME'>,
  slug: string,
) => `${CAL_BOOKING_URL.replace(/\/$/, '')}/${CAL_USERNAME}/${encodeURIComponent(slug)}`

/**
 * Reads the settings and throws one message that names every bad variable. It never holds a value: one of them is the
 * key. An empty variable counts as not set, as `.env` files and hosting panels leave them. `readText` reads
 * `CONSENT_FILE`, whose words take the place of its name.
 */
export async function readConfig(env: Record<string, unknown>, readText: ReadText): Promise<Config> {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => typeof value !== 'string' || value.trim() !== ''),
  )
  const parsed = await environment(readText).safeParseAsync(set)
  const wrong = parsed.error?.issues.map(({ path, message }) => ({ name: String(path[0]), message })) ?? []
  // Asked apart: the schema would keep what is wrong between its fields to itself until each of them is right.
  const faults = [...wrong, ...notifyFaults(set)]
  if (parsed.success && !faults.length) return parsed.data
  const lines = faults.map(({ name, message }) => `  ${name}: ${message}`)
  throw new Error(`These settings are missing or wrong:\n${[...new Set(lines)].join('\n')}`)
}
