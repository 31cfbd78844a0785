import type { Heart } from './heart.ts'

/** What `work` comes to; `undefined` when it takes longer than a visitor should wait, and then it goes on behind. */
export function within<T>({ times, later }: Heart, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      later(work)
      resolve(undefined)
    }, times.answer)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
