import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type Answer,
  type Calcom,
  CalcomBroken,
  CalcomNoAnswer,
  CalcomRefused,
  CalcomThrottled,
  createCalcom,
  type Patience,
  type Wait,
} from '../../../proxy/calcom/index.ts'

const ME = { data: { id: 1, username: 'olgarozet', timeZone: 'Europe/Moscow' } }
const INPUT = { start: '2026-11-25T07:00:00Z', eventTypeId: 3, attendee: { name: 'A', timeZone: 'UTC' } }

type Step = 'reset' | { status?: number; remaining?: number; reset?: number }

const OK: Step = {}
const DOWN: Step = { status: 502 }
const BLOCKED: Step = { status: 429, remaining: 0, reset: 42 }

/** A client whose requests are answered by these steps, one after the other; `sent` tells when, in ms. */
function stepping(steps: Step[], patience: Patience = {}) {
  const sent: number[] = []
  const waits: Wait[] = []
  const answers: Answer[] = []
  const begin = Date.now()
  const fetch = async () => {
    sent.push(Date.now() - begin)
    const step = steps[sent.length - 1] ?? OK
    if (step === 'reset') throw new TypeError('fetch failed')
    const { status = 200, remaining = 100, reset = 60 } = step
    const limits = { limit: '120', remaining: String(remaining), reset: String(reset) }
    const headers = Object.entries(limits).map(([name, value]): [string, string] => [
      `X-RateLimit-${name}-Default`,
      value,
    ])
    return Response.json(status < 400 ? ME : { message: 'no' }, { status, headers })
  }
  const calcom = createCalcom({
    apiKey: 'cal_test_key',
    fetch,
    patience: { ...patience, onWait: (wait) => waits.push(wait) },
    onAnswer: (answer) => answers.push(answer),
  })
  return { calcom, sent, waits, answers }
}

/** What became of a promise, once all its waiting is over. */
async function settled(promise: Promise<unknown>): Promise<unknown> {
  const result = promise.catch((error: unknown) => error)
  await vi.runAllTimersAsync()
  return result
}

const read = ({ me }: Calcom) => me.get()
const write = ({ bookings }: Calcom) => bookings.create(INPUT)

beforeEach(() => {
  vi.useFakeTimers()
  // Longest pauses, so that they can be told.
  vi.spyOn(Math, 'random').mockReturnValue(1)
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('a read that failed', () => {
  it.each([
    ['got no answer', 'reset' as const],
    ['was answered by a broken neighbour', DOWN],
  ])('is tried again when it %s, after pauses that grow', async (_, failure) => {
    const { calcom, sent, waits } = stepping([failure, failure, OK])
    expect(await settled(read(calcom))).toMatchObject({ username: 'olgarozet' })
    expect(sent).toEqual([0, 500, 1500])
    expect(waits).toEqual([
      { call: 'GET /v2/me', ms: 500, why: 'failed' },
      { call: 'GET /v2/me', ms: 1000, why: 'failed' },
    ])
  })

  it('pauses for a part that differs from caller to caller', async () => {
    vi.mocked(Math.random).mockReturnValue(0)
    const { calcom, sent } = stepping([DOWN, OK])
    await settled(read(calcom))
    expect(sent).toEqual([0, 250])
  })

  it('is given up after the third try', async () => {
    const { calcom, sent } = stepping([DOWN, DOWN, DOWN, OK])
    expect(await settled(read(calcom))).toBeInstanceOf(CalcomBroken)
    expect(sent).toHaveLength(3)
  })

  it('is tried as often as told', async () => {
    const { calcom, sent } = stepping([DOWN, OK], { attempts: 1 })
    expect(await settled(read(calcom))).toBeInstanceOf(CalcomBroken)
    expect(sent).toHaveLength(1)
  })

  it('is not tried again when it was refused', async () => {
    const { calcom, sent } = stepping([{ status: 404 }, OK])
    expect(await settled(read(calcom))).toBeInstanceOf(CalcomRefused)
    expect(sent).toHaveLength(1)
  })

  it('is not tried again when its caller has gone, not even in a pause', async () => {
    const { calcom, sent } = stepping([DOWN, OK])
    const stop = new AbortController()
    const answer = calcom.me.get(stop.signal).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(100)
    stop.abort()
    expect(await answer).toBeInstanceOf(CalcomNoAnswer)
    await vi.runAllTimersAsync()
    expect(sent).toHaveLength(1)
  })
})

describe('a write that failed', () => {
  it.each([
    ['got no answer', 'reset' as const, CalcomNoAnswer],
    ['was answered by a broken neighbour', DOWN, CalcomBroken],
    ['was refused for being one too many', BLOCKED, CalcomThrottled],
  ])('is never sent twice, though it %s', async (_, failure, error) => {
    const { calcom, sent } = stepping([failure, OK])
    expect(await settled(write(calcom))).toBeInstanceOf(error)
    expect(sent).toHaveLength(1)
  })
})

describe('the limit of requests', () => {
  it('after a 429 is waited out by a read, as long as the header says', async () => {
    const { calcom, sent, waits } = stepping([BLOCKED, OK])
    expect(await settled(read(calcom))).toMatchObject({ username: 'olgarozet' })
    expect(sent).toEqual([0, 42_000])
    expect(waits).toEqual([{ call: 'GET /v2/me', ms: 42_000, why: 'limit' }])
  })

  it('keeps the next call in, a write too, until the block is over', async () => {
    const { calcom, sent } = stepping([BLOCKED, OK], { attempts: 1 })
    expect(await settled(read(calcom))).toBeInstanceOf(CalcomThrottled)
    await settled(write(calcom))
    expect(sent).toEqual([0, 42_000])
  })

  it('is a minute where a 429 does not say', async () => {
    const { calcom, sent } = stepping([{ status: 429, reset: 0 }, OK])
    await settled(read(calcom))
    expect(sent).toEqual([0, 60_000])
  })

  it('is waited out before it is broken', async () => {
    const { calcom, sent } = stepping([{ remaining: 0, reset: 30 }, OK])
    await settled(read(calcom))
    await settled(read(calcom))
    expect(sent).toEqual([0, 30_000])
  })

  it('fails at once, unsent, where the wait would be too long', async () => {
    const { calcom, sent } = stepping([BLOCKED, OK], { maxWaitMs: 0 })
    expect(await settled(read(calcom))).toMatchObject({ name: 'CalcomThrottled', retryAfter: 42 })
    await vi.advanceTimersByTimeAsync(1500)
    expect(await settled(read(calcom))).toMatchObject({ name: 'CalcomThrottled', retryAfter: 41 })
    expect(sent).toEqual([0])
  })

  it('and the clock of Cal.com are told with every answer', async () => {
    const { calcom, answers } = stepping([{ remaining: 7, reset: 9 }])
    await settled(read(calcom))
    const rateLimit = { limit: 120, remaining: 7, reset: 9 }
    expect(answers).toEqual([{ call: 'GET /v2/me', status: 200, rateLimit, date: undefined }])
  })

  it('is unknown where the headers are not Cal.com’s, and closes nothing', async () => {
    const answers: Answer[] = []
    const fetch = async () => Response.json(ME, { headers: { date: 'Sun, 22 Nov 2026 12:00:00 GMT' } })
    const { me } = createCalcom({ apiKey: 'cal_test_key', fetch, onAnswer: (answer) => answers.push(answer) })
    await settled(me.get())
    expect(await settled(me.get())).toMatchObject({ id: 1 })
    expect(answers[0]).toMatchObject({ rateLimit: undefined, date: new Date('2026-11-22T12:00:00Z') })
  })
})
