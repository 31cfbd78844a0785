import { LRUCache } from 'lru-cache'
import type { Heart } from '../booking/heart.ts'

interface Asked {
  /** In ms. */
  at: number
  answer: Promise<unknown>
}

const asked = new WeakMap<Heart, LRUCache<string, Asked>>()

/**
 * Asks Cal.com once in a few seconds for what goes by this key, however often a page is loaded: whoever has one token
 * must not use up the calls of all. What failed is asked anew.
 */
export function recently<T>(heart: Heart, key: string, ask: () => Promise<T>): Promise<T> {
  const answers = asked.get(heart) ?? new LRUCache<string, Asked>({ max: 1_000 })
  asked.set(heart, answers)
  const at = heart.now().getTime()
  const known = answers.get(key)
  if (known && Math.abs(at - known.at) < heart.times.recent) return known.answer as Promise<T>
  const answer = ask()
  answers.set(key, { at, answer })
  answer.catch(() => answers.delete(key))
  return answer
}
