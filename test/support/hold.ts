/** A `fetch` that can hold a request on its way: the next one of a method, from its arrival until it is let go. */
export function holdable(fetch: typeof globalThis.fetch) {
  let next: { method: string; arrive(): void; released: Promise<void> } | undefined
  return {
    async fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
      if (next && next.method === init?.method) {
        const { arrive, released } = next
        next = undefined
        arrive()
        await released
      }
      return fetch(input, init)
    },
    hold(method: string) {
      const [arrived, arrive] = signal()
      const [released, letGo] = signal()
      next = { method, arrive, released }
      return { arrived, letGo }
    },
  }
}

function signal(): [Promise<void>, () => void] {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return [given, give]
}
