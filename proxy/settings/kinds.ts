import { z } from 'zod'

/** What stands between commas. */
export const list = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

export const Origin = z
  .string()
  .refine((text) => URL.canParse(text) && new URL(text).origin === text, 'must be an origin, like https://olgaroset.ru')

export const WebAddress = z.url({ protocol: /^https?$/, error: 'must be a URL with http or https' })

/** A whole number within bounds. */
export const whole = (least: number, most: number, what: string) =>
  z.coerce.number('must be a number').int('must be a whole number').min(least, what).max(most, what)

/** 32 characters of base64 are 192 bits, of hexadecimal digits 128; what repeats itself is neither. */
export const Secret = z
  .string()
  .min(32, 'is too weak: at least 32 characters, made with "openssl rand -base64 32"')
  .refine((text) => new Set(text).size >= 10, 'is too weak: made with "openssl rand -base64 32"')

export const TimeZone = z.string().refine(isTimeZone, 'must be a time zone, like Europe/Moscow')

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
