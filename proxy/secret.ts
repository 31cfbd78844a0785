import { hmac, isHmac } from './digest.ts'

/** Of an HMAC-SHA256, as many digits as make 128 bits. */
const DIGITS = 32

/** What only we can make: each kind of thing under a label of its own, so that none passes for another. */
export interface Secrets {
  /** What Cal.com gets of an `Idempotency-Key`. */
  mark(key: string): Promise<string>
  /** What is kept of a client's address. */
  address(address: string): Promise<string>
  /** The token that opens a booking: `ref.digits`. */
  token(ref: string): Promise<string>
  /** The `ref` that a token opens; `undefined` when it is none of ours. */
  opened(token: string): Promise<string | undefined>
}

/** `secrets`: the newest, which makes; the older ones still open what they made. */
export function createSecrets([newest, ...older]: readonly string[]): Secrets {
  if (!newest) throw new TypeError('there must be a secret')
  const made = async (label: string, text: string) => (await hmac(newest, `${label}:${text}`)).slice(0, DIGITS)
  return {
    mark: (key) => made('mark', key),
    address: (address) => made('address', address),
    token: async (ref) => `${ref}.${await made('token', ref)}`,
    async opened(token) {
      const [ref = '', digits = '', ...rest] = token.split('.')
      if (rest.length || digits.length !== DIGITS) return undefined
      const fits = await Promise.all([newest, ...older].map((secret) => isHmac(secret, `token:${ref}`, digits)))
      return fits.includes(true) ? ref : undefined
    },
  }
}
