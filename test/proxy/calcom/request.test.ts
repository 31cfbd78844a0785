import { type AddressInfo, createServer } from 'node:net'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  type Calcom,
  CalcomBroken,
  CalcomError,
  CalcomNoAnswer,
  CalcomRefused,
  CalcomShapeError,
  CalcomThrottled,
  createCalcom,
  refusalOf,
} from '../../../proxy/calcom/index.ts'

const KEY = 'cal_test_0123456789abcdef'
const INPUT = { start: '2026-11-25T07:00:00Z', eventTypeId: 3, attendee: { name: 'A', timeZone: 'UTC' } }
/** Says at once what went wrong. */
const ONCE = { attempts: 1, maxWaitMs: 0 }
const SLOTS = { eventTypeId: 3, start: '2026-11-24T00:00:00Z', end: '2026-11-25T00:00:00Z' }

/** A client that gets this answer, and the request it sent. */
function answering(
  body: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
) {
  const sent: Request[] = []
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    sent.push(new Request(input, init))
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers })
  }
  return { calcom: createCalcom({ apiKey: KEY, fetch, patience: ONCE }), sent }
}

/** Never answers, until the caller gives up. */
const silent = (_: RequestInfo | URL, init?: RequestInit) =>
  new Promise<Response>((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)))

/** A port on which nobody listens any more. */
async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

async function failureOf(promise: Promise<unknown>): Promise<CalcomError> {
  const error = await promise.catch((thrown: unknown) => thrown)
  if (!(error instanceof CalcomError)) throw new Error(`not a CalcomError: ${error}`)
  return error
}

describe('a request', () => {
  it('carries the key and the version of its endpoint', async () => {
    const { calcom, sent } = answering({ status: 'success', data: {} })
    await calcom.slots.list(SLOTS)
    expect(sent[0]?.headers.get('authorization')).toBe(`Bearer ${KEY}`)
    expect(sent[0]?.headers.get('cal-api-version')).toBe('2024-09-04')
    expect(sent[0]?.url).toBe(
      'https://api.cal.com/v2/slots?eventTypeId=3&start=2026-11-24T00%3A00%3A00Z&end=2026-11-25T00%3A00%3A00Z',
    )
  })

  it('leaves out of the slots what lies outside the asked range, and tells the rest in UTC', async () => {
    const start = (text: string) => ({ start: text })
    const { calcom } = answering({
      data: {
        a: [start('2026-11-24T10:00:00.000+03:00'), start('2026-11-26T10:00:00.000Z')],
        b: [start('2026-11-24T00:00:00Z')],
      },
    })
    expect(await calcom.slots.list(SLOTS)).toEqual(['2026-11-24T00:00:00.000Z', '2026-11-24T07:00:00.000Z'])
  })

  it('finds the event type by its exact slug', async () => {
    const { calcom } = answering({ data: [] })
    expect(await calcom.eventTypes.find({ username: 'olgarozet', eventSlug: 'nope' })).toBeUndefined()
  })

  it('stops when its caller does', async () => {
    const stop = new AbortController()
    const answer = failureOf(createCalcom({ apiKey: KEY, fetch: silent }).me.get(stop.signal))
    stop.abort()
    expect(await answer).toBeInstanceOf(CalcomNoAnswer)
  })

  it('knows when nobody was reached', async () => {
    const calcom = createCalcom({ apiKey: KEY, baseUrl: `http://127.0.0.1:${await closedPort()}`, patience: ONCE })
    const error = await failureOf(calcom.me.get())
    expect(error).toBeInstanceOf(CalcomNoAnswer)
    expect((error as CalcomNoAnswer).reached).toBe(false)
  })
})

describe('a request without an answer', () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  const read = (calcom: Calcom) => calcom.me.get()
  const write = (calcom: Calcom) => calcom.bookings.create(INPUT)
  const own = { timeouts: { read: 200, write: 300 } }

  it.each([
    ['a read', read, {}, 5_000],
    ['a write', write, {}, 10_000],
    ['a read as told', read, own, 200],
    ['a write as told', write, own, 300],
  ])('is given up after its time: %s', async (_, ask, options, ms) => {
    vi.useFakeTimers()
    // The platform's own does not go by faked timers.
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((after) => {
      const timeout = new AbortController()
      setTimeout(() => timeout.abort(new DOMException('late', 'TimeoutError')), after)
      return timeout.signal
    })
    const ended = vi.fn()
    const failure = failureOf(ask(createCalcom({ apiKey: KEY, fetch: silent, patience: ONCE, ...options }))).finally(
      ended,
    )
    await vi.advanceTimersByTimeAsync(ms - 1)
    expect(ended).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    const error = await failure
    expect(error).toBeInstanceOf(CalcomNoAnswer)
    expect((error as CalcomNoAnswer).reached).toBe(true)
  })
})

describe('the four envelopes of an error', () => {
  it.each([
    [
      { status: 'error', error: { code: 'BadRequestException', message: 'usual', details: { message: 'usual' } } },
      'usual',
    ],
    [
      {
        status: 'error',
        error: {
          code: 'BadRequestException',
          message: 'Bad Request Exception',
          details: {
            errors: [
              { property: 'timeZone', target: { secret: 'x' }, children: [], constraints: { isTimeZone: 'no zone' } },
              { property: 'a', children: [{ property: 'b', constraints: { isString: 'no string' } }] },
            ],
          },
        },
      },
      'no zone; no string',
    ],
    [
      { status: 'error', error: { code: 'BAD_REQUEST', message: 'responses - {email}email_validation_error, ' } },
      'responses - {email}email_validation_error,',
    ],
    [{ statusCode: 400, message: 'bare' }, 'bare'],
  ])('%#: gives its reason', async (body, reason) => {
    const error = await failureOf(answering(body, { status: 400 }).calcom.me.get())
    expect(error).toBeInstanceOf(CalcomRefused)
    expect(error).toMatchObject({ status: 400, reason })
  })
})

describe('what is no answer of Cal.com', () => {
  it.each([
    ['a block', { message: 'x' }, { status: 429, headers: { 'x-ratelimit-reset-default': '42' } }, CalcomThrottled],
    ['a fault of its own', { statusCode: 500, message: 'x' }, { status: 500 }, CalcomBroken],
    ['a page in between', '<html>blocked</html>', { status: 403 }, CalcomBroken],
    ['a page instead of data', '<html></html>', { status: 200 }, CalcomShapeError],
    ['JSON that was cut', '{"data":', { status: 200 }, CalcomShapeError],
    ['an unknown shape', { data: { name: 1 } }, { status: 200 }, CalcomShapeError],
  ])('%s has a name', async (_, body, init, failure) => {
    expect(await failureOf(answering(body, init).calcom.me.get())).toBeInstanceOf(failure)
  })

  it('tells how long a block lasts, a minute where Cal.com does not say', async () => {
    const limits = { limit: '120', remaining: '0', reset: '42' }
    const headers = Object.fromEntries(
      Object.entries(limits).map(([name, value]) => [`x-ratelimit-${name}-default`, value]),
    )
    const told = answering({}, { status: 429, headers })
    expect(await failureOf(told.calcom.me.get())).toMatchObject({ retryAfter: 42 })
    expect(await failureOf(answering({}, { status: 429 }).calcom.me.get())).toMatchObject({ retryAfter: 60 })
  })
})

describe('an error', () => {
  it('holds neither the key nor a value of the answer nor a uid', async () => {
    const bodies: [unknown, number][] = [
      [{ data: { uid: 1, secret: 'ivan@example.com' } }, 200],
      [{ message: 'refused' }, 400],
      [{ message: 'broken' }, 500],
      ['<html>', 502],
      [{}, 429],
    ]
    for (const [body, status] of bodies) {
      const error = await failureOf(answering(body, { status }).calcom.bookings.get('master-key-uid'))
      const shown = `${error.message} ${error.stack} ${inspect(error, { depth: 9, showHidden: true })}`
      expect(shown).not.toMatch(/cal_test_0|master-key-uid|ivan@/)
    }
  })

  it('of a refusal has Cal.com’s words as its reason alone, since they may repeat a person', async () => {
    const message = "Invalid option 'ivan@example.com' for booking field 'topic'. Allowed options are: a."
    const body = { status: 'error', error: { code: 'BadRequestException', message } }
    const error = await failureOf(answering(body, { status: 400 }).calcom.bookings.create(INPUT))
    expect(error).toMatchObject({ reason: message })
    expect(error.message).toBe('POST /v2/bookings: refused with 400 BadRequestException')
    expect(error.stack).not.toContain('ivan')
  })
})

describe('a refusal', () => {
  const refusal = (reason: string) => refusalOf(new CalcomRefused('POST /v2/bookings', 400, undefined, reason))

  it.each([
    'User either already has booking at this time or is not available',
    'An error occurred while querying the database.',
    'Attempting to book a meeting in the past.',
    'The event type can\'t be booked at the "start" time provided. This could be because it\'s too soon',
  ])('means that the time cannot be had: %s', (reason) => {
    expect(refusal(reason)).toEqual({ why: 'not_available' })
  })

  it('names the fields that are wrong', () => {
    expect(refusal('responses - {email}email_validation_error, {name}error_required_field, ')).toEqual({
      why: 'fields',
      fields: { email: 'invalid', name: 'required' },
    })
    expect(refusal('Missing required booking field response: topic - it is required by')).toEqual({
      why: 'fields',
      fields: { topic: 'required' },
    })
  })

  it.each([
    ["Invalid option 'x' for booking field 'topic'. Allowed options are: a", 'topic', 'invalid'],
    ["Invalid type for booking field 'age'. Expected type number", 'age', 'invalid'],
    ['Missing attendee phone number - it is required by the event type.', 'attendeePhoneNumber', 'required'],
  ])('finds the field in a sentence: %s', (reason, slug, fault) => {
    expect(refusal(reason)).toEqual({ why: 'fields', fields: { [slug]: fault } })
  })

  it('may be of another kind', () => {
    expect(refusal('something new')).toEqual({ why: 'other' })
  })
})
