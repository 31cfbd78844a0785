import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { createCalcom } from '../../proxy/calcom/index.ts'
import { nodeFetch } from '../../proxy/upstream.node.ts'
import { KEY } from '../support/proxy.ts'

const LOOPBACK = '127.0.0.1'
const ME = { status: 'success', data: { id: 1, username: 'olgarozet', timeZone: 'Europe/Moscow' } }
const DIRECT = { CAL_FRESH_CONNECTIONS: false }

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function listening(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, LOOPBACK, done))
  return (server.address() as AddressInfo).port
}

/** A port where nobody listens any more. */
async function deafPort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await new Promise((closed) => server.close(closed))
  return port
}

/** A Cal.com that knows one answer, compresses it, and counts connections. */
async function calcom() {
  const seen = { connections: 0, accepted: [] as unknown[] }
  const server = createServer(({ headers }, response) => {
    seen.accepted.push(headers['accept-encoding'])
    response.setHeader('content-encoding', 'gzip')
    response.end(gzipSync(JSON.stringify(ME)))
  })
  server.on('connection', () => seen.connections++)
  return { seen, port: await listening(server) }
}

/** A proxy that knows `CONNECT` alone, and leads everything to this machine. */
async function tunnel() {
  const targets: string[] = []
  const server = createServer()
  server.on('connect', ({ url = '' }, socket) => {
    targets.push(url)
    const line = connect(Number(url.split(':')[1]), LOOPBACK, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      line.pipe(socket).pipe(line)
    })
    for (const end of [line, socket]) end.on('error', () => undefined)
  })
  return { targets, url: `http://${LOOPBACK}:${await listening(server)}` }
}

async function ask(config: Parameters<typeof nodeFetch>[0], count = 1) {
  const client = createCalcom({ apiKey: KEY, baseUrl: config.CAL_API_URL, fetch: nodeFetch(config) })
  for (let turn = 0; turn < count; turn++) expect((await client.me.get()).username).toBe('olgarozet')
}

describe('Cal.com, asked from Node', () => {
  it.each([
    [false, 1],
    [true, 3],
  ])('keeps a connection, unless each is to be a fresh one: %s', async (fresh, connections) => {
    const { seen, port } = await calcom()
    await ask({ CAL_API_URL: `http://${LOOPBACK}:${port}`, CAL_FRESH_CONNECTIONS: fresh }, 3)
    expect(seen.connections).toBe(connections)
  })

  it.each([false, true])('may answer compressed, with fresh connections or not: %s', async (fresh) => {
    const { seen, port } = await calcom()
    await ask({ CAL_API_URL: `http://${LOOPBACK}:${port}`, CAL_FRESH_CONNECTIONS: fresh })
    expect(seen.accepted).toEqual([expect.stringContaining('gzip')])
  })

  it.each([
    [false, 1],
    [true, 3],
  ])('is reached through a proxy, by fresh connections or not: %s', async (fresh, tunnels) => {
    const [{ seen, port }, proxy] = await Promise.all([calcom(), tunnel()])
    const CAL_API_URL = `http://api.cal.test:${port}`
    await ask({ CAL_API_URL, CAL_FRESH_CONNECTIONS: fresh, HTTPS_PROXY: proxy.url }, 3)
    expect(proxy.targets).toEqual(Array(tunnels).fill(`api.cal.test:${port}`))
    expect(seen.connections).toBe(tunnels)
  })

  it('is reached without one on the same machine', async () => {
    const [{ port }, proxy] = await Promise.all([calcom(), tunnel()])
    await ask({ ...DIRECT, CAL_API_URL: `http://${LOOPBACK}:${port}`, HTTPS_PROXY: proxy.url })
    expect(proxy.targets).toEqual([])
  })

  it.each([
    ['itself', false, false],
    ['itself, by a fresh connection', true, false],
    ['the proxy before it', false, true],
  ])('is certainly not reached when nobody is there: %s', async (_, fresh, proxied) => {
    const url = `http://${LOOPBACK}:${await deafPort()}`
    const config = { CAL_API_URL: proxied ? 'http://api.cal.test' : url, CAL_FRESH_CONNECTIONS: fresh }
    const fetch = nodeFetch({ ...config, ...(proxied && { HTTPS_PROXY: url }) })
    const client = createCalcom({ apiKey: KEY, baseUrl: config.CAL_API_URL, fetch, patience: { attempts: 1 } })
    await expect(client.me.get()).rejects.toMatchObject({ name: 'CalcomNoAnswer', reached: false })
  })
})
