import { describe, expect, it } from 'vitest'
import type { Booking } from '../../proxy/contract.ts'
import { type Flow, type Move, move } from '../../widget/flow.ts'

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
  it.each<[Flow, Move, Flow]>([
    [{ step: 'loading' }, { to: 'month', month: '2026-11' }, { step: 'pick', month: '2026-11', day: undefined }],
    [{ step: 'loading' }, { to: 'away', reason: 'unavailable' }, { step: 'away', reason: 'unavailable' }],
    [pick, { to: 'day', day: '2026-12-01' }, { step: 'pick', month: '2026-12', day: '2026-12-01' }],
    [pick, { to: 'time', day: '2026-11-25', start: START }, details],
    [details, { to: 'back' }, pick],
    [details, { to: 'booked', booking, email: 'ivan@example.com' }, booked],
  ])('%#: leads on', (from, by, to) => {
    expect(move(from, by)).toEqual(to)
  })

  it.each<[Flow, Move]>([
    [booked, { to: 'month', month: '2026-12' }],
    [booked, { to: 'back' }],
    [booked, { to: 'time', day: '2026-11-25', start: START }],
    [booked, { to: 'away', reason: 'unavailable' }],
    [details, { to: 'month', month: '2026-12' }],
    [pick, { to: 'booked', booking }],
    [pick, { to: 'away', reason: 'unavailable' }],
  ])('%#: a move that makes no sense leaves him where he is', (from, by) => {
    expect(move(from, by)).toBe(from)
  })
})
