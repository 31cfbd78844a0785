import { describe, expect, it } from 'vitest'
import { readConfig } from '../../proxy/config.ts'
import { createConsent } from '../../proxy/consent.ts'
import type { EventInfo } from '../../proxy/contract.ts'
import { KEY, SECRET, setup } from '../support/proxy.ts'

const TEXTS = { ru: 'Обработка', en: 'Processing' }
const ADS = { ru: 'Реклама', en: 'Advertising' }

describe('F101 the consent to advertising', () => {
  it('comes with the event, apart from the one to data processing', async () => {
    const { app, consent } = await setup()
    const { consent: told }: EventInfo = await (await app.request('/v1/events/delo-40min')).json()
    expect(told).toEqual(consent)
    expect(told.ads?.text.ru).toContain('реклам')
    expect(told.ads?.version).not.toBe(told.version)
  })

  it('is recorded with the request, and told to Cal.com, when it was given', async () => {
    const { book, consent, store, simulator } = await setup()
    const { ref } = await (await book({ ads: consent.ads.version, metadata: { ads_version: 'forged' } })).json()
    expect(await store.journal.find(ref)).toMatchObject({
      consentVersion: consent.version,
      adsVersion: consent.ads.version,
      consentAt: expect.any(String),
    })
    expect(simulator.account.bookings[0]?.metadata).toMatchObject({ ads_version: consent.ads.version })
  })

  it('is nobody’s who did not give it', async () => {
    const { book, store, simulator } = await setup()
    const { ref } = await (await book()).json()
    expect(await store.journal.find(ref)).toMatchObject({ adsVersion: null })
    expect(simulator.account.bookings[0]?.metadata).not.toHaveProperty('ads_version')
  })

  it('is refused in other words than these', async () => {
    const { book, consent, simulator } = await setup()
    for (const ads of ['old', '', consent.version]) {
      const res = await book({ ads })
      expect([res.status, Object.keys((await res.json()).fields)]).toEqual([422, ['ads']])
    }
    expect(simulator.account.bookings).toEqual([])
  })

  it('can be shown later, in the words it was given to', async () => {
    const { store, consent } = await setup()
    const kept = await store.consents.list()
    expect(kept.find(({ version }) => version === consent.ads.version)?.text).toBe(JSON.stringify(consent.ads.text))
  })

  it('is another one as soon as a word or the link is', async () => {
    const versions = await Promise.all([
      createConsent(),
      createConsent({ ...TEXTS, ads: ADS }),
      createConsent({ ...TEXTS, ads: ADS }, 'https://olgaroset.ru/privacy'),
      createConsent({ ...TEXTS, ads: { ...ADS, en: 'Ads' } }),
    ])
    expect(new Set(versions.map(({ ads }) => ads.version)).size).toBe(4)
    expect(versions[3].version).toBe(versions[1].version)
  })

  it.each([
    [{ ...TEXTS, ads: ADS }, undefined],
    [TEXTS, undefined],
    [{ ...TEXTS, ads: { ru: 'Реклама' } }, 'CONSENT_FILE'],
  ])('stands in CONSENT_FILE, in both languages or not at all: %o', async (file, fault) => {
    const read = readConfig({ CAL_API_KEY: KEY, SECRET, CONSENT_FILE: 'x' }, async () => JSON.stringify(file))
    if (fault) await expect(read).rejects.toThrow(fault)
    else expect((await read).CONSENT_FILE).toEqual(file)
  })
})
