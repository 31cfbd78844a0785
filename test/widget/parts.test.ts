import { expect } from 'chai'
import { eventType } from '../../demo/simulator/index.ts'
import { START } from '../support/proxy.ts'
import { mountKind } from './kinds.ts'
import { all, click, fillIn, found, linked, mount, toForm } from './support.ts'

const MARK = 'rgb(1, 2, 3)'
const FIRST = 'card header calendar month prev next times nearest zone day free today selected time'.split(' ')
const LATER = 'form field label input error submit back when hold taken booked choice consent'.split(' ')
const OTHERS = 'duration more fallback link retry manage move cancel confirm dialog close launcher trigger'.split(' ')

/** The page's own style sheet reaches these parts; the property is one that nothing inherits. */
async function expectReached(...parts: string[]): Promise<void> {
  for (const part of parts) {
    await found(`[part~="${part}"]`)
    for (const element of all(`[part~="${part}"]`)) expect(getComputedStyle(element).outlineColor, part).to.equal(MARK)
  }
}

describe('parts', () => {
  let sheet: HTMLStyleElement
  beforeEach(() => {
    sheet = document.head.appendChild(document.createElement('style'))
    const rule = (part: string) => `olga-booking::part(${part}) { outline-color: ${MARK} }`
    sheet.textContent = [...FIRST, ...LATER, ...OTHERS].map(rule).join('\n')
  })
  afterEach(() => sheet.remove())

  it('F064 of the first step can be styled by the page', async () => {
    await mount()
    await found('[part~="time"]')
    await expectReached(...FIRST)
  })

  it('F064 of the form, of its faults, and of the last step', async () => {
    const { simulator } = await mount()
    await toForm(START)
    await expectReached('when', 'form', 'field', 'label', 'input', 'submit', 'back', 'hold')
    await click('[part~="submit"]')
    await expectReached('error')
    await fillIn()
    simulator.break({ kind: 'status', status: 400, on: { method: 'POST' }, times: 1 })
    await click('[part~="submit"]')
    await expectReached('fallback', 'link')
    await click('[part~="submit"]')
    await expectReached('booked', 'when', 'manage')
  })

  it('F064 of the consent', async () => {
    await mount()
    await toForm(START)
    await expectReached('consent')
  })

  it('F064 of other times, where his was taken', async () => {
    const { simulator } = await mount()
    await toForm(START)
    await fillIn()
    simulator.account.busy.push({ start: START, end: '2026-11-25T07:40:00.000Z' })
    simulator.clock.advance(31_000)
    await click('[part~="submit"]')
    await expectReached('taken', 'time')
  })

  it('F064 of the way on, where the times cannot be shown', async () => {
    await mount({ before: ({ simulator }) => simulator.break({ kind: 'refuse' }) })
    await linked()
    await expectReached('card', 'fallback', 'link', 'retry')
  })

  it('F064 of several event types, and of several lengths', async () => {
    await mount({ attributes: { events: '15min,30min' }, setup: { env: { EVENTS: '15min,30min' } } })
    await expectReached('header', 'choice')
    await mountKind(eventType({ slug: 'lengths', lengthInMinutesOptions: [30, 60] }))
    await expectReached('duration')
  })

  it('F064 of the list of days', async () => {
    const { booking } = await mount()
    booking.style.inlineSize = '20rem'
    await expectReached('more', 'times', 'time')
  })

  it('F064 of a booking that is moved or cancelled', async () => {
    const { book, booking } = await mount()
    booking.booking = (await (await book()).json()).token
    await expectReached('manage', 'when', 'move', 'cancel')
    await click('[part~="cancel"]')
    await expectReached('confirm', 'back')
  })

  it('F064 of the window and of what opens it', async () => {
    const { booking } = await mount({ attributes: { mode: 'popup' } })
    await expectReached('trigger')
    booking.open()
    await expectReached('dialog', 'close', 'card')
    booking.close()
    await mount({ attributes: { mode: 'floating' } })
    await expectReached('launcher')
  })
})
