/** Whatever looks like a key of Cal.com's; the tests use only such. */
const KEY = /cal_(?:(?:live|test)_[\w-]{6,}|[\da-f]{16,})/g

/** Longer than any key. */
const OVERLAP = 200

/** Looks for keys in a text that comes in pieces. */
export function watchForKeys() {
  let end = ''
  const found = new Set<string>()
  return {
    see(piece: string) {
      const text = end + piece
      for (const [key] of text.matchAll(KEY)) found.add(masked(key))
      end = text.slice(-OVERLAP)
    },
    /** What was found, told so that it is no key any more. */
    found: () => [...found],
  }
}

const masked = (key: string) => `${key.slice(0, 10)}…`
