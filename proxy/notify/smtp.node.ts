import { createTransport } from 'nodemailer'
import { type Channel, Undelivered } from './channel.ts'
import { senderOf } from './sender.ts'

/**
 * Tells by mail. `smtps:` speaks TLS from the first byte on; `smtp:` insists on STARTTLS, unless the URL says
 * `?requireTLS=false`, as a server on the same machine may need.
 */
export function smtpChannel(smtpUrl: string, to: string): Channel {
  const from = senderOf(smtpUrl)
  const url = new URL(smtpUrl)
  url.searchParams.delete('from')
  if (url.protocol === 'smtp:' && !url.searchParams.has('requireTLS')) url.searchParams.set('requireTLS', 'true')
  const transport = createTransport(url.href)
  return {
    name: 'mail',
    async send({ subject, text }, signal) {
      await transport.sendMail({ from, to, subject, text, signal }).catch((error: unknown) => {
        throw new Undelivered(codeOf(error))
      })
    },
  }
}

/** `EAUTH`, `ETLS`, … Not the message: servers repeat in it what they were told. */
function codeOf(error: unknown): string {
  const { code } = Object(error)
  return typeof code === 'string' && /^[A-Z_]+$/.test(code) ? code : 'not taken'
}
