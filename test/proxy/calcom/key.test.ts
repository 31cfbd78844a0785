import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createSimulator, type Fault } from '../../../demo/simulator/index.ts'
import { createCalcom } from '../../../proxy/calcom/index.ts'
import { KEY } from '../../support/proxy.ts'
import { shown } from '../../support/shown.ts'

const INPUT = { start: '2026-11-25T07:00:00Z', eventTypeId: 3, attendee: { name: 'A', timeZone: 'UTC' } }
const OPTIONS = { apiKey: KEY, timeouts: { read: 100, write: 100 } }

const thrownBy = (work: () => unknown): Promise<unknown> =>
  Promise.resolve()
    .then(work)
    .then(
      () => Promise.reject(new Error('Nothing was thrown')),
      (error: unknown) => error,
    )

/** The key, and what it looks like once it is encoded: none of them may be seen. */
const seenIn = (value: unknown) =>
  [KEY, btoa(KEY).slice(0, 20), encodeURIComponent(`Bearer ${KEY}`)].filter((trace) => shown(value).includes(trace))

describe('the key', () => {
  const statuses = [400, 401, 403, 404, 409, 422, 429, 500, 502, 503]
  const kinds = ['never', 'reset', 'refuse', 'html', 'cut', 'shape'] as const
  it.each<Fault>([
    ...statuses.map((status) => ({ kind: 'status' as const, status })),
    ...kinds.map((kind) => ({ kind })),
  ])('is in no error: %j', async (fault) => {
    const simulator = createSimulator({ apiKey: KEY })
    simulator.break(fault)
    const calcom = createCalcom({ ...OPTIONS, fetch: simulator.fetch })
    expect(seenIn(await thrownBy(() => calcom.bookings.create(INPUT)))).toEqual([])
  })

  it('is in no error of a line that is not there, or of a caller who has had enough', async () => {
    const calcom = createCalcom({ ...OPTIONS, baseUrl: 'http://127.0.0.1:9' })
    expect(seenIn(await thrownBy(() => calcom.bookings.create(INPUT)))).toEqual([])
    expect(seenIn(await thrownBy(() => calcom.me.get(AbortSignal.abort())))).toEqual([])
  })

  it.each([400, 401, 200, 500])('is in no error though the answer repeats all that was sent: %s', async (status) => {
    const server = createServer(({ headers }, response) => {
      const all = JSON.stringify(headers)
      response.statusCode = status
      response.setHeader('x-sent', all.replace(/[^ -~]/g, ''))
      response.end(JSON.stringify({ error: { code: all, message: all, details: { message: all } }, [all]: headers }))
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const calcom = createCalcom({ ...OPTIONS, baseUrl: `http://127.0.0.1:${port}` })
    const error = await thrownBy(() => calcom.bookings.create(INPUT))
    server.close()
    expect(seenIn(error)).toEqual([])
  })

  it.each([
    ['a line end within', `${KEY.slice(0, 9)}\n${KEY.slice(9)}`],
    ['a zero within', `${KEY}\0x`],
    ['a word that is no key', `${KEY} и ещё`],
    ['nothing', ''],
  ])('with %s is refused at once, without being told', async (_, apiKey) => {
    const error = await thrownBy(() => createCalcom({ apiKey }))
    expect(String(error)).toBe('TypeError: apiKey must be a key, without spaces')
    expect(shown(error)).not.toContain(KEY.slice(9))
  })

  it('is not to be found in the client', () => {
    expect(seenIn(createCalcom(OPTIONS))).toEqual([])
  })
})
