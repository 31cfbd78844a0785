const { setTimeout: start, clearTimeout: clear, setInterval: repeat, clearInterval: end } = window
const { timeout } = AbortSignal

/** Shorter waits go on by themselves: those of the tests, of frames and of promises. */
const LEAST_MS = 1_000

/** Stops long timers: from now on they run when `pass` lets so many milliseconds go by, and no sooner. */
export function stopTime(): { pass(ms: number): void } {
  const timers = new Map<number, { at: number; run: () => void; every?: number }>()
  let [now, last] = [0, 1_000_000_000]
  const setTimeout = (run: () => void, ms = 0) => {
    if (ms < LEAST_MS) return start(run, ms)
    timers.set(++last, { at: now + ms, run })
    return last
  }
  const clearTimeout = (id: number) => {
    if (!timers.delete(id)) clear(id)
  }
  const setInterval = (run: () => void, ms = 0) => {
    if (ms < LEAST_MS) return repeat(run, ms)
    timers.set(++last, { at: now + ms, run, every: ms })
    return last
  }
  const clearInterval = (id: number) => {
    if (!timers.delete(id)) end(id)
  }
  Object.assign(window, { setTimeout, clearTimeout, setInterval, clearInterval })
  AbortSignal.timeout = (ms) => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), ms)
    return stop.signal
  }
  return {
    pass(ms) {
      now += ms
      for (const [id, timer] of timers) {
        while (timer.at <= now && timers.has(id)) {
          if (timer.every) timer.at += timer.every
          else timers.delete(id)
          timer.run()
        }
      }
    },
  }
}

export function resumeTime(): void {
  Object.assign(window, { setTimeout: start, clearTimeout: clear, setInterval: repeat, clearInterval: end })
  AbortSignal.timeout = timeout
}
