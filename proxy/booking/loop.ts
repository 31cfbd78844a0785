import type { Heart } from './heart.ts'
import { work } from './work.ts'

/** Works round after round, with a pause of so many ms between them, until it is stopped; then the last round ends. */
export function keepWorking(heart: Heart, everyMs = 1_000): { stop(): Promise<void> } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  let round = Promise.resolve()
  const next = () => {
    round = work(heart).then(() => {
      if (!isStopped) timer = setTimeout(next, everyMs)
    })
  }
  next()
  return {
    stop() {
      isStopped = true
      clearTimeout(timer)
      return round
    },
  }
}
