/** An answer that is not a success. `toBody` writes the one of Cal.com's four envelopes it comes in. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly toBody: (path: string, timestamp: string) => object,
  ) {
    super(message)
  }
}

const NAMES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  422: 'Unprocessable Entity',
}

/** Envelope 1, the usual one: `error.details` says it once more. */
export function refuse(status: number, message: string): Refusal {
  const error = NAMES[status] ?? 'Error'
  const code = `${error.replace(/ /g, '')}Exception`
  return enveloped(status, { code, message, details: { message, error, statusCode: status } })
}

/** What class-validator says about one property. */
export interface Issue {
  /** The object it stands in; left out, the whole input. */
  target?: unknown
  property: string
  value?: unknown
  constraints?: Record<string, string>
  children?: Issue[]
}

/** Envelope 2: the message says nothing, the reasons stand in `details.errors` and echo what was sent. */
export function invalid(target: object, issues: Issue[]): Refusal {
  const values = target as Record<string, unknown>
  const errors = issues.map((issue) => ({ target, value: values[issue.property], children: [], ...issue }))
  return enveloped(400, { code: 'BadRequestException', message: 'Bad Request Exception', details: { errors } })
}

/** Envelope 3: a code of its own and no `details`. */
export const coded = (status: number, code: string, message: string): Refusal => enveloped(status, { code, message })

export const internal = () => coded(500, 'INTERNAL_SERVER_ERROR', 'There was an error, please try again later.')

/** Envelope 4: bare, when an error came from deep below. */
export const bare = (status: number, message: string): Refusal =>
  new Refusal(status, message, () => ({ statusCode: status, message }))

/** The 121st request: nothing says when to come back. */
export function throttled(): Refusal {
  const message = 'CustomThrottlerGuard - Too many requests. Please try again later.'
  return enveloped(429, { code: 'ThrottlerException', message, details: message })
}

function enveloped(status: number, error: { code: string; message: string; details?: unknown }) {
  return new Refusal(status, error.message, (path, timestamp) => ({ status: 'error', timestamp, path, error }))
}

/** Throws issues as one text, the way the checks of bookings and slots do. */
export function refuseIssues(issues: Issue[]): void {
  if (issues.length > 0) throw refuse(400, describe(issues))
}

const describe = (issues: Issue[]): string =>
  issues
    .map(({ property, constraints = {}, children = [] }) => {
      return `${property} property is wrong,${Object.values(constraints).join(', ')} ${describe(children)}`
    })
    .join(', ')
