/** Registers a tag unless it is taken: a page may carry the script twice, and the first copy wins. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element)
}
