import { describe, expect, it } from 'vitest'
import { setup } from '../support/proxy.ts'

const SLOTS = '/v1/slots?event=delo-40min'

describe.each([
  ['/v1/events/delo-40min', /^\/v2\/event-types/],
  ['/v1/events/delo-40min', /^\/v2\/me/],
  [SLOTS, /^\/v2\/event-types/],
  [SLOTS, /^\/v2\/slots/],
])('GET %s, when Cal.com fails at %s', (address, path) => {
  it.each([
    ['is down', { kind: 'refuse' }],
    ['is cut off', { kind: 'reset' }],
    ['is silent', { kind: 'never' }],
    ['blocks us', { kind: 'status', status: 429 }],
    ['is broken', { kind: 'status', status: 500 }],
    ['gives an HTML page', { kind: 'html' }],
    ['gives cut JSON', { kind: 'cut' }],
    ['gives an unknown shape', { kind: 'shape' }],
  ] as const)('and %s: answers 503 in plain words', async (_, fault) => {
    const { app, simulator } = await setup(fault.kind === 'never' ? { timeouts: { read: 50, write: 50 } } : {})
    simulator.break({ ...fault, on: { path } })
    const res = await app.request(address)
    expect(res.status).toBe(503)
    const text = await res.text()
    expect(JSON.parse(text)).toMatchObject({
      code: 'upstream_unavailable',
      title: expect.stringContaining('Календарь'),
    })
    expect(text).not.toMatch(/cal_test|Throttler|v2|html/i)
    const isBlocked = 'status' in fault && fault.status === 429
    expect(res.headers.get('retry-after')).toBe(isBlocked ? '60' : null)
  })

  it('answers again as soon as Cal.com does', async () => {
    const { app, simulator } = await setup()
    simulator.break({ kind: 'status', status: 500, on: { path } })
    expect((await app.request(address)).status).toBe(503)
    simulator.mend()
    expect((await app.request(address)).status).toBe(200)
  })
})
