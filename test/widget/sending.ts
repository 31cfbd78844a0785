import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import { all, click, fillIn, LINK, type Mounted, overApp, text, toForm, until } from './support.ts'

/** To the form, and sent. */
export async function send(): Promise<void> {
  await toForm(START)
  await fillIn()
  await click('[part~="submit"]')
}

/** Nothing is open to him but to wait. */
export function expectHeld(): void {
  expect(all<HTMLFieldSetElement>('.fields')[0]?.disabled).to.equal(true)
  expect(all<HTMLButtonElement>('[part~="back"]')[0]?.disabled).to.equal(true)
  expect(all('[part~="taken"]')).to.have.length(0)
  expect(all(LINK)).to.have.length(0)
}

export const alert = () => text(all('[role="alert"]')[0])
export const isBooking = (input: RequestInfo | URL, init?: RequestInit) =>
  init?.method === 'POST' && String(input).endsWith('/v1/bookings')
export const isStatus = (input: RequestInfo | URL) => String(input).includes('/status/')
export const lost = () => Promise.reject(new TypeError('Failed to fetch'))

/** The submits meet `instead`, as long as that gives something. */
export const meanwhile =
  (instead: (answer: () => Promise<Response>) => Promise<Response> | undefined) =>
  (app: Mounted['app']): typeof globalThis.fetch =>
  (input, init) => {
    const answer = () => overApp(app)(input, init)
    return (isBooking(input, init) && instead(answer)) || answer()
  }

export const once = (instead: (answer: () => Promise<Response>) => Promise<Response>) => {
  let isFirst = true
  return meanwhile((answer) => {
    if (!isFirst) return undefined
    isFirst = false
    return instead(answer)
  })
}

/** Lets the pauses between two looks go by until something has come. */
export async function afterPauses(
  time: { pass(ms: number): void },
  isHere: () => boolean,
  what: string,
): Promise<void> {
  await until(() => {
    time.pass(1_000)
    return isHere()
  }, what)
}
