import { describe, expect, it } from 'vitest'
import { type Meeting, Taken } from '../../proxy/booking/taken.ts'

const now = () => new Date('2026-11-22T12:00:00Z')
const at = (hour: string, more: Partial<Meeting> = {}): Meeting => ({
  start: `2026-11-25T${hour}:00.000Z`,
  minutes: 40,
  before: 0,
  after: 0,
  ...more,
})

describe('a time that several saw free', () => {
  it.each([
    ['the same', at('07:00')],
    ['one that begins within', at('07:30')],
    ['one that ends within', at('06:30')],
    ['one that wants room before', at('07:40', { before: 10 })],
    ['one that wants room after', at('06:20', { after: 10 })],
  ])('goes to the first; the next cannot have %s', (_, other) => {
    const taken = new Taken(now)
    expect(taken.claim(at('07:00'))).toBeDefined()
    expect(taken.claim(other)).toBeUndefined()
  })

  it('leaves those side by side alone', () => {
    const taken = new Taken(now)
    for (const hour of ['07:00', '06:20', '07:40']) expect(taken.claim(at(hour))).toBeDefined()
  })

  it('may be had again when the first gives back his own, and nobody else’s', () => {
    const taken = new Taken(now)
    taken.claim(at('08:00'))
    taken.claim(at('07:00'))?.release()
    expect(taken.claim(at('08:00'))).toBeUndefined()
    expect(taken.claim(at('07:00'))).toBeDefined()
  })
})
