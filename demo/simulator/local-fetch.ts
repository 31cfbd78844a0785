import { Broken } from './faults.ts'

/** A `fetch` over a function in the same process, that gives up and fails as the real one does. */
export function abortable(answer: (request: Request) => Promise<Response>): typeof globalThis.fetch {
  return async function fetch(input, init) {
    const request = new Request(input, init)
    // The request's own signal only follows the caller's, and is collected as garbage with the request.
    const signal = init?.signal ?? request.signal
    signal.throwIfAborted()
    let stop = () => {}
    const aborted = new Promise<never>((_, reject) => {
      stop = () => reject(signal.reason)
      signal.addEventListener('abort', stop)
    })
    try {
      const response = await Promise.race([answer(request), aborted])
      if (response instanceof Broken) throw response.error
      return response
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }
}
