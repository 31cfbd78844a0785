import { describe, expect, it } from 'vitest'
import { readConfig as read } from '../../proxy/config.ts'
import { createConsent } from '../../proxy/consent.ts'
import { KEY } from '../support/proxy.ts'

const noFiles = () => Promise.reject(new Error('no such file'))
const readConfig = (env: Record<string, string>, readText: (file: string) => Promise<string> = noFiles) =>
  read(env, readText)

describe('settings', () => {
  it('need nothing but the key', async () => {
    expect(await readConfig({ CAL_API_KEY: KEY })).toMatchObject({
      CAL_API_URL: 'https://api.cal.com',
      CAL_USERNAME: 'olgarozet',
      EVENTS: ['delo-40min', '30min', '15min'],
      ALLOWED_ORIGINS: [],
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
    }
    const message = await readConfig(env).catch((error: Error) => error.message)
    for (const name of ['CAL_API_KEY', ...Object.keys(env)]) expect(message).toContain(`${name}: `)
    expect(message).not.toContain('privacy-secret')
  })

  it('takes an empty variable for one that is not set', async () => {
    expect((await readConfig({ CAL_API_KEY: KEY, PORT: '', CONSENT_URL: '', CONSENT_FILE: '' })).PORT).toBe(8787)
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
    await expect(readConfig({ CAL_API_KEY: KEY, [name]: value })).rejects.toThrow(name)
  })

  it('take the words of the consent out of their file', async () => {
    const env = { CAL_API_KEY: KEY, CONSENT_FILE: 'consent.json' }
    const { CONSENT_FILE } = await readConfig(env, async (file) => {
      expect(file).toBe('consent.json')
      return '{"ru": "Согласен", "en": "Agreed"}'
    })
    expect(CONSENT_FILE).toEqual({ ru: 'Согласен', en: 'Agreed' })
  })

  it.each(['no JSON', '{"ru": "Согласен"}', '{"ru": "", "en": "Agreed"}'])(
    'refuse a file of the consent with %s',
    async (text) => {
      const reading = readConfig({ CAL_API_KEY: KEY, CONSENT_FILE: 'consent.json' }, async () => text)
      await expect(reading).rejects.toThrow('CONSENT_FILE: cannot be read as JSON')
    },
  )
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
