import type { ReactiveController } from 'lit'
import type { Visit } from './visit.ts'

/** What was seen so long ago may be gone, in ms. */
const OLD_MS = 60_000

/** Asks anew for what is free: each minute while it is looked at, and when the visitor comes back to the tab after one. */
export class OnReturn implements ReactiveController {
  #asked: number
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(private readonly visit: Visit) {
    this.#asked = this.#now()
    visit.host.addController(this)
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look)
    this.#timer = setInterval(this.#look, OLD_MS)
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look)
    clearInterval(this.#timer)
  }

  #now = () => this.visit.host.clock.getTime()

  #look = () => {
    if (document.hidden || this.#now() - this.#asked < OLD_MS) return
    this.#asked = this.#now()
    void this.visit.refresh()
  }
}
