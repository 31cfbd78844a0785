import { describe, expect, it } from 'vitest'
import { newKey, START, setup } from '../support/proxy.ts'

const DAY_MS = 86_400_000
const day = (days: number) => new Date(Date.parse(START) + days * DAY_MS).toISOString()

async function booked(env: Record<string, string> = {}) {
  const all = await setup({ env })
  await all.book()
  return {
    ...all,
    /** The first round of work at an instant. */
    workAt: async (instant: string) => {
      all.simulator.clock.set(instant)
      await all.work()
    },
  }
}

describe('what is kept', () => {
  it('is a request until a year after its meeting', async () => {
    const { store, workAt } = await booked()
    await workAt(day(365))
    expect(await store.journal.list()).toHaveLength(1)
    await workAt(day(366.5))
    expect(await store.journal.list()).toEqual([])
  })

  it('is a request for as long as the owner says', async () => {
    const { store, workAt } = await booked({ RETENTION_DAYS: '10' })
    await workAt(day(9))
    expect(await store.journal.list()).toHaveLength(1)
    await workAt(day(11))
    expect(await store.journal.list()).toEqual([])
  })

  it('is a request that has not ended, however old', async () => {
    const { store, workAt } = await booked()
    const [entry] = await store.journal.list()
    if (entry) await store.journal.change(entry, { state: 'sent', dueAt: null }, START)
    await workAt(day(1_000))
    expect(await store.journal.list()).toHaveLength(1)
  })

  it('is a burnt key for the day that a key is good for', async () => {
    const { app, store, workAt } = await booked()
    await app.request(`/v1/bookings/status/${newKey()}?abandon=1`)
    await workAt('2026-11-23T11:00:00.000Z')
    expect(await store.journal.list({ states: ['abandoned'] })).toHaveLength(1)
    await workAt('2026-11-24T12:00:00.000Z')
    expect(await store.journal.list()).toMatchObject([{ state: 'confirmed' }])
  })

  it('is a webhook for 30 days, a message for 90', async () => {
    const { store, workAt } = await booked()
    const hook = { digest: 'd', trigger: 'BOOKING_CREATED', uid: 'u', formerUid: null, receivedAt: day(0) }
    const message = { id: 'queued:X:mail', kind: 'queued', ref: 'X', channel: 'mail', createdAt: day(0) }
    const isKnown = async () => !(await store.inbox.add(hook))
    await store.inbox.add(hook)
    await store.inbox.done(hook.digest)
    await store.messages.add([message])
    await store.messages.retry(message.id, null)
    await workAt(day(29))
    expect(await isKnown()).toBe(true)
    await workAt(day(31))
    expect(await isKnown()).toBe(false)
    expect(await isTold()).toBe(true)
    await workAt(day(92))
    expect(await isTold()).toBe(false)

    /** One that is there is not due again. */
    async function isTold() {
      await store.messages.add([message])
      const due = await store.messages.takeUp(day(100), day(101), 10)
      if (due.length) await store.messages.retry(message.id, null)
      return due.length === 0
    }
  })

  it('are claims for a day, and what Cal.com answered for thirty', async () => {
    const { store, workAt } = await booked()
    await store.cache.put('slots', { value: '[]', asOf: day(0) })
    await workAt(day(2))
    expect(await store.claims.live(day(2), '')).toEqual([])
    await workAt(day(29))
    expect(await store.cache.get('slots')).toBeDefined()
    await workAt(day(31))
    expect(await store.cache.get('slots')).toBeUndefined()
  })

  it('is looked through once a day, by one instance', async () => {
    const { store, workAt } = await booked({ RETENTION_DAYS: '1' })
    await workAt(day(1.5))
    const late = await store.journal.list()
    expect(late).toEqual([])
    await store.cache.put('slots', { value: '[]', asOf: day(-35) })
    await workAt(day(2))
    expect(await store.cache.get('slots')).toBeDefined()
    await workAt(day(2.6))
    expect(await store.cache.get('slots')).toBeUndefined()
  })
})

describe('a consent', () => {
  it('can be shown in the words that a visitor agreed to, after they have changed', async () => {
    const before = await setup()
    await before.book()
    const env = { CONSENT_URL: 'https://olgaroset.ru/privacy' }
    const after = await setup({ store: before.store, env })
    const consents = await after.store.consents.list()
    const [entry] = await after.store.journal.list()
    const given = consents.find(({ version }) => version === entry?.consentVersion)
    expect(JSON.parse(given?.text ?? '')).toEqual(before.consent.text)
    expect(given).toMatchObject({ url: null, since: '2026-11-22T12:00:00.000Z' })
    expect(consents.find(({ version }) => version === after.consent.version)).toMatchObject({ url: env.CONSENT_URL })
  })

  it('is recorded with the request: version, time and page', async () => {
    const { book, store, consent } = await setup()
    await book({ metadata: { page: 'https://olgaroset.ru/zapis' } })
    expect(await store.journal.list()).toMatchObject([
      {
        consentVersion: consent.version,
        consentAt: '2026-11-22T12:00:00.000Z',
        page: 'https://olgaroset.ru/zapis',
      },
    ])
  })

  it('of another version is refused', async () => {
    const before = await setup()
    const after = await setup({ store: before.store, env: { CONSENT_URL: 'https://olgaroset.ru/privacy' } })
    const res = await after.book({ consent: before.consent.version })
    expect(res.status).toBe(422)
    expect(await res.json()).toMatchObject({ code: 'invalid_fields', fields: { consent: expect.any(String) } })
    expect(await after.store.journal.list()).toEqual([])
  })

  it('is kept since the first start with it, not the last', async () => {
    const { store, heart, simulator } = await setup()
    simulator.clock.set(day(5))
    await setup({ store })
    const given = (await store.consents.list()).filter(({ version }) => version === heart.consent.version)
    expect(given).toMatchObject([{ since: '2026-11-22T12:00:00.000Z' }])
  })
})
