/**
 * Work that costs a visitor a moment and a flood of robots their profit: a number that, after the key and a colon,
 * gives a SHA-256 beginning with so many zero bits (at most 31).
 */
export async function prove(key: string, bits: number): Promise<string> {
  for (let number = 0; ; number++) {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${key}:${number}`))
    if (Math.clz32(new DataView(digest).getUint32(0)) >= bits) return `${number}`
  }
}
