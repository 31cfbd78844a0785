import { z } from 'zod'
import { ConsentTexts } from './consent.ts'
import { Slug } from './contract.ts'

const list = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

const Origin = z
  .string()
  .refine((text) => URL.canParse(text) && new URL(text).origin === text, 'must be an origin, like https://olgaroset.ru')

const WebAddress = z.url({ protocol: /^https?$/, error: 'must be a URL with http or https' })

type ReadText = (file: string) => Promise<string>

/** What a file holds: an unreadable one stops the start, since a booking without the right words proves nothing. */
const textsIn = (readText: ReadText) =>
  z.string().transform(async (file, context) => {
    const texts = ConsentTexts.safeParse(
      await readText(file)
        .then(JSON.parse)
        .catch(() => undefined),
    )
    if (texts.success) return texts.data
    context.addIssue('cannot be read as JSON like {"ru": "…", "en": "…"}')
    return z.NEVER
  })

const environment = (readText: ReadText) =>
  z.object({
    /** Cal.com's API key. */
    CAL_API_KEY: z
      .string('is missing')
      .trim()
      .regex(/^[!-~]+$/, 'must be a key, without spaces'),
    /** Where Cal.com's API is. */
    CAL_API_URL: WebAddress.default('https://api.cal.com'),
    /** Where Cal.com's booking pages are, for the plain link. */
    CAL_BOOKING_URL: WebAddress.default('https://cal.com'),
    /** Whose calendar it is. */
    CAL_USERNAME: z
      .string()
      .regex(/^[\w.-]+$/, 'must be a Cal.com user name')
      .default('olgarozet'),
    /** Event types that may be booked, separated by commas; the first is the main one. */
    EVENTS: z
      .string()
      .default('delo-40min,30min,15min')
      .transform(list)
      .pipe(z.array(Slug).min(1, 'names no event type')),
    /** Origins of pages that may book, separated by commas; the proxy's own always may. */
    ALLOWED_ORIGINS: z.string().default('').transform(list).pipe(z.array(Origin)),
    /** The page with the policy that the consent box links to. */
    CONSENT_URL: WebAddress.optional(),
    /** A JSON file `{"ru": "…", "en": "…"}` with the words of the consent. */
    CONSENT_FILE: textsIn(readText).optional(),
    PORT: z.coerce
      .number('must be a number')
      .int('must be a whole number')
      .min(0, 'must be a port')
      .max(65_535, 'must be a port')
      .default(8787),
  })

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
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path[0]?.toString()}: ${message}`)
  throw new Error(`These settings are missing or wrong:\n${faults.join('\n')}`)
}
