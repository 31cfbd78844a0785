import type { Booking, Problem, Submitted } from '../../proxy/contract.ts'
import { announce } from '../events.ts'
import { ask, newKey } from '../requests.ts'
import type { Visit } from './visit.ts'

/** How a wish stands, unless it is fulfilled. */
export interface State extends Partial<Pick<Problem, 'title' | 'fields' | 'alternatives'>> {
  /**
   * While nothing is certain: `sending` · `offline`: nothing is done yet · `checking` · `recorded`: it has come ·
   * `unclear`: a minute has passed. For certain: `refused` · `lost`: it never came, and its key is burnt · `dryOk`: it
   * would be fulfilled.
   */
  is: 'sending' | 'offline' | 'checking' | 'recorded' | 'unclear' | 'refused' | 'lost' | 'dryOk'
  /** Why nothing was done. */
  code?: string
}

/** Of these it is not certain that nothing was done. */
const OPEN = ['in_progress', 'internal']
/** After so long without a word a visitor is told not to wait, in ms. */
const PATIENCE_MS = 60_000
/** Between two looks, in ms; each of the first is a second longer. */
const LONGEST_PAUSE_MS = 5_000
/** So often it may be found not to have come, until it is taken back. */
const MOST_UNSEEN = 5

/** A wish on its way: sent under a key, looked after until its outcome is known, and told of meanwhile. */
export class Sending {
  constructor(protected readonly visit: Visit) {}

  /** Something may have been done: nothing but waiting is offered until that is known. */
  get isHeld(): boolean {
    const { state } = this.visit
    return !!state && !['refused', 'lost', 'dryOk'].includes(state.is)
  }

  /**
   * Brings a wish to its end: however often it is sent, it is done once, and what became of it is always known in the
   * end. Nothing: it was not done. Never rejects. `isSent`: it was sent before, by a page that is gone.
   */
  protected async bring(path: string, body: object, key = newKey(), isSent = false): Promise<Booking | undefined> {
    const { visit } = this
    const now = () => visit.host.clock.getTime()
    const late = now() + PATIENCE_MS
    let [isToSend, isRecorded, unseen] = [!isSent, false, 0]
    if (isSent) this.tell({ is: 'checking' })
    for (let pause = 1_000; ; pause = Math.min(pause + 1_000, LONGEST_PAUSE_MS)) {
      // A browser may be wrong about its line: what it calls offline is tried all the same.
      const isOffline = isToSend && !navigator.onLine
      if (isToSend) this.tell({ is: 'sending' })
      // What asking reaches and sending does not is taken back in the end, so that he is free to go another way.
      const asked = `/v1/bookings/status/${key}${unseen < MOST_UNSEEN ? '' : '?abandon=1'}`
      const seen = (isToSend && (await send(visit, path, body, key))) || (await ask<Submitted>(visit, asked)).answer
      const { status, booking } = seen ?? {}
      const isRefused = status === 'refused'
      if (isRefused || status === 'abandoned' || (booking && status !== 'processing')) {
        this.tell(booking ? undefined : { code: 'no_answer', ...seen, is: isRefused ? status : 'lost' })
        return booking
      }
      if (status === 'unseen') unseen++
      isToSend = status === 'unseen' || (isOffline && !seen)
      isRecorded ||= status === 'processing'
      this.tell({ is: isToSend ? 'offline' : now() >= late ? 'unclear' : isRecorded ? 'recorded' : 'checking' })
      await passed(pause)
    }
  }

  /** Shows how it stands. */
  protected tell(state?: State): void {
    const { visit } = this
    const { host } = visit
    const was = visit.state?.is
    visit.state = state
    // Lets go after the events of the same moment: one of them may be that he is booked.
    if (this.isHeld) visit.hold(true)
    else queueMicrotask(() => visit.hold(this.isHeld))
    host.requestUpdate()
    const { is, code } = state ?? {}
    if (code) {
      visit.lead('[role="alert"] :is(button, a)')
      announce(host, 'error', { code })
    }
    if (state && (code ? !this.isAnswered(state) : is === 'unclear' && is !== was))
      announce(host, 'fallback', { reason: 'submit' })
  }

  /** Tells the page what it may know. */
  protected announce(name: 'booked' | 'rescheduled' | 'cancelled', { ref, status, start }: Booking): void {
    announce(this.visit.host, name, { ref, status, start })
  }

  /** Whether a refusal leaves him something to do here. */
  protected isAnswered({ alternatives }: State): boolean {
    return !!alternatives?.length
  }
}

/** What is known after an answer; nothing: it may be done or not. */
async function send(visit: Visit, path: string, body: object, key: string) {
  const { answer: booking, problem } = await ask<Booking>(visit, path, body, key)
  if (booking) return { status: booking.status, booking }
  if (!problem || OPEN.includes(problem.code)) return undefined
  return {
    ...problem,
    status: problem.code === 'key_abandoned' ? ('abandoned' as const) : ('refused' as const),
    booking,
  }
}

/** Waits, but no longer than until the line is back. */
const passed = (ms: number) =>
  new Promise((done) => {
    setTimeout(done, ms)
    addEventListener('online', done, { once: true })
  })
