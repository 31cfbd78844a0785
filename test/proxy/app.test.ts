import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderAssets } from '../../proxy/assets.node.ts'
import { setup } from '../support/proxy.ts'

describe('GET /go/:event?', () => {
  it('leads to the plain page of the main event type', async () => {
    const { app, simulator } = await setup()
    const res = await app.request('/go')
    expect(res.status).toBe(302)
    expect(res.headers.get('location')).toBe('https://cal.com/olgarozet/delo-40min')
    expect(res.headers.get('cache-control')).toBe('no-store')
    expect(simulator.calls).toHaveLength(0)
  })

  it('carries over what the page reads, and nothing else', async () => {
    const { app } = await setup()
    const res = await app.request(
      '/go/30min?name=%D0%98&guests=a@example.com&guests=b@example.com&utm_source=qr&yclid=1&gclid=2&next=//evil.example.com',
    )
    const { origin, pathname, searchParams } = new URL(res.headers.get('location') ?? '')
    expect(origin + pathname).toBe('https://cal.com/olgarozet/30min')
    expect([...searchParams]).toEqual([
      ['name', 'И'],
      ['guests', 'a@example.com'],
      ['guests', 'b@example.com'],
      ['metadata[utm_source]', 'qr'],
      ['metadata[yclid]', '1'],
      ['metadata[gclid]', '2'],
    ])
  })

  it.each(['nope', '%2F%2Fevil.example.com', '..'])('does not lead to %s', async (event) => {
    const { app } = await setup()
    const res = await app.request(`/go/${event}`)
    expect(res.status).toBe(404)
    expect(res.headers.get('location')).toBeNull()
  })
})

describe('the app', () => {
  it('is alive', async () => {
    const { app } = await setup()
    expect(await (await app.request('/healthz')).json()).toEqual({ status: 'ok' })
  })

  it('answers what it does not know with a problem', async () => {
    const { app } = await setup()
    for (const path of ['/', '/v1', '/v1/secrets', '/assets/../package.json']) {
      const res = await app.request(path)
      expect(res.status).toBe(404)
      expect(await res.json()).toMatchObject({ code: 'not_found' })
    }
  })

  it('F106 lets nothing be sniffed or framed, and no address go along a link', async () => {
    const { app } = await setup()
    for (const path of ['/healthz', '/nope']) {
      const { headers } = await app.request(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    }
  })

  it('lets no failure be kept', async () => {
    const { app, post } = await setup()
    const paths = ['/nope', '/v1/events/nope', '/v1/slots', '/go/nope', '/olga-booking.js']
    const failures = [...(await Promise.all(paths.map((path) => app.request(path)))), await post('{}')]
    expect(failures.map(({ headers }) => headers.get('cache-control'))).toEqual(Array(6).fill('no-store'))
  })

  it('F105 logs a line a request, without a person, a query or the key', async () => {
    const { app, book, log, simulator } = await setup()
    await book()
    await app.request('/go/delo-40min?name=Ivan&email=ivan@example.com')
    simulator.break({ kind: 'status', status: 500 })
    await app.request('/v1/slots?event=delo-40min&month=2027-01')
    expect(log.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['POST', '/v1/bookings', 201],
      ['GET', '/go/:event?', 302],
      ['GET', '/v1/slots', 503],
    ])
    expect(log[2]).toMatchObject({ code: 'upstream_unavailable', cause: expect.stringContaining('GET /v2/') })
    expect(JSON.stringify(log)).not.toMatch(/ivan|Иван|cal_test/i)
  })
})

describe('the widget’s files', () => {
  async function serving() {
    const folder = await mkdtemp(join(tmpdir(), 'widget-'))
    await mkdir(join(folder, 'assets'))
    for (const name of [
      'olga-booking.js',
      'olga-booking.js.br',
      'olga-booking.js.gz',
      'assets/form-1234.js',
      'assets/form-1234.js.br',
    ]) {
      await writeFile(join(folder, name), `/* ${name} */`)
    }
    return (await setup({ assets: await folderAssets(folder) })).app
  }

  it.each([
    ['gzip, br', 'br', 'olga-booking.js.br'],
    ['gzip', 'gzip', 'olga-booking.js.gz'],
    ['br;q=0, gzip', 'gzip', 'olga-booking.js.gz'],
    ['', null, 'olga-booking.js'],
  ])('F089 come packed as the browser accepts: %s', async (accepted, encoding, file) => {
    const res = await (await serving()).request('/olga-booking.js', { headers: { 'accept-encoding': accepted } })
    expect(res.headers.get('content-encoding')).toBe(encoding)
    expect(res.headers.get('vary')).toBe('accept-encoding')
    expect(res.headers.get('content-type')).toContain('text/javascript')
    expect(await res.text()).toBe(`/* ${file} */`)
  })

  it('may be used by pages of any origin; chunks for ever, the entry for a while', async () => {
    const app = await serving()
    const entry = await app.request('/olga-booking.js')
    const chunk = await app.request('/assets/form-1234.js')
    expect(entry.headers.get('access-control-allow-origin')).toBe('*')
    expect(entry.headers.get('cache-control')).toBe('public, max-age=300, stale-while-revalidate=300')
    expect(chunk.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const again = await app.request('/olga-booking.js', {
      headers: { 'if-none-match': entry.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })

  it('have another tag in each packed form, so that none is taken for another', async () => {
    const app = await serving()
    const ask = (encoding: string, tag = '') =>
      app.request('/olga-booking.js', { headers: { 'accept-encoding': encoding, 'if-none-match': tag } })
    const forms = await Promise.all(['br', 'gzip', ''].map((encoding) => ask(encoding)))
    const [packed = '', ...others] = forms.map(({ headers }) => headers.get('etag') ?? '')
    expect(new Set([packed, ...others]).size).toBe(3)
    expect((await ask('br', packed)).status).toBe(304)
    expect((await ask('gzip', packed)).status).toBe(200)
  })

  it('end at their folder', async () => {
    const app = await serving()
    for (const path of [
      '/assets/nope.js',
      '/assets/%2e%2e/olga-booking.js.br',
      '/assets/..%2f..%2fetc%2fpasswd',
      '/olga-booking.js.br',
    ]) {
      expect((await app.request(path)).status).toBe(404)
    }
  })

  it('are missed at the start, not at the first visitor', async () => {
    await expect(folderAssets(join(tmpdir(), 'nothing-here'))).rejects.toThrow('npm run build')
  })
})
