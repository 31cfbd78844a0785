import type { ReactiveController } from 'lit'
import type { Component } from '../element.ts'

/** In its own letters: below, a list of days takes the place of the month. The same as in the container queries. */
const NARROW_EM = 40

/** Watches how much room there is: of the element's own place, whatever the page around it does. */
export class Width implements ReactiveController {
  isNarrow = false
  #probe: Element | null | undefined
  readonly #observer = new ResizeObserver(() => this.#measure(this.#probe))

  constructor(private readonly host: Component) {
    host.addController(this)
  }

  hostConnected(): void {
    this.#measure(this.host)
  }

  /** What is observed has no height, so that what is drawn after a look gives no reason for another one. */
  hostUpdated(): void {
    const probe = this.host.shadowRoot?.querySelector('.probe')
    if (probe === this.#probe) return
    this.#observer.disconnect()
    this.#probe = probe
    if (probe) this.#observer.observe(probe)
  }

  #measure(element: Element | null | undefined): void {
    // One that is not shown has no width, and stays as it was.
    if (!element?.clientWidth) return
    const isNarrow = element.clientWidth < NARROW_EM * Number.parseFloat(getComputedStyle(element).fontSize)
    if (isNarrow === this.isNarrow) return
    this.isNarrow = isNarrow
    this.host.requestUpdate()
  }
}
