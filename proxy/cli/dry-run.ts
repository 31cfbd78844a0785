import type { Out } from './out.ts'

/** Thrown in place of a request that was printed and not sent: all is done. */
export class DryRun extends Error {
  override readonly name = 'DryRun'
}

/** What is nobody's business in a request that is printed. */
const HIDDEN = new Set(['authorization', 'secret'])

const hide = (key: string, value: unknown) => (HIDDEN.has(key) ? '***' : value)

/** Lets `ask` come as far as its first request, and prints that. */
export async function printFirst(out: Out, ask: (fetch: typeof globalThis.fetch) => Promise<unknown>): Promise<never> {
  const request = await new Promise<Request | undefined>((caught, failed) => {
    const fetch: typeof globalThis.fetch = (input, init) => {
      caught(new Request(input, init))
      // Whoever waits for an answer must not take its absence for a failure that is worth another try.
      return new Promise(() => {})
    }
    ask(fetch).then(() => caught(undefined), failed)
  })
  if (request) await out.write(`${await describe(request)}\n`)
  await out.note(request ? 'Nothing was sent: this is a dry run.' : 'There is nothing to send.')
  throw new DryRun()
}

async function describe(request: Request): Promise<string> {
  const { method, url, headers } = request
  const text = await request.text()
  const shown = { method, url, headers: Object.fromEntries(headers), ...(text && { body: JSON.parse(text) }) }
  return JSON.stringify(shown, hide, 2)
}
