import type { Page } from 'playwright-core'

declare global {
  /** In the page: what a widget is made of and can be seen, whatever shadow it stands in. */
  var seenIn: (host: Element) => Element[]
  /** In the page: how a test calls it. */
  var nameOf: (element: Element) => string
}

/** Gives a page the eyes of these tests, before anything else runs there. */
export async function addEyes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])])
    globalThis.seenIn = (host) =>
      all(host.shadowRoot ?? host).filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1)
    globalThis.nameOf = (one) => `${one.localName} ${one.getAttribute('part') ?? one.getAttribute('class') ?? ''}`
  })
}

/** What of the widget sticks out of it to a side. */
export function sticking(page: Page): Promise<string[]> {
  return page.locator('olga-booking').evaluate((host) => {
    const { left, right } = host.getBoundingClientRect()
    return seenIn(host)
      .filter((one) => one.getBoundingClientRect().left < left - 1 || one.getBoundingClientRect().right > right + 1)
      .map(nameOf)
  })
}
