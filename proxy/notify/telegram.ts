import { type Channel, postJson } from './channel.ts'

interface TelegramOptions {
  token: string
  /** Number or `@name` of the chat. */
  chat: string
  fetch: typeof globalThis.fetch
  /** Where the bots' API is (default: `https://api.telegram.org`). */
  baseUrl?: string
}

/** Tells a Telegram chat, as a bot. The token is part of the address, so no address is ever repeated. */
export function telegramChannel({
  token,
  chat,
  fetch,
  baseUrl = 'https://api.telegram.org',
}: TelegramOptions): Channel {
  return {
    name: 'telegram',
    send: ({ text }, signal) => postJson(fetch, `${baseUrl}/bot${token}/sendMessage`, { chat_id: chat, text }, signal),
  }
}
