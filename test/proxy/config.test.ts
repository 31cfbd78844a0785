import { describe, expect, it } from 'vitest'
import { readConfig } from '../../proxy/config.ts'
import { readConsent } from '../../proxy/consent.ts'

const noFiles = () => Promise.reject(new Error('no such file'))

describe('settings', () => {
  it('need nothing but the key', () => {
    expect(readConfig({ CAL_API_KEY: 'cal_test_1' })).toMatchObject({
      CAL_API_URL: 'https://api.cal.com',
      CAL_USERNAME: 'olgarozet',
      EVENTS: ['delo-40min', '30min', '15min'],
      ALLOWED_ORIGINS: [],
      PORT: 8787,
    })
  })

  it('names every fault in one message, and no value', () => {
    const env = {
      CAL_API_URL: 'api.cal.com',
      CAL_USERNAME: 'ol ga',
      EVENTS: ' , ',
      ALLOWED_ORIGINS: 'https://olgaroset.ru/, olgaroset.ru',
      CONSENT_URL: 'privacy-secret',
      PORT: '99999',
    }
    const read = () => readConfig(env)
    for (const name of ['CAL_API_KEY', ...Object.keys(env)]) expect(read).toThrow(name)
    expect(read).not.toThrow('privacy-secret')
  })

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ CAL_API_KEY: 'cal_test_1', PORT: '', CONSENT_URL: '' }).PORT).toBe(8787)
    expect(() => readConfig({ CAL_API_KEY: '' })).toThrow('CAL_API_KEY')
    expect(() => readConfig({ CAL_API_KEY: '  ' })).toThrow('CAL_API_KEY')
  })

  it.each([
    ['CAL_API_KEY', 'ключ'],
    ['CAL_API_URL', 'mailto:olga@example.com'],
    ['CONSENT_URL', 'javascript:alert(1)'],
    ['PORT', '-1'],
  ])('refuses %s=%s', (name, value) => {
    expect(() => readConfig({ CAL_API_KEY: 'cal_test_1', [name]: value })).toThrow(name)
  })
})

describe('the consent', () => {
  it('stops the start over a file that cannot be read, by the name of the setting', async () => {
    await expect(readConsent({ CONSENT_FILE: 'nope.json' }, noFiles)).rejects.toThrow('CONSENT_FILE: cannot be read')
  })

  it('has a version that changes with its words and its link', async () => {
    const plain = await readConsent({}, noFiles)
    const linked = await readConsent({ CONSENT_URL: 'https://olgaroset.ru/privacy' }, noFiles)
    const worded = await readConsent({ CONSENT_FILE: 'consent.json' }, async () => '{"ru": "Согласен", "en": "Agreed"}')
    expect(new Set([plain.version, linked.version, worded.version]).size).toBe(3)
    expect(worded.text).toEqual({ ru: 'Согласен', en: 'Agreed' })
    expect((await readConsent({}, noFiles)).version).toBe(plain.version)
  })

  it.each(['no JSON', '{"ru": "Согласен"}', '{"ru": "", "en": "Agreed"}'])(
    'stops the start over a file with %s',
    async (text) => {
      await expect(readConsent({ CONSENT_FILE: 'consent.json' }, async () => text)).rejects.toThrow('CONSENT_FILE')
    },
  )
})
