import type { Page } from 'playwright-core'

/** How a control of the widget looks. */
export interface Control {
  what: string
  height: number
  fontSize: number
  text: string
}

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

/** Every control that can be seen. */
export function controls(page: Page): Promise<Control[]> {
  return page.locator('olga-booking').evaluate((host) =>
    seenIn(host)
      .filter(
        (one) => one.matches('button, input, select, textarea, summary, a') && !one.closest('[aria-hidden="true"]'),
      )
      .map((one) => {
        const { fontSize, textTransform, textIndent, whiteSpace } = getComputedStyle(one)
        return {
          what: nameOf(one),
          height: Math.round(one.getBoundingClientRect().height),
          fontSize: Number.parseFloat(fontSize),
          text: `${textTransform} ${textIndent} ${whiteSpace}`,
        }
      }),
  )
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

/** What of the widget is cut off where nobody can scroll, as on paper. */
export function cut(page: Page): Promise<string[]> {
  return page
    .locator('olga-booking')
    .evaluate((host) =>
      [host, ...seenIn(host)]
        .filter((one) => getComputedStyle(one).overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1)
        .map(nameOf),
    )
}

/** What would be light letters on paper, or stand on a dark ground. */
export function unprintable(page: Page): Promise<string[]> {
  return page.locator('olga-booking').evaluate((host) => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    /** 0 to 1; of what is transparent, as of paper. */
    const lightness = (colour: string) => {
      if (!context) return Number.NaN
      context.clearRect(0, 0, 1, 1)
      context.fillStyle = colour
      context.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
      return alpha ? (red * 0.3 + green * 0.6 + blue * 0.1) / 255 : 1
    }
    return seenIn(host)
      .filter((one) => one.matches('[part~="card"], [part~="time"], [part~="booked"], h2, h3, p'))
      .filter((one) => {
        const { color, backgroundColor } = getComputedStyle(one)
        return lightness(color) > 0.55 || lightness(backgroundColor) < 0.8
      })
      .map(nameOf)
  })
}
