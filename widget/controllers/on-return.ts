import type { Visit } from './visit.ts'

/** What was seen so long ago may be gone, in ms. */
const OLD_MS = 60_000

/** Asks anew for what is free: each minute while it is looked at, and when the visitor comes back after one. */
export function refreshOnReturn(visit: Visit): void {
  const { host } = visit
  const now = () => host.clock.getTime()
  let asked = now()
  let timer: ReturnType<typeof setInterval> | undefined
  const look = () => {
    if (document.hidden || now() - asked < OLD_MS) return
    asked = now()
    void visit.refresh()
  }
  host.addController({
    hostConnected() {
      document.addEventListener('visibilitychange', look)
      timer = setInterval(look, OLD_MS)
    },
    hostDisconnected() {
      document.removeEventListener('visibilitychange', look)
      clearInterval(timer)
      // A page that we are taken out of scrolls again.
      host.close()
    },
  })
}
