import { z } from 'zod'
import { senderOf } from '../notify/sender.ts'
import { TimeZone, WebAddress } from './kinds.ts'

/** How the owner is told of what goes wrong: mail, a program of her own, Telegram. */
export const notifySettings = {
  /** `smtps://user:password@host`; who sends is its user, or `?from=`. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be a URL like smtps://user:password@smtp.example.com' })
    .refine((url) => senderOf(url), 'says not who sends: add ?from=name@example.com')
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
  /** On whose clocks she reads times. */
  NOTIFY_ZONE: TimeZone.default('Europe/Moscow'),
  NOTIFY: z.literal('none', 'must be none, or not be set').optional(),
}

/** Settings that need each other, and which of them is missing or wrong. */
export interface Fault {
  name: string
  message: string
}

const PAIRS = [
  ['SMTP_URL', 'NOTIFY_EMAIL'],
  ['TELEGRAM_TOKEN', 'TELEGRAM_CHAT'],
] as const

const ANY = ['SMTP_URL', 'NOTIFY_URL', 'TELEGRAM_TOKEN', 'NOTIFY']

/** Only a simulator's key begins so. */
const isReal = (key: unknown) => typeof key === 'string' && !key.trim().startsWith('cal_test_')

/**
 * What is wrong between settings that are set. With a real key somebody must be told of what goes wrong, or it must be
 * said that nobody wants it.
 */
export function notifyFaults(set: Record<string, unknown>): Fault[] {
  const missing = (name: string, other: string) =>
    set[other] && !set[name] ? [{ name, message: `is missing, as ${other} needs it` }] : []
  const nobody = isReal(set.CAL_API_KEY) && !ANY.some((name) => set[name])
  return [
    ...PAIRS.flatMap(([one, other]) => [...missing(other, one), ...missing(one, other)]),
    ...(nobody
      ? [
          {
            name: 'NOTIFY',
            message: 'nobody would be told: set SMTP_URL, NOTIFY_URL or TELEGRAM_TOKEN, or NOTIFY=none',
          },
        ]
      : []),
  ]
}
