import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import { Lang } from '../contract.ts'
import type { Env } from '../deps.ts'
import { faultsOf, ProblemError } from '../problem.ts'

/** The visitor's language: what the body names, else by `Accept-Language`; Russian when neither names one of ours. */
export function langOf(c: Context<Env>): Lang {
  return (
    c.var.lang ?? Lang.parse(accepts(c, { header: 'Accept-Language', supports: Lang.options, default: 'ru', match }))
  )
}

/** `en-GB` is English too. */
function match(
  accepted: { type: string; q: number }[],
  { supports, default: other }: { supports: string[]; default: string },
) {
  const wanted = accepted
    .filter(({ q }) => q > 0)
    .toSorted((a, b) => b.q - a.q)
    .map(({ type }) => type.slice(0, 2).toLowerCase())
  return wanted.find((lang) => supports.includes(lang)) ?? other
}

/** 16 KB and more is no request of a visitor's. */
export const limit = bodyLimit({
  maxSize: 16 * 1024 - 1,
  onError: () => {
    throw new ProblemError('too_large')
  },
})

/** The `Idempotency-Key`: 128 random bits take 22 letters of base64url. Throws `idempotency_key_required`. */
export function readKey(c: Context, key = c.req.header('idempotency-key') ?? ''): string {
  if (!/^[\w-]{22,128}$/.test(key)) throw new ProblemError('idempotency_key_required')
  return key
}

/** The query, checked. Throws `invalid_request` with what is wrong by parameter. */
export function readQuery<T>(c: Context, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(c.req.query())
  if (!parsed.success) throw new ProblemError('invalid_request', { fields: faultsOf(parsed.error) })
  return parsed.data
}

/** The JSON body, checked. Throws `unsupported_media_type`, `invalid_json`, or `invalid_fields` by field. */
export async function readJson<T>(c: Context<Env>, schema: z.ZodType<T>): Promise<T> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new ProblemError('unsupported_media_type')
  const body: unknown = await c.req.json().catch((cause: unknown) => {
    throw cause instanceof ProblemError ? cause : new ProblemError('invalid_json')
  })
  const lang = Lang.safeParse(Object(body).lang)
  if (lang.success) c.set('lang', lang.data)
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new ProblemError('invalid_fields', { fields: faultsOf(parsed.error) })
  return parsed.data
}
