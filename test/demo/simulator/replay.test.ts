import { describe, expect, it } from 'vitest'
import { KEY } from '../../support/proxy.ts'
import { type Exchange, type Json, type Line, recordingOf } from '../../support/recording.ts'
import { createReplay } from './replay.ts'
import { linesBeside } from './session.ts'
import { request, setup } from './setup.ts'

/** A session with the simulator itself, kept line by line as the recordings of Cal.com are. */
async function recorded(): Promise<Exchange[]> {
  const { sim } = setup()
  const lines: Exchange[] = []
  async function keep(name: string, method: string, path: string, version = '', body?: object) {
    const headers = { authorization: `Bearer ${KEY}`, 'cal-api-version': version, 'content-type': 'application/json' }
    const text = body && JSON.stringify(body)
    const got = await sim.fetch(`https://api.cal.com${path}`, { method, headers, body: text })
    const kept = [...got.headers].filter(([header]) => header.startsWith('x-ratelimit'))
    const response = { status: got.status, headers: Object.fromEntries(kept), body: (await got.json()) as Json }
    lines.push({ name, request: { method, path, headers, body: body as unknown as Json }, response })
    sim.clock.advance(3000)
  }
  await keep('book', 'POST', '/v2/bookings', '2024-08-13', request())
  await keep('taken', 'POST', '/v2/bookings', '2024-08-13', request())
  await keep('slots', 'GET', '/v2/slots?eventTypeId=3&start=2026-11-25&end=2026-11-25', '2024-09-04')
  await keep('me', 'GET', '/v2/me')
  await keep('list of old', 'GET', '/v2/bookings')
  return lines
}

const differences = async (lines: Line[], more: Line[] = []) => {
  const recording = { lines, exchanges: [], races: [] }
  return Promise.all(lines.map(createReplay(recording, more)))
}

describe('a replay', () => {
  it('finds what it was recorded from the same', async () => {
    expect(await differences(await recorded())).toEqual([undefined, undefined, undefined, undefined, undefined])
  })

  it('tells where an answer is another', async () => {
    const [book, taken] = await recorded()
    if (!book || !taken) throw new Error('Nothing was recorded')
    taken.response.status = 409
    expect(await differences([book, taken])).toEqual([undefined, 'status: 409 was expected, but got 400'])
  })

  it.each([
    ['bookings', '/v2/bookings', '2024-08-13', request({ attendee: { language: undefined } })],
    ['reservations', '/v2/slots/reservations', '2024-09-04', { eventTypeId: 2, slotStart: '2026-11-25T07:00:00Z' }],
  ])('runs a race of %s again, of which only the answers were kept', async (name, path, version, body) => {
    const { send } = setup()
    const sent = await Promise.all([1, 2, 3].map(() => send<Json>('POST', path, version, body, null)))
    const parallel = sent.map(({ status, body: answer }) => ({ status, body: answer as unknown as Json }))
    expect(await differences([{ name, parallel }])).toEqual([undefined])
  })

  it('takes lines without headers, and such as tell no time', async () => {
    const me = (await recorded()).filter(({ name }) => name === 'me')
    const bare = me.map((line) => ({ ...line, response: { ...line.response, headers: {} } }))
    expect(await differences(bare)).toEqual([undefined])
  })
})

describe('a recording', () => {
  it('may have empty lines, foreign line ends, and lines without a name or headers', () => {
    const line = '{"request":{"method":"GET","path":"/v2/me"},"response":{"status":401,"body":{}},"more":1}'
    const { lines } = recordingOf(`\uFEFF\r\n${line}\r\n  \n{"name":"race","parallel":[]}\n\n`)
    expect(lines).toEqual([
      {
        name: 'line 2',
        request: { method: 'GET', path: '/v2/me', headers: {} },
        response: { status: 401, headers: {}, body: {} },
      },
      { name: 'race', parallel: [] },
    ])
  })

  it.each(['{"request":', '5', '{"name":"me"}', '{"request":{},"response":5}'])('names a line such as %s', (line) => {
    expect(() => recordingOf(`\n${line}`)).toThrow('Line 2 is no recorded exchange.')
  })

  it('is helped by another of the same session: one with a uid or a time in common', async () => {
    const lines = await recorded()
    const [book, taken, slots] = lines
    if (!book || !taken || !slots) throw new Error('Nothing was recorded')
    const beside = (...own: Exchange[]) => linesBeside({ lines: own, exchanges: own, races: [] }, lines).length
    expect([beside(book), beside(taken), beside(slots)]).toEqual([4, 4, 4])
    const later = JSON.parse(JSON.stringify(taken).replaceAll('2026-11-22', '2027-11-22')) as Exchange
    expect(beside(later)).toBe(0)
  })
})
