import { describe, expect, it } from 'vitest'
import { readConfig as read } from '../../proxy/config.ts'
import { createConsent } from '../../proxy/consent.ts'
import { channelsOf } from '../../proxy/notify/channels.ts'
import { smtpChannel } from '../../proxy/notify/smtp.node.ts'
import { KEY, SECRET } from '../support/proxy.ts'

const noFiles = () => Promise.reject(new Error('no such file'))
/** With what is required, unless it is given otherwise. */
const readConfig = (env: Record<string, string>, readText: (file: string) => Promise<string> = noFiles) =>
  read({ CAL_API_KEY: KEY, SECRET, ...env }, readText)
const faultsOf = (env: Record<string, string>) =>
  readConfig(env).then(
    () => '',
    ({ message }: Error) => message,
  )

describe('settings', () => {
  it('need nothing but the key and a secret', async () => {
    expect(await readConfig({})).toEqual({
      CAL_API_KEY: KEY,
      SECRET: [SECRET],
      CAL_API_URL: 'https://api.cal.com',
      CAL_BOOKING_URL: 'https://cal.com',
      CAL_USERNAME: 'olgarozet',
      CAL_FRESH_CONNECTIONS: false,
      EVENTS: ['delo-40min', '30min', '15min'],
      ALLOWED_ORIGINS: [],
      CONTACTS: [],
      WEBHOOK_SECRET: [],
      DATABASE_URL: 'file:data/olga.db',
      RETENTION_DAYS: 365,
      TRUST_PROXY: 0,
      NOTIFY_ZONE: 'Europe/Moscow',
      PORT: 8787,
    })
  })

  it('names every fault in one message, and no value', async () => {
    const env = {
      CAL_API_URL: 'api.cal.com',
      CAL_USERNAME: 'ol ga',
      EVENTS: ' , ',
      ALLOWED_ORIGINS: 'https://olgaroset.ru/, olgaroset.ru',
      CONSENT_URL: 'privacy-secret',
      CONSENT_FILE: 'nope.json',
      PORT: '99999',
      CAL_API_KEY: '',
      SECRET: 'too-short',
      DATABASE_URL: 'mysql://secret-base',
      RETENTION_DAYS: 'for ever',
      TRUST_PROXY: '-1',
      METRICS_TOKEN: 'short-token',
      CAL_FRESH_CONNECTIONS: 'yes',
      HTTPS_PROXY: 'socks5://secret-proxy',
      SMTP_URL: 'https://secret-mail.example.com',
      NOTIFY_URL: 'secret-hook',
      NOTIFY_ZONE: 'Europe/Secret',
      NOTIFY: 'nobody',
      TELEGRAM_TOKEN: 'secret-bot',
      TELEGRAM_CHAT: 'secret chat',
    }
    const faults = await faultsOf(env)
    // Missing, since there is an SMTP_URL.
    for (const name of ['NOTIFY_EMAIL', ...Object.keys(env)]) expect(faults).toContain(`\n  ${name}: `)
    expect(faults).not.toMatch(/secret-|too-short|short-token|nobody|for ever/i)
    expect(new Set(faults.split('\n')).size).toBe(faults.split('\n').length)
  })

  it('takes an empty variable for one that is not set', async () => {
    expect((await readConfig({ PORT: '', CONSENT_URL: '', CONSENT_FILE: '' })).PORT).toBe(8787)
    await expect(readConfig({ CAL_API_KEY: '' })).rejects.toThrow('CAL_API_KEY')
    await expect(readConfig({ CAL_API_KEY: '  ' })).rejects.toThrow('CAL_API_KEY')
  })

  it.each([
    ['CAL_API_KEY', 'ключ'],
    ['CAL_API_URL', 'mailto:olga@example.com'],
    ['DATABASE_URL', 'mysql://u:p@host/db'],
    ['CONSENT_URL', 'javascript:alert(1)'],
    ['PORT', '-1'],
  ])('refuses %s=%s', async (name, value) => {
    await expect(readConfig({ [name]: value })).rejects.toThrow(name)
  })

  it('take the words of the consent out of their file', async () => {
    const env = { CONSENT_FILE: 'consent.json' }
    const { CONSENT_FILE } = await readConfig(env, async (file) => {
      expect(file).toBe('consent.json')
      return '{"ru": "Согласен", "en": "Agreed"}'
    })
    expect(CONSENT_FILE).toEqual({ ru: 'Согласен', en: 'Agreed' })
  })

  it.each(['no JSON', '{"ru": "Согласен"}', '{"ru": "", "en": "Agreed"}'])(
    'refuse a file of the consent with %s',
    async (text) => {
      const reading = readConfig({ CONSENT_FILE: 'consent.json' }, async () => text)
      await expect(reading).rejects.toThrow('CONSENT_FILE: cannot be read as JSON')
    },
  )
})

describe('the secret', () => {
  const OLDER = 'older-0123456789-zyxwvutsrqponmlkjihgfedcba'

  it('is required', async () => {
    expect(await faultsOf({ SECRET: '' })).toContain('SECRET: is missing: make one with "openssl rand -base64 32"')
  })

  it('may have older ones behind it, as long as they are in use', async () => {
    expect((await readConfig({ SECRET: `${SECRET}, ${OLDER}` })).SECRET).toEqual([SECRET, OLDER])
  })

  it.each([
    ['short', 'abcdefghij0123456789'],
    ['repetitive', 'abcabcabcabcabcabcabcabcabcabcabcabcabcabc'],
    ['weak behind a strong one', `${SECRET},password`],
    ['nothing but a comma', ','],
  ])('is refused when it is %s', async (_, secret) => {
    const faults = await faultsOf({ SECRET: secret })
    expect(faults).toMatch(/SECRET: (is too weak|is missing)/)
    expect(faults).not.toContain(secret)
  })

  it('is as strong where it opens the numbers', async () => {
    expect(await faultsOf({ METRICS_TOKEN: 'a'.repeat(40) })).toContain('METRICS_TOKEN: is too weak')
    expect((await readConfig({ METRICS_TOKEN: SECRET })).METRICS_TOKEN).toBe(SECRET)
  })

  it('of webhooks may be rotated, too', async () => {
    expect((await readConfig({ WEBHOOK_SECRET: 'new, old' })).WEBHOOK_SECRET).toEqual(['new', 'old'])
  })
})

describe('who is told', () => {
  const REAL = { CAL_API_KEY: 'cal_live_key' }
  const MAIL = { SMTP_URL: 'smtps://bot%40olgaroset.ru:secret@smtp.example.com', NOTIFY_EMAIL: 'olga@example.com' }
  const TELEGRAM = { TELEGRAM_TOKEN: '123456:ABC-def', TELEGRAM_CHAT: '-100200' }

  it('must be somebody, with a real key', async () => {
    expect(await faultsOf(REAL)).toContain('NOTIFY: nobody would be told')
    expect(await faultsOf({})).toBe('')
  })

  it.each<Record<string, string>>([MAIL, TELEGRAM, { NOTIFY_URL: 'https://example.com/hook' }, { NOTIFY: 'none' }])(
    'may be %j',
    async (who) => {
      expect(await faultsOf({ ...REAL, ...who })).toBe('')
    },
  )

  it.each([
    ['NOTIFY_EMAIL', { SMTP_URL: MAIL.SMTP_URL }],
    ['SMTP_URL', { NOTIFY_EMAIL: MAIL.NOTIFY_EMAIL }],
    ['TELEGRAM_CHAT', { TELEGRAM_TOKEN: TELEGRAM.TELEGRAM_TOKEN }],
    ['TELEGRAM_TOKEN', { TELEGRAM_CHAT: TELEGRAM.TELEGRAM_CHAT }],
  ])('is not known without %s', async (name, who) => {
    expect(await faultsOf({ ...REAL, ...who, NOTIFY: 'none' })).toContain(`${name}: is missing, as`)
  })

  it.each([
    ['smtps://smtp.example.com', false],
    ['smtps://bot:secret@smtp.example.com', false],
    ['smtps://bot:secret@smtp.example.com?from=bot@example.com', true],
    ['smtp://bot%40example.com:secret@smtp.example.com', true],
  ])('gets mail from somebody: %s', async (url, isSender) => {
    const faults = await faultsOf({ ...MAIL, SMTP_URL: url })
    expect(faults === '').toBe(isSender)
    if (!isSender) expect(faults).toContain('SMTP_URL: says not who sends')
  })

  it('is found out at the start where there are no sockets for mail', async () => {
    const config = await readConfig(MAIL)
    expect(() => channelsOf(config)).toThrow(
      'SMTP_URL: no mail can be sent from here, use NOTIFY_URL or TELEGRAM_TOKEN',
    )
    expect(channelsOf(config, { mail: smtpChannel }).map(({ name }) => name)).toEqual(['mail'])
  })

  it('is told by all that is set', async () => {
    const config = await readConfig({ ...MAIL, ...TELEGRAM, NOTIFY_URL: 'https://example.com/hook' })
    const names = channelsOf(config, { mail: smtpChannel }).map(({ name }) => name)
    expect(names).toEqual(['mail', 'webhook', 'telegram'])
    expect(channelsOf(await readConfig({ NOTIFY: 'none' }))).toEqual([])
  })
})

describe('the consent', () => {
  it('has a version that changes with its words and its link', async () => {
    const plain = await createConsent()
    const linked = await createConsent(undefined, 'https://olgaroset.ru/privacy')
    const worded = await createConsent({ ru: 'Согласен', en: 'Agreed' })
    expect(new Set([plain.version, linked.version, worded.version]).size).toBe(3)
    expect(worded.text).toEqual({ ru: 'Согласен', en: 'Agreed' })
    expect((await createConsent()).version).toBe(plain.version)
  })
})
