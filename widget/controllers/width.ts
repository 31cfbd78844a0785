/** In its own letters: below, a list of days takes the place of the month. The same as in the container queries. */
const NARROW_EM = 40

/** What is observed: it has no height, so that what is drawn after a look gives no reason for another one. */
export class Width {
  readonly probe = document.createElement('div')
  isNarrow = false

  /** Watches how much room there is where the probe stands, whatever the page around it does. */
  constructor(onChange: () => void) {
    new ResizeObserver(() => {
      const { clientWidth } = this.probe
      const isNarrow = clientWidth < NARROW_EM * Number.parseFloat(getComputedStyle(this.probe).fontSize)
      // One that is not shown has no width, and stays as it was.
      if (!clientWidth || isNarrow === this.isNarrow) return
      this.isNarrow = isNarrow
      onChange()
    }).observe(this.probe)
  }
}
