import type { Answer, ChosenLocation } from '../contract.ts'
import { ProblemError } from '../problem.ts'
import type { Entry } from '../store/store.ts'
import { type Checked, check, type ReadRequest } from './check.ts'
import { type Heart, inMs, sinceMs } from './heart.ts'
import { checkRobot, limitsFor } from './limits.ts'
import { slotTaken } from './nearby.ts'
import { type Draft, type Known, recordOnce, repeated } from './once.ts'
import { within } from './patience.ts'
import { proceed } from './proceed.ts'
import { checkProof } from './proof.ts'
import type { Wish } from './wish.ts'

/** What comes with a request besides its body. */
export interface Sender {
  /** The `Idempotency-Key`. */
  key: string
  /** A keyed digest of the address. */
  address: string | null
}

/**
 * Books: the request is checked, then recorded under its key, and only then the time is claimed and Cal.com called.
 * Throws `ProblemError`s, each of which means that nothing is booked and nothing will be, but for `in_progress`.
 */
export async function submit(heart: Heart, request: ReadRequest, sender: Sender): Promise<Known> {
  const began = heart.now()
  // Who had to bring a proof sends the same request all the same.
  const { proof, ...wanted } = request
  const body = JSON.stringify(wanted)
  const earlier = await repeated(heart, sender.key, body)
  if (earlier) return { entry: unlessRunning(heart, earlier), replayed: true }
  checkRobot(request)
  const checked = await check(heart, request)
  await checkProof(heart, sender.key, proof)
  const draft = toDraft(heart, checked, sender)
  const limits = limitsFor(heart, draft)
  const leaseUntil = inMs(heart, heart.times.lease)
  const known = await recordOnce(heart, { key: sender.key, body, draft, limits, leaseUntil })
  if (known.replayed) return { ...known, entry: unlessRunning(heart, known.entry) }
  const step = await within(heart, proceed(heart, known.entry), began)
  if (step?.entry.state === 'refused') throw await refusal(heart, checked, step.failure)
  return { entry: step?.entry ?? known.entry, replayed: false }
}

/** As long as the first request may still be answered, the second one is told to wait for it. */
export function unlessRunning(heart: Heart, entry: Entry): Entry {
  const isOpen = entry.state === 'received' || (entry.state === 'sent' && entry.looks === 0)
  if (isOpen && sinceMs(heart, entry.createdAt) < heart.times.answer) throw new ProblemError('in_progress')
  return entry
}

function toDraft(heart: Heart, { request, offer, minutes, answers, location }: Checked, { address }: Sender): Draft {
  const { start, timeZone, lang, metadata, hold, ads } = request
  const wish: Wish = {
    answers,
    ...(location && { location }),
    timeZone,
    lang,
    metadata,
    minutes,
    ...(hold && { hold }),
  }
  return {
    action: 'book',
    of: null,
    event: offer.info.slug,
    eventTypeId: offer.eventType.id,
    title: offer.info.title,
    start,
    end: new Date(Date.parse(start) + minutes * 60_000).toISOString(),
    wish: JSON.stringify(wish),
    email: textOf(answers.email)?.toLowerCase() ?? null,
    phone: textOf(answers.attendeePhoneNumber) ?? phoneIn(location) ?? null,
    address,
    consentVersion: heart.consent.version,
    consentAt: heart.now().toISOString(),
    adsVersion: ads ?? null,
    page: metadata.page ?? null,
  }
}

const textOf = (answer: Answer | undefined) => (typeof answer === 'string' ? answer : undefined)

/** By which he is found again, as by any number that he gives. */
const phoneIn = (location: ChosenLocation | undefined) =>
  location?.id === 'attendeePhone' ? location.value : undefined

/** Why nothing was booked. */
async function refusal(heart: Heart, { request, offer, minutes }: Checked, failure?: ProblemError) {
  if (failure?.code !== 'slot_taken') return failure ?? new ProblemError('internal')
  return slotTaken(heart, offer, minutes, request.start, failure.details.cause)
}
