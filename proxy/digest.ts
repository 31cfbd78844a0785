const bytesOf = (text: string) => new TextEncoder().encode(text)

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** A text's SHA-256, in hexadecimal digits. */
export const sha256 = async (text: string): Promise<string> => hex(await crypto.subtle.digest('SHA-256', bytesOf(text)))

const HMAC = { name: 'HMAC', hash: 'SHA-256' }

/** A text's HMAC-SHA256 under a secret, in hexadecimal digits. */
export async function hmac(secret: string, text: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', bytesOf(secret), HMAC, false, ['sign'])
  return hex(await crypto.subtle.sign(HMAC, key, bytesOf(text)))
}

/**
 * Whether a text's HMAC-SHA256 under a secret begins with these hexadecimal digits; takes as long whatever they are.
 */
export async function isHmac(secret: string, text: string, digits: string): Promise<boolean> {
  const right = (await hmac(secret, text)).slice(0, digits.length)
  return digits.length >= 32 && isEqual(right, digits)
}

/** Whether two texts are the same; takes as long whatever they are. */
export const isSame = async (one: string, other: string): Promise<boolean> =>
  isEqual(...(await Promise.all([sha256(one), sha256(other)])))

/** Of as many digits. */
function isEqual(one: string, other: string): boolean {
  let difference = one.length ^ other.length
  for (let index = 0; index < one.length; index++) difference |= one.charCodeAt(index) ^ other.charCodeAt(index)
  return difference === 0
}
