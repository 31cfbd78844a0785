/** Watches how much room there is for the card. */
export class Width {
  /** Stands where the card does; a container query gives it a height where there is room for a month. */
  readonly probe = document.createElement('div')
  /** A list of days takes the place of the month; not known until it is on the page. */
  isNarrow: boolean | undefined

  constructor(onChange: () => void) {
    this.probe.className = 'probe'
    new ResizeObserver(() => {
      const { clientWidth, clientHeight } = this.probe
      // One that is not shown has no width, and stays as it was.
      if (!clientWidth || this.isNarrow === !clientHeight) return
      this.isNarrow = !clientHeight
      // Not at once: what is drawn may bring a scroll bar, and with it another width before this one was told.
      requestAnimationFrame(onChange)
    }).observe(this.probe)
  }
}
