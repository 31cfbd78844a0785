import { describe, type Log } from '../log.ts'
import type { Message, Store } from '../store/store.ts'
import { type Channel, Undelivered } from './channel.ts'
import { readNotice } from './notice.ts'

/**
 * What the owner is told of. `queued`: waits for Cal.com · `refused`: could not be booked after all · `conflict`:
 * Cal.com has it otherwise than we told the visitor · `stuck`: nobody knows what became of it
 */
export type Kind = 'queued' | 'refused' | 'conflict' | 'stuck'

/** Tells the owner, by every channel she has. */
export interface Notify {
  /** Remembers that she is to be told of a request; the same is told once. */
  tell(kind: Kind, ref: string): Promise<void>
  /** Sends what is due. At least once: who is killed between sending and noting it, sends again. */
  work(): Promise<void>
}

interface NotifyOptions {
  store: Pick<Store, 'messages' | 'journal'>
  channels: Channel[]
  /** On whose clocks times are told: an IANA zone. */
  zone: string
  now: () => Date
  log: Log
  /** How long a channel may take, in ms (default: 10,000). */
  timeoutMs?: number
}

const MINUTE_MS = 60_000
/** Far longer than a channel may take, so that nobody else sends meanwhile. */
const LEASE_MS = 2 * MINUTE_MS
/** How many are sent side by side. */
const MOST = 10
const LONGEST_PAUSE_MS = 60 * MINUTE_MS
/** Then nobody reads it any more. */
const GIVEN_UP_MS = 3 * 24 * 60 * MINUTE_MS

/** The owner's messages wait in the store, one for each channel, and go out from whichever instance works first. */
export function createNotify({ store, channels, zone, now, log, timeoutMs = 10_000 }: NotifyOptions): Notify {
  const inMs = (ms: number) => new Date(now().getTime() + ms).toISOString()

  /** A refusal is told before it is written, lest it be forgotten: until then it is none. */
  async function isEarly({ kind, ref }: Message): Promise<boolean> {
    const state = kind === 'refused' && (await store.journal.find(ref))?.state
    return state === 'received' || state === 'sent' || state === 'queued'
  }

  async function send(message: Message): Promise<void> {
    if (await isEarly(message)) return store.messages.retry(message.id, inMs(MINUTE_MS))
    const channel = channels.find(({ name }) => name === message.channel)
    const notice = channel && (await readNotice(store, message.kind as Kind, message.ref, zone))
    // The channel is no longer set, or the journal was purged: there is nobody, or nothing, to tell.
    if (!notice) return store.messages.retry(message.id, null)
    const failure = await inTime(timeoutMs, (signal) => channel.send(notice, signal)).catch((error: unknown) => error)
    if (failure === undefined) return store.messages.sent(message.id, inMs(0))
    const next = inMs(pauseAfter(message.attempts))
    const isGivenUp = Date.parse(next) > Date.parse(message.createdAt) + GIVEN_UP_MS
    log({ time: inMs(0), work: `tell ${message.id}`, cause: causeOf(failure) + (isGivenUp ? ', given up' : '') })
    await store.messages.retry(message.id, isGivenUp ? null : next)
  }

  return {
    async tell(kind, ref) {
      const id = (channel: Channel) => `${kind}:${ref}:${channel.name}`
      await store.messages.add(
        channels.map((channel) => ({ id: id(channel), kind, ref, channel: channel.name, createdAt: inMs(0) })),
      )
    },
    async work() {
      const due = await store.messages.takeUp(inMs(0), inMs(LEASE_MS), MOST)
      await Promise.all(due.map(send))
    },
  }
}

/** Of our own bugs their place; of the other side no word. */
const causeOf = (failure: unknown) => (failure instanceof Undelivered ? failure.message : describe(failure))

/** A minute, then twice as long each time, an hour at most. */
const pauseAfter = (attempts: number) => Math.min(MINUTE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS)

/** Gives up waiting after `ms`, whether or not what it waits for listens to its signal. */
async function inTime(ms: number, send: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const timeout = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Undelivered('too slow')), ms)
  })
  await Promise.race([send(timeout.signal), late]).finally(() => {
    clearTimeout(timer)
    timeout.abort()
  })
}
