import type { Component } from './element.ts'

/** Registers a tag unless it is taken: a page may carry the script twice, and the first copy wins. */
export function define(tag: string, element: typeof Component & CustomElementConstructor): void {
  if (customElements.get(tag)) return
  element.prepare()
  customElements.define(tag, element)
}
