import { type Channel, postJson } from './channel.ts'

/** Tells a program of the owner's: `POST` with `{ kind, ref, text, event, start, name }`. */
export function webhookChannel(url: string, fetch: typeof globalThis.fetch): Channel {
  return {
    name: 'webhook',
    send: ({ subject: _, ...told }, signal) => postJson(fetch, url, told, signal),
  }
}
