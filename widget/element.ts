import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { render, type TemplateResult } from 'lit/html.js'

/** One public property: its default says its kind. Texts and switches are attributes too, in kebab case. */
type Default = string | boolean | object | undefined

const attributeOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const isAttribute = (value: Default) => typeof value === 'string' || typeof value === 'boolean'

/**
 * An element that is drawn by Lit's templates: what this widget needs of LitElement, at a fifth of its bytes, which
 * every visitor would wait for. Properties redraw it once for all changes of a moment; controllers live as Lit's do.
 */
export abstract class Component extends HTMLElement implements ReactiveControllerHost {
  static defaults: Record<string, Default> = {}

  readonly #values = new Map<string, unknown>()
  readonly #controllers = new Set<ReactiveController>()
  #changed = new Set<string>()
  #update: Promise<boolean> | undefined
  #isHere = false
  hasUpdated = false

  static get observedAttributes(): string[] {
    return Object.entries(this.defaults).flatMap(([name, value]) => (isAttribute(value) ? attributeOf(name) : []))
  }

  /** Gives the class its properties. Before it is defined. */
  static prepare(): void {
    for (const [name, value] of Object.entries(this.defaults)) {
      Object.defineProperty(this.prototype, name, {
        get(this: Component) {
          return this.#values.get(name) ?? value
        },
        set(this: Component, given: unknown) {
          if (this.#values.get(name) === given) return
          this.#values.set(name, given)
          this.requestUpdate(name)
        },
      })
    }
  }

  constructor(styles: CSSStyleSheet) {
    super()
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [styles]
    // What the page had set before this script came hides the properties.
    for (const name of Object.keys((this.constructor as typeof Component).defaults)) {
      const early = Object.getOwnPropertyDescriptor(this, name)
      if (!early || !Reflect.deleteProperty(this, name)) continue
      this.#values.set(name, early.value)
      this.#changed.add(name)
    }
  }

  /** What stands in it. */
  abstract render(): TemplateResult
  /** What stands in it when that cannot be drawn. */
  abstract broken(error: unknown): TemplateResult
  /** Before each drawing, with the names of the properties that have changed; the first time all may have. */
  protected willUpdate?(changed: ReadonlySet<string>): void

  attributeChangedCallback(attribute: string, _: string | null, text: string | null): void {
    const { defaults } = this.constructor as typeof Component
    const name = Object.keys(defaults).find((one) => attributeOf(one) === attribute)
    if (name) Object.assign(this, { [name]: typeof defaults[name] === 'boolean' ? text !== null : (text ?? undefined) })
  }

  connectedCallback(): void {
    if (this.#isHere) return
    this.#isHere = true
    for (const controller of this.#controllers) controller.hostConnected?.()
    this.requestUpdate()
  }

  disconnectedCallback(): void {
    // Who is put back within the same moment was only moved about the page, and never away.
    queueMicrotask(() => {
      if (this.isConnected || !this.#isHere) return
      this.#isHere = false
      for (const controller of this.#controllers) controller.hostDisconnected?.()
    })
  }

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller)
    if (this.#isHere) controller.hostConnected?.()
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller)
  }

  /** Settles when all that has changed is drawn. */
  get updateComplete(): Promise<boolean> {
    return this.#update ?? Promise.resolve(true)
  }

  requestUpdate(name?: string): void {
    if (name) this.#changed.add(name)
    if (this.#isHere) this.#update ??= Promise.resolve().then(() => this.#draw())
  }

  #draw(): boolean {
    this.#update = undefined
    const root = this.shadowRoot
    if (!root) return false
    const changed = this.#changed
    this.#changed = new Set()
    try {
      this.willUpdate?.(changed)
      render(this.render(), root, { host: this })
    } catch (error) {
      render(this.broken(error), root, { host: this })
    }
    this.hasUpdated = true
    for (const controller of this.#controllers) controller.hostUpdated?.()
    return !this.#update
  }
}

/** Styles as text, so that they can be put together before one sheet is made of them. */
export const css = (texts: TemplateStringsArray, ...values: string[]): string => String.raw({ raw: texts }, ...values)

export function sheetOf(...styles: string[]): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles.join(''))
  return sheet
}
