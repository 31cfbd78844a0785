import { describe, expect, it } from 'vitest'
import type { Booking } from '../../proxy/contract.ts'
import { type Flow, move } from '../../widget/flow.ts'

const START = '2026-11-25T07:00:00.000Z'
const booking: Booking = {
  token: 't',
  ref: 'ABCDEFGH',
  status: 'accepted',
  event: 'e',
  title: 't',
  start: START,
  end: START,
}
const pick: Flow = { step: 'pick', month: '2026-11', day: '2026-11-25' }
const details: Flow = { step: 'details', month: '2026-11', day: '2026-11-25', start: START }
const booked: Flow = { step: 'booked', booking, email: 'ivan@example.com' }

describe('the way through the widget', () => {
  it.each<[Flow, Flow]>([
    [{ step: 'loading' }, pick],
    [{ step: 'loading' }, { step: 'away', reason: 'unavailable' }],
    [{ step: 'choose' }, { step: 'away', reason: 'misconfigured' }],
    [pick, { step: 'pick', month: '2026-12', day: '2026-12-01' }],
    [pick, details],
    [details, { ...details, start: '2026-11-25T07:40:00.000Z' }],
    [details, pick],
    [details, booked],
    [booked, { step: 'manage' }],
    [{ step: 'away', reason: 'unavailable' }, { step: 'loading' }],
  ])('%#: leads on', (from, to) => {
    expect(move(from, to)).toBe(to)
  })

  it.each<[Flow, Flow]>([
    [booked, pick],
    [booked, details],
    [booked, { step: 'away', reason: 'unavailable' }],
    [details, { step: 'away', reason: 'unavailable' }],
    [pick, booked],
    [pick, { step: 'away', reason: 'unavailable' }],
    [{ step: 'away', reason: 'unavailable' }, pick],
  ])('%#: a move that makes no sense leaves him where he is', (from, to) => {
    expect(move(from, to)).toBe(from)
  })
})
