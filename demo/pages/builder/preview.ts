import type { Choices } from './choices.ts'
import { attributesOf, styleOf } from './snippet.ts'

/** These stay out: a trial is no visit. The proxy does, too: the page's own is the one that is there. */
const LEFT_OUT = ['metrika', 'goals']
/** A change of these is another widget; all else it takes as it stands. */
const IDENTITY = ['event', 'events', 'mode']

/** The widget as chosen, in `place`, which never books. */
export class Preview {
  #shown: { element: HTMLElement; attributes: Map<string, string> } | undefined
  readonly #sheet = new CSSStyleSheet()

  constructor(private readonly place: HTMLElement) {
    document.adoptedStyleSheets.push(this.#sheet)
  }

  show(choices: Choices, themeCss: string): void {
    this.#sheet.replaceSync(styleOf(choices, themeCss))
    const attributes = new Map([...attributesOf(choices), ['dry-run', '']])
    for (const name of LEFT_OUT) attributes.delete(name)
    const before = this.#shown
    const isSame = before && IDENTITY.every((name) => before.attributes.get(name) === attributes.get(name))
    const element = isSame ? before.element : document.createElement('olga-booking')
    for (const name of isSame ? before.attributes.keys() : []) if (!attributes.has(name)) element.removeAttribute(name)
    for (const [name, value] of attributes) element.setAttribute(name, value)
    if (!isSame) before?.element.remove()
    if (!isSame) this.place.append(element)
    this.#shown = { element, attributes }
  }
}
