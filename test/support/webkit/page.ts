import { setTimeout as wait } from 'node:timers/promises'
import type { Driver } from './driver.ts'
import { keyCode } from './keys.ts'

/** What a driver is asked on behalf of one browser. */
export type Ask = Driver['ask']

export interface Viewport {
  width: number
  height: number
}

const BUTTONS = { left: 0, middle: 1, right: 2 }
type Button = keyof typeof BUTTONS

/** A page in WebKit, in the words that Puppeteer has for one: in these the tests' commands speak. */
export const createPage = (ask: Ask) => ({
  keyboard: createKeyboard(ask),
  mouse: createMouse(ask),
  setViewport: (viewport: Viewport) => setViewport(ask, viewport),
})

function createKeyboard(ask: Ask) {
  const send = (keys: string[], ...types: ('keyDown' | 'keyUp')[]) => {
    const actions = keys.map(keyCode).flatMap((value) => types.map((type) => ({ type, value })))
    return ask('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] })
  }
  return {
    type: (text: string) => send([...text], 'keyDown', 'keyUp'),
    press: (key: string) => send([key], 'keyDown', 'keyUp'),
    down: (key: string) => send([key], 'keyDown'),
    up: (key: string) => send([key], 'keyUp'),
  }
}

function createMouse(ask: Ask) {
  const send = (...actions: object[]) =>
    ask('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    })
  const move = (x: number, y: number) => ({ type: 'pointerMove', duration: 0, x, y })
  const button = (type: 'pointerDown' | 'pointerUp', { button = 'left' }: { button?: Button } = {}) => ({
    type,
    button: BUTTONS[button],
  })
  return {
    move: (x: number, y: number) => send(move(x, y)),
    click: (x: number, y: number, which?: { button?: Button }) =>
      send(move(x, y), button('pointerDown', which), button('pointerUp', which)),
    down: (which?: { button?: Button }) => send(button('pointerDown', which)),
    up: (which?: { button?: Button }) => send(button('pointerUp', which)),
    reset: async () => {
      await ask('DELETE', '/actions')
      await send(move(0, 0))
    },
  }
}

const RESIZE_MS = 5_000

/** Gives the window such a size that the page in it has that one: the window is higher, by its own bars. */
async function setViewport(ask: Ask, { width, height }: Viewport) {
  const [outer, inner] = await sizes(ask)
  await ask('POST', '/window/rect', { x: 0, y: 0, width, height: height + outer.height - inner.height })
  const latest = performance.now() + RESIZE_MS
  for (;;) {
    const [, { width: newWidth, height: newHeight }] = await sizes(ask)
    if (newWidth === width && newHeight === height) return
    if (performance.now() > latest) {
      throw new Error(`WebKit has ${newWidth} × ${newHeight} where ${width} × ${height} was asked for.`)
    }
    await wait(20)
  }
}

/** Of the window, and of the page in it. It waits while one page gives way to another, when there is none to ask. */
async function sizes(ask: Ask): Promise<[Viewport, Viewport]> {
  const script = 'return [[outerWidth, outerHeight], [innerWidth, innerHeight]]'
  const latest = performance.now() + RESIZE_MS
  for (;;) {
    try {
      const measured = (await ask('POST', '/execute/sync', { script, args: [] })) as [
        [number, number],
        [number, number],
      ]
      const [outer, inner] = measured.map(([width, height]) => ({ width, height }))
      if (outer && inner) return [outer, inner]
    } catch (error) {
      if (performance.now() > latest) throw error
    }
    await wait(20)
  }
}
