import { describe, expect, it } from 'vitest'
import { LATER, setupBooked } from '../support/managed.ts'
import { START, setup } from '../support/proxy.ts'

describe('GET /v1/bookings/:token', () => {
  it('shows what the visitor needs, and nothing that opens the booking at Cal.com', async () => {
    const { app, at, booked, entry } = await setupBooked({ env: { CONTACTS: 'olga@example.com' } })
    const res = await app.request(at)
    expect(res.status).toBe(200)
    expect(res.headers.get('cache-control')).toBe('no-store')
    const text = await res.text()
    expect(JSON.parse(text)).toEqual({
      ...booked,
      status: 'accepted',
      duration: 40,
      host: { name: 'Olga Rozet', timeZone: 'Europe/Moscow' },
      timeZone: 'Europe/Moscow',
      place: 'video',
      changeable: true,
      ics: `${at}/event.ics`,
      link: 'https://cal.com/olgarozet/delo-40min',
      contacts: [{ label: 'olga@example.com', href: 'mailto:olga@example.com' }],
    })
    const { uid, mark } = await entry()
    for (const secret of [uid ?? '', mark, 'ivan@', 'Иван']) expect(text).not.toContain(secret)
  })

  it('asks Cal.com once in five seconds, however often it is loaded, and at once after a change', async () => {
    const { see, move, simulator, byOlga, entry, booked, app, at } = await setupBooked({ times: { recent: 5_000 } })
    const asks = () =>
      simulator.calls.filter(({ method, path }) => method === 'GET' && path.startsWith('/v2/bookings/'))
    await Promise.all([see(), see(), see()])
    await app.request(`${at}/event.ics`)
    expect(asks()).toHaveLength(1)
    await byOlga('reschedule', (await entry()).uid ?? '', { start: LATER })
    expect(await see()).toMatchObject({ start: booked.start })
    simulator.clock.advance(5_000)
    expect(await see()).toMatchObject({ start: LATER })
    expect((await move(booked.start)).status).toBe(200)
    expect(await see()).toMatchObject({ start: booked.start })
  })

  it.each([
    ['a reference alone', ({ booked }: Managed) => booked.ref],
    ['a token of another reference', ({ booked }: Managed) => booked.token.replace(booked.ref, 'ABCDEFGH')],
    ['a token cut short', ({ booked }: Managed) => booked.token.slice(0, -1)],
    ['a uid of Cal.com’s', ({ simulator }: Managed) => simulator.account.bookings[0]?.uid ?? ''],
  ])('knows no booking by %s', async (_, token) => {
    const all = await setupBooked()
    for (const [path, method] of [
      ['', 'GET'],
      ['/event.ics', 'GET'],
      ['/cancel', 'POST'],
      ['/reschedule', 'POST'],
    ]) {
      const res = await all.app.request(`/v1/bookings/${token(all)}${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'idempotency-key': 'k'.repeat(22) },
        ...(method === 'POST' && { body: JSON.stringify(path === '/cancel' ? {} : { start: LATER }) }),
      })
      expect([res.status, (await res.json()).code]).toEqual([404, 'booking_not_found'])
    }
  })

  it('opens with a token that an older secret signed', async () => {
    const older = 'older-0123456789-abcdefghijklmnopqrstuvwxyz'
    const { heart, simulator, store, booked } = await setupBooked({ env: { SECRET: older } })
    const now = await setup({
      store,
      simulator,
      env: { SECRET: `newer-0123456789-abcdefghijklmnopqrstuvwxyz,${older}` },
    })
    expect((await now.app.request(`/v1/bookings/${booked.token}`)).status).toBe(200)
    const others = await setup({ store, simulator })
    expect((await others.app.request(`/v1/bookings/${booked.token}`)).status).toBe(404)
    expect(heart.now()).toEqual(now.heart.now())
  })

  it('knows nothing any more of a visitor whose data was erased', async () => {
    const { app, at, store, heart } = await setupBooked()
    await store.journal.erase({ email: 'ivan@example.com' }, heart.now().toISOString())
    expect((await app.request(at)).status).toBe(404)
  })

  it('is current though nobody told us: Olga moved it, called it off', async () => {
    const { see, entry, byOlga, live } = await setupBooked()
    await byOlga('reschedule', (await entry()).uid ?? '', { start: LATER })
    expect(await see()).toMatchObject({ start: LATER, status: 'accepted', changeable: true })
    await byOlga('cancel', live()[0]?.uid ?? '', { cancellationReason: 'Заболела' })
    expect(await see()).toMatchObject({ start: LATER, status: 'cancelled', changeable: false })
  })

  it('leaves the free times as they are known, however often it is asked for', async () => {
    const { see, free, simulator } = await setupBooked()
    await free()
    const asked = () => simulator.calls.filter(({ path }) => path.startsWith('/v2/slots')).length
    const before = asked()
    for (const _ of [1, 2, 3]) await see()
    await free()
    expect(asked()).toBe(before)
  })

  it('shows what the journal has when Cal.com cannot be asked', async () => {
    const { see, simulator, booked } = await setupBooked()
    simulator.clock.advance(3_600_000)
    simulator.break({ kind: 'refuse' })
    expect(await see()).toMatchObject({ ...booked, duration: 40, changeable: true })
  })

  it('shows a request that still waits for Cal.com as queued, and asks Cal.com nothing', async () => {
    const { app, book, simulator } = await setup()
    simulator.break({ kind: 'refuse', on: { method: 'POST' } })
    const { token } = await (await book()).json()
    const before = simulator.calls.length
    const shown = await (await app.request(`/v1/bookings/${token}`)).json()
    expect(shown).toMatchObject({ status: 'queued', changeable: false })
    expect(simulator.calls).toHaveLength(before)
    expect((await app.request(`/v1/bookings/${token}/event.ics`)).status).toBe(404)
  })

  it('is over when it has begun', async () => {
    const { see, simulator } = await setupBooked()
    simulator.clock.set(START)
    expect(await see()).toMatchObject({ status: 'accepted', changeable: false })
  })

  it('tells Olga of a booking that Cal.com does not know any more', async () => {
    const { see, simulator, heart, booked } = await setupBooked()
    const told: string[] = []
    heart.notify = { ...heart.notify, tell: async (kind, ref) => void told.push(`${kind} ${ref}`) }
    simulator.account.bookings = []
    expect(await see()).toMatchObject({ status: 'accepted' })
    expect(told).toEqual([`conflict ${booked.ref}`])
  })

  it.each(['GET', 'HEAD'])('changes nothing on a %s, whatever the address', async (method) => {
    const { app, at, simulator, entry } = await setupBooked()
    const before = await entry()
    const calls = simulator.calls.length
    for (const path of ['', '/cancel', '/reschedule', `/reschedule?start=${LATER}`, '/event.ics'])
      await app.request(at + path, { method })
    expect(simulator.calls.slice(calls).filter((call) => call.method !== 'GET')).toEqual([])
    expect(await entry()).toEqual(before)
  })

  it('is for pages on the list', async () => {
    const { app, at } = await setupBooked({ env: { ALLOWED_ORIGINS: 'https://olgaroset.ru' } })
    const from = (origin: string) => app.request(at, { headers: { origin } })
    expect((await from('https://olgaroset.ru')).status).toBe(200)
    expect((await from('https://elsewhere.example')).status).toBe(403)
  })
})

type Managed = Awaited<ReturnType<typeof setupBooked>>
