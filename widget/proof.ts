/**
 * Work that costs a visitor a moment and a flood of robots their profit: a text that, after the key and a colon, gives
 * a SHA-256 beginning with so many zero bits. Looked for in batches, so that the page stays alive.
 */
export async function prove(key: string, bits: number): Promise<string> {
  for (let first = 0; ; first += BATCH) {
    const texts = Array.from({ length: BATCH }, (_, index) => String(first + index))
    const zeros = await Promise.all(texts.map((text) => zerosOf(`${key}:${text}`)))
    const found = texts.find((_, index) => (zeros[index] ?? 0) >= bits)
    if (found) return found
  }
}

const BATCH = 512
const encoder = new TextEncoder()

async function zerosOf(text: string): Promise<number> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)))
  const full = digest.findIndex((byte) => byte !== 0)
  return full * 8 + Math.clz32(digest[full] ?? 0) - 24
}
