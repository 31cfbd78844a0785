import type { Heart } from './heart.ts'

/**
 * What work on a recorded request comes to; `undefined` when it takes longer than a visitor should wait, and then it
 * goes on behind, or when it fails for a reason of ours, and then the request is taken up again.
 */
export function within<T>({ times, later }: Heart, work: Promise<T>): Promise<T | undefined> {
  later(work)
  return new Promise((resolve) => {
    const leave = () => resolve(undefined)
    const timer = setTimeout(leave, times.answer)
    work.then(resolve, leave).finally(() => clearTimeout(timer))
  })
}
