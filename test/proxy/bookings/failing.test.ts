import { describe, expect, it } from 'vitest'
import { type EventTypeSeed, eventType } from '../../../demo/simulator/index.ts'
import { START, setup } from '../../support/proxy.ts'

describe('when Cal.com fails while it books', () => {
  const undone = [
    ['cannot be reached', { kind: 'refuse' }],
    ['blocks us', { kind: 'status', status: 429 }],
    ['no longer takes the key', { kind: 'status', status: 401 }],
  ] as const
  const done = [
    ['never answers, but books', { kind: 'never', done: true }],
    ['cuts the line, but books', { kind: 'reset', done: true }],
    ['answers HTML, but books', { kind: 'html', done: true }],
    ['answers cut JSON, but books', { kind: 'cut', done: true }],
    ['answers an unknown shape, but books', { kind: 'shape', done: true }],
  ] as const
  const unknown = [
    ['never answers', { kind: 'never' }],
    ['cuts the line', { kind: 'reset' }],
    ['answers 500', { kind: 'status', status: 500 }],
  ] as const
  const on = { method: 'POST' }

  it.each(undone)('and %s: keeps the request and says so, as nothing was booked', async (_, fault) => {
    const { book, simulator } = await setup()
    simulator.break({ ...fault, on })
    const res = await book()
    expect(res.status).toBe(202)
    expect(await res.json()).toMatchObject({ status: 'queued', ref: expect.any(String), token: expect.any(String) })
    expect(simulator.account.bookings).toHaveLength(0)
  })

  it.each(done)('and %s: finds the booking and says so', async (_, fault) => {
    const { book, simulator } = await setup(fault.kind === 'never' ? { timeouts: { read: 5_000, write: 500 } } : {})
    simulator.break({ ...fault, on })
    const res = await book()
    expect(res.status).toBe(201)
    expect(await res.json()).toMatchObject({ status: 'accepted', start: START })
    expect(simulator.account.bookings).toHaveLength(1)
  })

  it.each(unknown)('and %s: says that it is still finding out', async (_, fault) => {
    const { book, simulator } = await setup(fault.kind === 'never' ? { timeouts: { read: 5_000, write: 50 } } : {})
    simulator.break({ ...fault, on })
    const res = await book()
    expect(res.status).toBe(202)
    const text = await res.text()
    expect(JSON.parse(text)).toMatchObject({ status: 'processing' })
    expect(text).not.toMatch(/cal_test|\/v2|html|ivan/i)
  })

  it('waits for one that is merely slow', async () => {
    const { book, simulator } = await setup()
    simulator.break({ kind: 'slow', ms: 50, on })
    expect((await book()).status).toBe(201)
  })
})

describe('when Cal.com refuses what it had offered', () => {
  /** A proxy that has just read an event type, which may then change. */
  async function knowing(seed: EventTypeSeed) {
    const all = await setup({ env: { EVENTS: seed.slug } })
    const type = eventType(seed)
    all.simulator.account.eventTypes.push(type)
    await all.app.request(`/v1/events/${seed.slug}`)
    return { ...all, type }
  }

  it('names the field that is wrong, and repeats none of Cal.com’s words, which hold a person', async () => {
    const topic = { type: 'select', slug: 'topic', options: ['ivan@example.com'] }
    const { book, log, type } = await knowing({ slug: 'asking', fields: [topic] })
    for (const field of type.bookingFields) if (field.slug === 'topic') field.options = ['А']
    const answers = { name: 'Иван', email: 'ivan@example.com', topic: 'ivan@example.com' }
    const res = await book({ event: 'asking', answers })
    expect(res.status).toBe(422)
    const text = await res.text()
    expect(JSON.parse(text)).toMatchObject({
      code: 'invalid_fields',
      fields: { 'answers.topic': 'Такое значение не подходит' },
    })
    expect(log.at(-1)?.cause).toBe('CalcomRefused POST /v2/bookings: refused with 400 BadRequestException')
    expect(text + JSON.stringify(log)).not.toMatch(/ivan|Иван/)
  })

  it('for another reason: says that nothing was booked, and frees the key and the time', async () => {
    const lengthInMinutesOptions = [30, 60]
    const { post, request, simulator, type } = await knowing({ slug: 'several', lengthInMinutesOptions })
    delete type.lengthInMinutesOptions
    const again = () => post(request({ event: 'several' }), { 'idempotency-key': 'k'.repeat(22) })
    const res = await again()
    expect(res.status).toBe(503)
    expect(await res.json()).toMatchObject({ code: 'upstream_unavailable' })
    expect(simulator.account.bookings).toHaveLength(0)
    type.lengthInMinutesOptions = lengthInMinutesOptions
    expect((await again()).status).toBe(201)
  })
})
