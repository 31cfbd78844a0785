import type { Submission } from '../fleet/people.ts'

/**
 * What a visitor does when the line breaks: sends the same again, asks what became of it, or has it given up if unseen.
 */
export type Habit = 'resend' | 'ask' | 'abandon'

/** What a visitor has been told in the end. */
export interface Told {
  key: string
  is: 'done' | 'refused' | 'abandoned' | 'never known'
  /** Every name he was told of his booking: there should be one. */
  refs: Set<string>
  /** Opens the booking. */
  token?: string
  /** What he sent and was answered, one after the other: `send 202 processing`. */
  said: string[]
}

type Next = 'send' | 'ask' | 'end'

/** How long he rests between two requests, and waits for an answer, in ms. */
const PAUSE_MS = 120
const TIMEOUT_MS = 4_000

/**
 * Sends a request and does not rest until he knows, or for `patienceMs`. `url`: where the proxy is now; it moves when
 * it is started again.
 */
export async function insist(
  url: () => string,
  submission: Submission,
  habit: Habit,
  patienceMs: number,
): Promise<Told> {
  const told: Told = { key: submission.key, is: 'never known', refs: new Set(), said: [] }
  const deadline = Date.now() + patienceMs
  let next: Next = 'send'
  while (next !== 'end' && Date.now() < deadline) {
    next = next === 'send' ? await send(url(), submission, habit, told) : await ask(url(), habit, told)
    if (next !== 'end') await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  return told
}

async function send(url: string, { path, headers, body: sent }: Submission, habit: Habit, told: Told): Promise<Next> {
  const answer = await exchange(`${url}/v1/bookings${path}`, { method: 'POST', headers, body: sent })
  note(told, 'send', answer)
  if (!answer) return habit === 'resend' ? 'send' : 'ask'
  const { status, body } = answer
  if (body.ref) name(told, body)
  if (status === 201 || status === 200) return end(told, 'done')
  if (status === 202 || body.code === 'in_progress') return 'ask'
  // Every other problem says that nothing is booked, and nothing will be.
  return end(told, body.code === 'key_abandoned' ? 'abandoned' : 'refused')
}

async function ask(url: string, habit: Habit, told: Told): Promise<Next> {
  const answer = await exchange(`${url}/v1/bookings/status/${told.key}${habit === 'abandon' ? '?abandon=1' : ''}`)
  note(told, 'ask', answer)
  if (answer?.status !== 200) return 'ask'
  const { status, booking } = answer.body
  if (booking) name(told, booking)
  if (status === 'unseen') return 'send'
  if (status === 'refused') return end(told, 'refused')
  // What he was told is put to the test: a late request must be turned away.
  if (status === 'abandoned') return 'send'
  return status === 'accepted' || status === 'cancelled' ? end(told, 'done') : 'ask'
}

function name(told: Told, { ref = '', token = '' }: Named) {
  told.refs.add(ref)
  told.token = token
}

function note(told: Told, did: string, answer: Answer | undefined) {
  const { status, body = {} } = answer ?? {}
  told.said.push([did, status ?? 'broken', body.code ?? body.status ?? ''].join(' '))
}

function end(told: Told, is: Told['is']): Next {
  told.is = is
  return 'end'
}

interface Named {
  ref?: string
  token?: string
}

interface Answer {
  status: number
  body: Named & { code?: string; status?: string | number; booking?: Named }
}

/** `undefined` when the line broke. */
async function exchange(url: string, init: RequestInit = {}): Promise<Answer | undefined> {
  try {
    const res = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
    return { status: res.status, body: await res.json() }
  } catch {
    return undefined
  }
}
