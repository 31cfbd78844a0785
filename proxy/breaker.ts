import { CalcomBroken, CalcomError, CalcomNoAnswer, CalcomThrottled, type Guard } from './calcom/index.ts'

/** So many failures in a row, and Cal.com is left alone for so long. */
const MOST_FAILURES = 5
const OPEN_MS = 15_000

/**
 * How the way to Cal.com stands. `closed`: calls are made · `open`: none is made until then · `probing`: one is under
 * way, whose end decides; should that never come, another is made then. Times are ms since 1970.
 */
export type Circuit =
  | { is: 'closed'; failures: number }
  | { is: 'open'; until: number }
  | { is: 'probing'; until: number }

/** How a call ended: answered, even if refused · failed: no answer, or a broken one · not sent after all */
export type End = 'answered' | 'failed' | 'unsent'

export const CLOSED: Circuit = { is: 'closed', failures: 0 }

/** The circuit once a call is made; `undefined` when none may be made now. */
export function beforehand(circuit: Circuit, now: number): Circuit | undefined {
  if (circuit.is === 'closed') return circuit
  return circuit.until <= now ? { is: 'probing', until: now + OPEN_MS } : undefined
}

/** The circuit after a call that was made. */
export function afterwards(circuit: Circuit, end: End, now: number): Circuit {
  if (end === 'answered') return CLOSED
  // What was not sent tells nothing: the next one is the probe.
  if (end === 'unsent') return circuit.is === 'probing' ? { is: 'open', until: now } : circuit
  if (circuit.is === 'open') return circuit
  const failures = circuit.is === 'closed' ? circuit.failures + 1 : MOST_FAILURES
  return failures < MOST_FAILURES ? { is: 'closed', failures } : { is: 'open', until: now + OPEN_MS }
}

/**
 * Breaks the way to Cal.com while it is down: calls then fail at once, certainly not sent. Of each instance its own.
 */
export function createBreaker(now: () => Date): Guard {
  let circuit = CLOSED
  const ended = (end: End) => {
    circuit = afterwards(circuit, end, now().getTime())
  }
  return async (call, send) => {
    const begun = beforehand(circuit, now().getTime())
    if (!begun) throw new CalcomNoAnswer(call, new CircuitOpen())
    circuit = begun
    try {
      const answer = await send()
      ended('answered')
      return answer
    } catch (error) {
      ended(endOf(error))
      throw error
    }
  }
}

class CircuitOpen extends Error {
  /** One of those that make it certain that nothing was done. */
  readonly code = 'CIRCUIT_OPEN'
}

function endOf(error: unknown): End {
  if (error instanceof CalcomNoAnswer || error instanceof CalcomBroken) return 'failed'
  return error instanceof CalcomThrottled || !(error instanceof CalcomError) ? 'unsent' : 'answered'
}
