import { type Heart, sinceMs } from './heart.ts'

/**
 * What work on a recorded request comes to; `undefined` when it takes longer than a visitor should wait, and then it
 * goes on behind, or when it fails for a reason of ours, and then the request is taken up again.
 */
export function within<T>(heart: Heart, work: Promise<T>, since: Date): Promise<T | undefined> {
  heart.later(work)
  return new Promise((resolve) => {
    const leave = () => resolve(undefined)
    const timer = setTimeout(leave, heart.times.answer - sinceMs(heart, since.toISOString()))
    work.then(resolve, leave).finally(() => clearTimeout(timer))
  })
}
