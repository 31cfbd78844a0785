import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { clientAddress, isLoopback, socketPeer } from '../../proxy/address.ts'
import { type Listening, listen } from '../../proxy/listen.node.ts'

describe('the address of a client', () => {
  const PEER = '192.0.2.1'

  it.each([
    ['with no proxy in front is the peer, whatever the header says', 0, '203.0.113.7', PEER],
    ['behind one proxy is what that one added', 1, '10.9.9.9, 203.0.113.7', '203.0.113.7'],
    ['behind two is what the first of them added', 2, '10.9.9.9, 203.0.113.7, 198.51.100.2', '203.0.113.7'],
    ['is the peer where fewer proxies wrote than there are', 3, '203.0.113.7, 198.51.100.2', PEER],
    ['is the peer without a header', 1, undefined, PEER],
    ['is the peer where the header is empty', 1, '', PEER],
    ['is the peer where the header is garbage', 1, 'unknown', PEER],
    ['is the peer where the header holds a number', 1, '42', PEER],
    ['is known with a port, too', 1, '203.0.113.7:51000', '203.0.113.7'],
  ])('%s', (_, trustedHops, forwarded, address) => {
    expect(clientAddress({ forwarded, peer: PEER, trustedHops })).toBe(address)
  })

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::ffff', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::1]:51000', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s counts as %s', (peer, address) => {
    expect(clientAddress({ peer, trustedHops: 0 })).toBe(address)
  })

  it('is one for all whose address nobody knows', () => {
    expect(clientAddress({ trustedHops: 0 })).toBe('unknown')
    expect(clientAddress({ forwarded: 'x', peer: 'y', trustedHops: 1 })).toBe('unknown')
  })
})

describe('the peer of a connection', () => {
  async function peerSeenBy(hostname: string): Promise<string> {
    const app = new Hono().get('/', (c) => c.text(socketPeer(c) ?? 'none'))
    const server: Listening = await listen(app, 0, hostname)
    const answer = await fetch(`http://127.0.0.1:${server.port}/`).then((res) => res.text())
    await server.close()
    return answer
  }

  it('is read from the socket on Node', async () => {
    expect(await peerSeenBy('127.0.0.1')).toBe('127.0.0.1')
    expect(await peerSeenBy('::')).toBe('::ffff:127.0.0.1')
  })

  it('is nobody’s where there is no socket', async () => {
    const app = new Hono().get('/', (c) => c.text(socketPeer(c) ?? 'none'))
    expect(await (await app.request('/')).text()).toBe('none')
  })

  it.each([
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['192.168.0.1', false],
    ['2001:db8::1', false],
    ['localhost', false],
    [undefined, false],
  ])('%s is this machine’s: %s', (address, own) => {
    expect(isLoopback(address)).toBe(own)
  })
})
