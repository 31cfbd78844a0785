import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { describe, expect, it } from 'vitest'
import { smtpChannel } from '../../../proxy/notify/smtp.node.ts'
import { record, telling, UNTOLD } from './setup.ts'

const USER = 'bot@olgaroset.ru'
const PASSWORD = 'p@ss/word'
const TO = 'olga@olgaroset.ru'

interface Mail {
  from: string
  to: string[]
  raw: string
  secure: boolean
}

const PLAIN: SMTPServerOptions = { disabledCommands: ['STARTTLS'] }

/** A real mail server on loopback that knows one user. */
async function mailServer(options: SMTPServerOptions = {}, at = 0) {
  const mails: Mail[] = []
  const server = new SMTPServer({
    onAuth: ({ username, password }, _, done) =>
      username === USER && password === PASSWORD ? done(null, { user: USER }) : done(new Error(`no ${password}`)),
    onData(stream, { envelope, secure }, done) {
      let raw = ''
      stream.on('data', (chunk) => {
        raw += chunk
      })
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw, secure })
        done()
      })
    },
    logger: false,
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    mails,
    port,
    url: (query = '', scheme = 'smtp', password = PASSWORD) =>
      `${scheme}://${encodeURIComponent(USER)}:${encodeURIComponent(password)}@127.0.0.1:${port}${query}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** The self-made certificate of the server. */
const UNCHECKED = 'tls.rejectUnauthorized=false'

async function toldBy(url: string) {
  const all = await telling([smtpChannel(url, TO)], { timeoutMs: 5_000 })
  await all.notify.tell('queued', await record(all.store))
  await all.notify.work()
  return all
}

const header = (raw: string, name: string) =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'mi').exec(raw)?.[1]?.replace(/\r\n[ \t]/g, ' ') ?? ''

/** `=?UTF-8?B?…?=`, or `?Q?`. */
const decoded = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString('latin1') : quoted(word.replaceAll('_', ' ')),
    )

const quoted = (text: string) =>
  text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const utf8 = (latin1: string) => Buffer.from(latin1, 'latin1').toString('utf8')

function textOf(raw: string): string {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4)
  const isBase64 = header(raw, 'content-transfer-encoding') === 'base64'
  return isBase64 ? Buffer.from(body, 'base64').toString('utf8') : utf8(quoted(body))
}

describe('mail', () => {
  it('comes in Russian, from the user of the server', async () => {
    const { mails, url, close } = await mailServer(PLAIN)
    const { log } = await toldBy(url('?requireTLS=false'))
    await close()
    expect(log).toEqual([])
    expect(mails).toMatchObject([{ from: USER, to: [TO] }])
    const { raw = '' } = mails[0] ?? {}
    expect(header(raw, 'from')).toBe(USER)
    expect(header(raw, 'to')).toBe(TO)
    expect(utf8(decoded(header(raw, 'subject')))).toBe('Заявка ABCD2345: календарь не отвечает')
    expect(header(raw, 'content-type')).toMatch(/^text\/plain; charset=utf-8/)
    expect(raw).toMatch(/^[\x20-\x7e\r\n\t]*$/)
    expect(textOf(raw)).toContain('Мария, среда, 25 ноября, 10:00 (Москва)')
    expect(textOf(raw) + decoded(raw)).not.toMatch(UNTOLD)
  })

  it('is from whom the URL says', async () => {
    const { mails, url, close } = await mailServer(PLAIN)
    await toldBy(url('?requireTLS=false&from=zapis@olgaroset.ru'))
    await close()
    expect(mails).toMatchObject([{ from: 'zapis@olgaroset.ru' }])
  })

  it('goes over TLS from the first byte where the URL says smtps', async () => {
    const { mails, url, close } = await mailServer({ secure: true })
    const { log } = await toldBy(url(`?${UNCHECKED}`, 'smtps'))
    await close()
    expect(log).toEqual([])
    expect(mails).toMatchObject([{ secure: true }])
  })

  it('begins TLS on a plain line', async () => {
    const { mails, url, close } = await mailServer()
    await toldBy(url(`?${UNCHECKED}`))
    await close()
    expect(mails).toMatchObject([{ secure: true }])
  })

  it('gives no password to a line that cannot be made safe', async () => {
    let asked = 0
    const { mails, url, close } = await mailServer({
      ...PLAIN,
      onAuth: (_, __, done) => {
        asked++
        done(null, { user: USER })
      },
    })
    const { log } = await toldBy(url())
    await close()
    expect(mails).toEqual([])
    expect(asked).toBe(0)
    expect(log).toMatchObject([{ cause: 'ETLS' }])
  })

  it('does not trust a certificate nobody vouches for', async () => {
    const { mails, url, close } = await mailServer({ secure: true })
    const { log } = await toldBy(url('', 'smtps'))
    await close()
    expect(mails).toEqual([])
    expect(log).toHaveLength(1)
  })

  it('is sent again when the server knows neither user nor password, and says nothing of them', async () => {
    const { url, close } = await mailServer(PLAIN)
    const { log } = await toldBy(url('?requireTLS=false', 'smtp', 'wrong-password'))
    await close()
    expect(log).toMatchObject([{ work: 'tell queued:ABCD2345:mail', cause: 'EAUTH' }])
    expect(JSON.stringify(log)).not.toMatch(/wrong-password|olgaroset/)
  })

  it('is sent again when the server was away', async () => {
    const { port, url, close } = await mailServer(PLAIN)
    await close()
    const { notify, pass, log } = await toldBy(url('?requireTLS=false'))
    expect(log).toHaveLength(1)
    expect(JSON.stringify(log)).not.toMatch(/127\.0\.0\.1|olgaroset/)
    const back = await mailServer(PLAIN, port)
    pass(1)
    await notify.work()
    await back.close()
    expect(back.mails).toHaveLength(1)
  })

  it('is given up when the server hangs, and the line is closed', async () => {
    const { url, close } = await mailServer({ ...PLAIN, closeTimeout: 60_000, onConnect: () => undefined })
    const { store, notify, log } = await telling([smtpChannel(url('?requireTLS=false'), TO)], { timeoutMs: 200 })
    await notify.tell('queued', await record(store))
    await notify.work()
    // Ends only when nobody is connected any more.
    await close()
    expect(log).toMatchObject([{ cause: 'too slow' }])
  })
})
