import { z } from 'zod'
import { ConsentTexts } from './consent.ts'
import { Slug } from './contract.ts'
import { FORMS, readAddress } from './store/address.ts'

const list = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

const Origin = z
  .string()
  .refine((text) => URL.canParse(text) && new URL(text).origin === text, 'must be an origin, like https://olgaroset.ru')

const WebAddress = z.url({ protocol: /^https?$/, error: 'must be a URL with http or https' })

/** 32 characters of base64 are 192 bits, of hexadecimal digits 128; what repeats itself is neither. */
const Secret = z
  .string()
  .min(32, 'is too weak: at least 32 characters, made with "openssl rand -base64 32"')
  .refine((text) => new Set(text).size >= 10, 'is too weak: made with "openssl rand -base64 32"')

const Database = z
  .string()
  .trim()
  .refine((text) => readAddress(text) !== undefined, FORMS)

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
  z
    .object({
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
      /** Where the journal is: a file, or `postgres://…` for several instances. Workers have D1 instead. */
      DATABASE_URL: Database.default('file:data/olga.db'),
      /** What tokens and digests are made with, the newest first; older ones still open what they signed. */
      SECRET: z
        .string('is missing: make one with "openssl rand -base64 32"')
        .transform(list)
        .pipe(z.array(Secret).min(1, 'is missing: make one with "openssl rand -base64 32"')),
      /** What Cal.com signs its webhooks with, the newest first; without one none is taken. */
      WEBHOOK_SECRET: z.string().default('').transform(list),
      /** How long the journal keeps a request after its meeting, in days. */
      RETENTION_DAYS: z.coerce
        .number('must be a number')
        .int('must be a whole number')
        .min(1, 'must be a day')
        .default(365),
      /** How the owner is told: mail, a webhook of her own, Telegram; `NOTIFY=none` when she wants none. */
      SMTP_URL: z
        .url({ protocol: /^smtps?$/, error: 'must be a URL like smtps://user:password@smtp.example.com' })
        .optional(),
      NOTIFY_EMAIL: z.email('must be an e-mail address').optional(),
      NOTIFY_URL: WebAddress.optional(),
      TELEGRAM_TOKEN: z
        .string()
        .regex(/^\d+:[\w-]+$/, 'must be a token, like 123456:ABC…')
        .optional(),
      TELEGRAM_CHAT: z
        .string()
        .regex(/^(-?\d+|@\w+)$/, 'must be the number or the @name of a chat')
        .optional(),
      NOTIFY: z.literal('none', 'must be none, or not be set').optional(),
      /** How many proxies of ours stand in front, each adding to `X-Forwarded-For`; 0: the header is anybody's word. */
      TRUST_PROXY: z.coerce
        .number('must be a number')
        .int('must be a whole number')
        .min(0, 'must be 0 or more')
        .max(10, 'must be 10 at most')
        .default(0),
      /** `1`: no connection to Cal.com is kept, as some lines cut those that live long. */
      CAL_FRESH_CONNECTIONS: z
        .enum(['0', '1'], 'must be 0 or 1')
        .default('0')
        .transform((flag) => flag === '1'),
      /** The proxy through which Cal.com is reached. */
      HTTPS_PROXY: WebAddress.optional(),
      PORT: z.coerce
        .number('must be a number')
        .int('must be a whole number')
        .min(0, 'must be a port')
        .max(65_535, 'must be a port')
        .default(8787),
    })
    .superRefine(checkNotify)

interface Notify {
  CAL_API_KEY: string
  SMTP_URL?: string | undefined
  NOTIFY_EMAIL?: string | undefined
  NOTIFY_URL?: string | undefined
  TELEGRAM_TOKEN?: string | undefined
  TELEGRAM_CHAT?: string | undefined
  NOTIFY?: 'none' | undefined
}

/** Settings that need each other. With a real key somebody must be told of what goes wrong, or say that nobody wants it. */
function checkNotify(config: Notify, context: z.RefinementCtx): void {
  const fault = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message })
  for (const [one, other] of [
    ['SMTP_URL', 'NOTIFY_EMAIL'],
    ['TELEGRAM_TOKEN', 'TELEGRAM_CHAT'],
  ] as const) {
    if (config[one] && !config[other]) fault(other, `is missing, as ${one} needs it`)
    if (config[other] && !config[one]) fault(one, `is missing, as ${other} needs it`)
  }
  const isReal = !config.CAL_API_KEY.startsWith('cal_test_')
  if (isReal && !config.SMTP_URL && !config.NOTIFY_URL && !config.TELEGRAM_TOKEN && !config.NOTIFY)
    fault('NOTIFY', 'nobody would be told: set SMTP_URL, NOTIFY_URL or TELEGRAM_TOKEN, or NOTIFY=none')
}

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
