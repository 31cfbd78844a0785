import type { Heart } from './heart.ts'
import { TASKS, workOn } from './work.ts'

/**
 * Does each task again and again, with a pause of so many ms, until it is stopped; then what is under way ends. None
 * waits for another: while Cal.com is slow, the owner is told all the same.
 */
export function keepWorking(heart: Heart, everyMs = 1_000): { stop(): Promise<unknown> } {
  const loops = TASKS.map((task) => repeat(() => workOn(heart, task), everyMs))
  return { stop: () => Promise.all(loops.map(({ stop }) => stop())) }
}

function repeat(work: () => Promise<void>, everyMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  let round = Promise.resolve()
  const next = () => {
    round = work().then(() => {
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
