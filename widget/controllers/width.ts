import type { ReactiveController } from 'lit'
import type { Component } from '../element.ts'

/** Watches how much room there is for the card. */
export class Width implements ReactiveController {
  /** Stands where the card does; a container query gives it a height where there is room for a month. */
  readonly probe = document.createElement('div')
  /** A list of days takes the place of the month; not known until it is on the page. */
  isNarrow: boolean | undefined

  constructor(private readonly host: Component) {
    host.addController(this)
    this.probe.className = 'probe'
    // Not at once: what is drawn may bring a scroll bar, and with it another width before this one was told.
    new ResizeObserver(() => requestAnimationFrame(() => this.#look())).observe(this.probe)
  }

  /** Nothing could be drawn yet: a frame would be one more to wait for. */
  hostUpdated(): void {
    if (this.isNarrow === undefined) this.#look()
  }

  #look(): void {
    const { clientWidth, clientHeight } = this.probe
    // One that is not shown has no width, and stays as it was.
    if (!clientWidth || this.isNarrow === !clientHeight) return
    this.isNarrow = !clientHeight
    this.host.requestUpdate()
  }
}
