import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'
import type { Env } from './deps.ts'

/** Whose address cannot be known shares one name, and so one limit, with all the others. */
const UNKNOWN = 'unknown'

interface Seen {
  /** `X-Forwarded-For`. */
  forwarded?: string | undefined
  /** Who is at the other end of the connection. */
  peer?: string | undefined
  /** How many proxies of ours stand in front, each adding at the right whom it was called by. */
  trustedHops: number
}

/**
 * The client's address, as far as those say it whom we trust: whatever stands further left in the header, anybody may
 * have written. IPv6 as its /64, since that is what one visitor is given; IPv4 inside IPv6 as IPv4.
 */
export function clientAddress({ forwarded, peer, trustedHops }: Seen): string {
  const said = trustedHops > 0 ? forwarded?.split(',').at(-trustedHops) : undefined
  return normalised(said) ?? normalised(peer) ?? UNKNOWN
}

function normalised(text = ''): string | undefined {
  const bare = withoutPort(text.trim())
  if (!ipaddr.IPv4.isValidFourPartDecimal(bare) && !ipaddr.IPv6.isValid(bare)) return undefined
  const address = ipaddr.process(bare)
  if (address instanceof ipaddr.IPv4) return address.toString()
  const network = address.parts.slice(0, 4).map((part) => part.toString(16))
  return `${network.join(':')}::/64`
}

/** `203.0.113.7:5000` and `[2001:db8::1]:5000`, as some proxies write. */
const withoutPort = (text: string) => /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d+$/, '$1')

/** What is kept of the client's address: a keyed digest. */
export function addressOf(c: Context<Env>): Promise<string> {
  const { heart, peer } = c.var
  const seen = { forwarded: c.req.header('x-forwarded-for'), peer: peer(c), trustedHops: heart.config.TRUST_PROXY }
  return heart.secrets.address(clientAddress(seen))
}

/** Who is at the other end, on Node: as `@hono/node-server` hands it on. */
export function socketPeer({ env }: Context): string | undefined {
  const address = Object(Object(Object(env).incoming).socket).remoteAddress
  return typeof address === 'string' ? address : undefined
}

/** Who is at the other end of Cloudflare's edge, on Workers. */
export const cloudflarePeer = (c: Context): string | undefined => c.req.header('cf-connecting-ip')

/** Whether an address is this very machine's. */
export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback'
}
