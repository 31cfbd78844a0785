import type { Config } from '../config.ts'
import type { Channel } from './channel.ts'
import { telegramChannel } from './telegram.ts'
import { webhookChannel } from './webhook.ts'

type NotifyConfig = Pick<Config, 'SMTP_URL' | 'NOTIFY_EMAIL' | 'NOTIFY_URL' | 'TELEGRAM_TOKEN' | 'TELEGRAM_CHAT'>

interface Ways {
  /** Makes a channel of `SMTP_URL` and `NOTIFY_EMAIL`; absent where there are no sockets. */
  mail?: (url: string, to: string) => Channel
  /** Replace in tests (default: the global fetch). */
  fetch?: typeof globalThis.fetch
}

/** The channels that the settings name. Throws in plain words when one cannot be had here. */
export function channelsOf(config: NotifyConfig, { mail, fetch = globalThis.fetch }: Ways = {}): Channel[] {
  const { SMTP_URL, NOTIFY_EMAIL, NOTIFY_URL, TELEGRAM_TOKEN, TELEGRAM_CHAT } = config
  if (SMTP_URL && !mail) throw new Error('SMTP_URL: no mail can be sent from here, use NOTIFY_URL or TELEGRAM_TOKEN')
  return [
    ...(mail && SMTP_URL && NOTIFY_EMAIL ? [mail(SMTP_URL, NOTIFY_EMAIL)] : []),
    ...(NOTIFY_URL ? [webhookChannel(NOTIFY_URL, fetch)] : []),
    ...(TELEGRAM_TOKEN && TELEGRAM_CHAT
      ? [telegramChannel({ token: TELEGRAM_TOKEN, chat: TELEGRAM_CHAT, fetch })]
      : []),
  ]
}
