import { describe, expect, it } from 'vitest'
import { createSimulator } from '../../demo/simulator/index.ts'
import { KEY, SECRET, setup } from '../support/proxy.ts'

/** All that an answer tells, headers too. */
const told = async (res: Response) => `${JSON.stringify([...res.headers])}\n${await res.text()}`

describe('F105 the key', () => {
  it('is in no answer, whatever is asked', async () => {
    const { app, book } = await setup()
    const { token } = await (await book()).json()
    const paths = ['/v1/events/delo-40min', '/v1/slots?event=delo-40min', `/v1/bookings/${token}`, '/manage']
    for (const path of [...paths, `/v1/bookings/${token}/event.ics`, '/go', '/healthz', '/readyz', '/nothing'])
      expect(await told(await app.request(path)), path).not.toMatch(new RegExp(`${KEY}|${SECRET}`))
  })

  it.each([400, 401, 403, 500])('is in no answer and no log when Cal.com says it aloud: %i', async (status) => {
    const fetch = async () =>
      Response.json({ status: 'error', error: { message: `Bearer ${KEY} is wrong` } }, { status })
    const { app, book, log, workLog } = await setup({ simulator: { ...createSimulator({ apiKey: KEY }), fetch } })
    const answers = [await app.request('/v1/events/delo-40min'), await book()]
    for (const answer of answers) expect(await told(answer)).not.toContain(KEY)
    expect(JSON.stringify([log, workLog])).not.toContain(KEY)
  })

  it('goes to Cal.com in a header, and in no address', async () => {
    const { app, simulator } = await setup()
    await app.request('/v1/slots?event=delo-40min')
    expect(simulator.calls.map(({ status }) => status)).not.toContain(401)
    expect(simulator.calls.map(({ path }) => path).join('\n')).not.toContain(KEY)
  })
})
