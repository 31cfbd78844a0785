import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Calls `refresh` when the visitor comes back to the tab after at least a minute. */
export class OnReturn implements ReactiveController {
  #left = Number.POSITIVE_INFINITY

  constructor(
    host: ReactiveControllerHost,
    private readonly now: () => Date,
    private readonly refresh: () => void,
  ) {
    host.addController(this)
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onChange)
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onChange)
  }

  #onChange = () => {
    if (document.hidden) this.#left = this.now().getTime()
    else if (this.now().getTime() - this.#left > 60_000) this.refresh()
  }
}
