import type { ReactiveController } from 'lit'
import { render } from 'lit/html.js'
import { DEFAULTS, PROPERTIES } from './defaults.ts'

const ATTRIBUTES = new Map(
  Object.keys(DEFAULTS).map((name) => [name.replace(/[A-Z]/g, '-$&').toLowerCase(), name as keyof typeof DEFAULTS]),
)

/**
 * An element that is drawn by Lit's templates: what this widget needs of LitElement, at a fifth of its bytes, which
 * every visitor would wait for. Properties redraw it once for all changes of a moment; controllers live as Lit's do.
 */
export abstract class Component extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' })
  readonly #controllers = new Set<ReactiveController>()
  #changed = new Set<string>()
  #update: Promise<void> | undefined
  #isHere = false

  static observedAttributes = ['lang', ...ATTRIBUTES.keys()]

  constructor(styles: CSSStyleSheet) {
    super()
    this.#root.adoptedStyleSheets = [styles]
    for (const name of [...ATTRIBUTES.values(), ...PROPERTIES]) {
      // What the page had set before this script came.
      let now: unknown = Object.getOwnPropertyDescriptor(this, name)?.value
      if (now !== undefined) this.#changed.add(name)
      const set = (given: unknown) => {
        if (now === given) return
        now = given
        this.requestUpdate(name)
      }
      Object.defineProperty(this, name, { get: () => now ?? DEFAULTS[name as keyof typeof DEFAULTS], set })
    }
  }

  /** What stands in it. */
  abstract render(): unknown
  /** What stands in it when that cannot be drawn. */
  abstract broken(): unknown
  /** Before each drawing, with the names of the properties that have changed; the first time all may have. */
  protected willUpdate?(changed: ReadonlySet<string>): void

  attributeChangedCallback(attribute: string, _: string | null, text: string | null): void {
    const name = ATTRIBUTES.get(attribute)
    if (name) Object.assign(this, { [name]: DEFAULTS[name] === false ? text !== null : (text ?? undefined) })
    // The language is HTML's own property.
    else this.requestUpdate(attribute)
  }

  connectedCallback(): void {
    if (this.#isHere) return
    this.#isHere = true
    this.#tell('hostConnected')
    this.requestUpdate()
  }

  disconnectedCallback(): void {
    // Who is put back within the same moment was only moved about the page, and never away.
    queueMicrotask(() => {
      if (this.isConnected || !this.#isHere) return
      this.#isHere = false
      this.#tell('hostDisconnected')
    })
  }

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller)
    if (this.#isHere) controller.hostConnected?.()
  }

  /** Settles when all that has changed is drawn. */
  get updateComplete(): Promise<void> {
    return this.#update ?? Promise.resolve()
  }

  requestUpdate(name?: string): void {
    if (name) this.#changed.add(name)
    if (this.#isHere) this.#update ??= Promise.resolve().then(() => this.#draw())
  }

  #tell(moment: 'hostConnected' | 'hostDisconnected' | 'hostUpdated'): void {
    for (const controller of this.#controllers) controller[moment]?.()
  }

  #draw(): void {
    this.#update = undefined
    const changed = this.#changed
    this.#changed = new Set()
    try {
      this.willUpdate?.(changed)
      render(this.render(), this.#root)
    } catch {
      render(this.broken(), this.#root)
    }
    this.#tell('hostUpdated')
  }
}

/** Styles as text, so that they can be put together before one sheet is made of them. */
export const css = String.raw

export function sheetOf(...styles: string[]): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles.join(''))
  return sheet
}
