import { Agent, type Dispatcher, ProxyAgent, fetch as undiciFetch } from 'undici'
import type { Config } from './config.ts'

type Connection = Pick<Config, 'CAL_API_URL' | 'CAL_FRESH_CONNECTIONS' | 'HTTPS_PROXY'>

/** Node's `fetch` for Cal.com, over such connections as the settings want. */
export function nodeFetch(config: Connection): typeof globalThis.fetch {
  const dispatcher = dispatcherOf(config)
  // The two differ in their types alone, as far as the client uses them.
  const fetch = undiciFetch as unknown as typeof globalThis.fetch
  return dispatcher ? (url, init) => fetch(url, { ...init, dispatcher } as RequestInit) : globalThis.fetch
}

function dispatcherOf({ CAL_API_URL, CAL_FRESH_CONNECTIONS, HTTPS_PROXY }: Connection): Dispatcher | undefined {
  // Without pipelining a connection is closed after its request.
  const options = CAL_FRESH_CONNECTIONS ? { pipelining: 0 } : {}
  // What is on this machine is not behind a proxy.
  if (HTTPS_PROXY && !isLoopback(CAL_API_URL)) return new ProxyAgent({ uri: HTTPS_PROXY, ...options })
  return CAL_FRESH_CONNECTIONS ? new Agent(options) : undefined
}

const isLoopback = (url: string) => /^(localhost|127\..*|\[::1\])$/.test(new URL(url).hostname)
