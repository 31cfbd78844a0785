import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Leads the focus to what a move has brought, once it is drawn: a visitor is led only where he went himself. */
export class Focus implements ReactiveController {
  #wanted: string[] = []

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this)
  }

  /** Leads to the first of these that is there, by preference, now or when it is drawn; to nothing without any. */
  lead(...selectors: string[]): void {
    this.#wanted = selectors
  }

  hostUpdated(): void {
    const root = this.host.shadowRoot
    // While all is loading there is nothing to be led to but what will be gone again.
    if (!this.#wanted.length || root?.querySelector('.at-loading')) return
    const { activeElement } = document
    const isHis = !activeElement || activeElement === document.body || activeElement === this.host
    const target = this.#wanted.map((selector) => root?.querySelector<HTMLElement>(selector)).find(Boolean)
    // Gone elsewhere on the page, he is not called back.
    if (target || !isHis) this.#wanted = []
    if (isHis) target?.focus()
  }
}
