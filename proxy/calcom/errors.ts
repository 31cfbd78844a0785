/**
 * What can go wrong when Cal.com is asked. Few, named, with a `cause`; never a `Request`, `Headers` or options inside,
 * since ours hold the key, and never the body that was sent, since it holds a person.
 */
export abstract class CalcomError extends Error {
  abstract override readonly name: string
  constructor(
    /** What was asked: `GET /v2/slots`. */
    readonly call: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`${call}: ${message}`, options)
  }
}

/** What Node says when no connection came to be, and a breaker when none was tried: nothing can have been done. */
const NOT_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CIRCUIT_OPEN',
]

/**
 * No answer: not reached, cut off, timed out or aborted. Unless never connected, whether it did the work is unknown.
 */
export class CalcomNoAnswer extends CalcomError {
  override readonly name = 'CalcomNoAnswer'
  /** False only when it is certain that Cal.com was not reached. */
  get reached(): boolean {
    return !NOT_CONNECTED.includes(codeOf(this.cause) ?? '')
  }

  /** Whether it was given up after its time limit. */
  get timedOut(): boolean {
    return this.cause instanceof Error && this.cause.name === 'TimeoutError'
  }

  constructor(call: string, cause: unknown) {
    super(call, 'no answer', { cause })
  }
}

/** Answered, but broken on its side: 5xx, or something that is not JSON. Whether it did the work is unknown. */
export class CalcomBroken extends CalcomError {
  override readonly name = 'CalcomBroken'
  constructor(
    call: string,
    readonly status: number,
  ) {
    super(call, `status ${status}`)
  }
}

/** A success of a shape we do not know. The work is done, but we cannot read of it. */
export class CalcomShapeError extends CalcomError {
  override readonly name = 'CalcomShapeError'
  constructor(
    call: string,
    /** Where it differs: paths and what was expected there, never values. */
    readonly issues: string[],
  ) {
    super(call, `unknown shape: ${issues.join('; ')}`)
  }
}

/** Too many requests: everything is refused for a minute. Certain that nothing was done. */
export class CalcomThrottled extends CalcomError {
  override readonly name = 'CalcomThrottled'
  constructor(
    call: string,
    /** Seconds until it may be asked again. Cal.com sends no `Retry-After`, only its own reset header. */
    readonly retryAfter: number,
  ) {
    super(call, `throttled for ${retryAfter} s`)
  }
}

/** Refused (4xx). Certain that nothing was done. */
export class CalcomRefused extends CalcomError {
  override readonly name = 'CalcomRefused'
  constructor(
    call: string,
    readonly status: number,
    /** Cal.com's own code, `BadRequestException`, where it gave one. */
    readonly code: string | undefined,
    /** Cal.com's own words. They may repeat what was sent: for our eyes, never for an answer or a log. */
    readonly reason: string,
  ) {
    super(call, `refused with ${status}${code ? ` ${code}` : ''}`)
  }
}

/** The code of an error or of what caused it: `fetch` hides the socket's error one level down. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  return 'code' in error && typeof error.code === 'string' ? error.code : codeOf(error.cause)
}
