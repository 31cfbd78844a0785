import type { Fault } from '../../../demo/simulator/index.ts'

/** All time limits are a fifth of what they are, and so is the time that Cal.com takes in place of 3 s. */
export const SCALE = 1 / 5

export const COLUMNS = ['event', 'slots', 'book', 'cancel', 'move'] as const
export type Column = (typeof COLUMNS)[number]

/**
 * How the fault comes: it meets only the first call (`once`), every such call for a minute and more (`lasting`), or all
 * calls whatsoever for as long (`down`). Where something is read, with an answer of twelve minutes ago that is known,
 * or with nothing known.
 */
export type Variant = 'once' | 'lasting' | 'down' | `${'once' | 'lasting' | 'down'}, known` | 'lasting, long known'

/** Which answers are right. `503 later`: with `Retry-After`. */
export type Answer = '200' | '200 stale' | '201' | '202 processing' | '202 queued' | '503' | '503 later'

export type Right = Partial<Record<Variant, Answer[]>>

export interface Row {
  name: string
  fault: Fault
  columns: Record<Column, Right>
}

/** Nobody knows yet, and the visitor is told so; what becomes of it is looked at besides. */
const PROCESSING: Answer = '202 processing'
const DOWN: Answer[] = ['503', '503 later']

/** What may be right for a request to change something, however the fault comes. */
const always = (...answers: Answer[]): Right => ({ once: answers, lasting: answers, down: answers })

/** Of a booking also when the times have to be read anew: what cannot be told then is told to wait. */
const booking = (right: Right): Right => ({ ...right, 'down, known': ['201', PROCESSING, '202 queued'] })

/** A move asks for the times first: when nothing at all is answered, it never comes to the move. */
const moving = (right: Right): Right => ({ ...right, down: [...(right.down ?? []), ...DOWN] })

/** The last good, else 503. An answer that is found after all is better still. */
const LAST_GOOD: Right = {
  once: ['200', ...DOWN],
  lasting: DOWN,
  'once, known': ['200', '200 stale'],
  'lasting, known': ['200 stale'],
  'lasting, long known': DOWN,
}
/** Repeated: answered; else the last good, else 503. */
const REPEATED: Right = { ...LAST_GOOD, once: ['200'], 'once, known': ['200', '200 stale'] }
const ANSWERED: Right = { once: ['200'], lasting: ['200'], 'lasting, known': ['200'] }
const LATER: Right = { ...LAST_GOOD, once: ['503 later'], lasting: ['503 later'], 'lasting, long known': ['503 later'] }

const reading = (right: Right) => ({ event: eventOf(right), slots: right })

/** Of an event type the last known is never too old, and the answer does not say how old it is. */
function eventOf({ 'lasting, long known': _, ...right }: Right): Right {
  const known: Answer[] = ['200']
  return { ...right, 'once, known': known, 'lasting, known': known, 'lasting, long known': known }
}

/** It is done, and that is found out: at once, unless Cal.com does not answer that either. */
const found = (answer: Answer): Right => ({ once: [answer], lasting: [answer], down: [answer, PROCESSING] })
/** It is done, and Cal.com's answer did not come within the time that a visitor waits. */
const foundLate = (answer: Answer): Right => always(answer, PROCESSING)

/** The issue of a request in each cell, a row for each fault: the table this measure is for. */
export const TABLE: Row[] = [
  {
    name: 'answers after 3 s',
    fault: { kind: 'slow', ms: 3_000 * SCALE },
    columns: { ...reading(ANSWERED), book: booking(always('201')), cancel: always('200'), move: moving(always('200')) },
  },
  {
    name: 'never answers, nothing done',
    fault: { kind: 'never' },
    columns: {
      ...reading(LAST_GOOD),
      book: booking(always('201', PROCESSING, '202 queued')),
      cancel: always('200', PROCESSING, ...DOWN),
      move: moving(always('200', PROCESSING, ...DOWN)),
    },
  },
  {
    name: 'does it, never answers',
    fault: { kind: 'never', done: true },
    columns: {
      ...reading(LAST_GOOD),
      book: booking(foundLate('201')),
      cancel: foundLate('200'),
      move: moving(foundLate('200')),
    },
  },
  {
    name: 'resets before doing it',
    fault: { kind: 'reset' },
    columns: {
      ...reading(REPEATED),
      book: booking(always('201', PROCESSING)),
      cancel: { once: ['200'], lasting: ['200', PROCESSING, ...DOWN], down: ['200', PROCESSING, ...DOWN] },
      move: moving(always('200', PROCESSING)),
    },
  },
  {
    name: '429',
    fault: { kind: 'status', status: 429 },
    columns: {
      ...reading(LATER),
      book: booking(always('202 queued')),
      cancel: always('503 later'),
      move: moving(always('503 later')),
    },
  },
  {
    name: '500, nothing done',
    fault: { kind: 'status', status: 500 },
    columns: {
      ...reading(REPEATED),
      book: booking(always('201', PROCESSING, '202 queued')),
      cancel: { once: ['200'], lasting: ['200', PROCESSING, ...DOWN], down: ['200', PROCESSING, ...DOWN] },
      move: moving(always('200', PROCESSING, ...DOWN)),
    },
  },
  ...(
    [
      ['502 with HTML, done', { kind: 'html', done: true }],
      ['2xx with cut JSON', { kind: 'cut', done: true }],
      ['2xx of an unknown shape', { kind: 'shape', done: true }],
    ] as const
  ).map(([name, fault]) => ({
    name,
    fault,
    columns: { ...reading(REPEATED), book: booking(found('201')), cancel: found('200'), move: moving(found('200')) },
  })),
  {
    name: 'cannot be resolved or connected',
    fault: { kind: 'refuse' },
    columns: {
      ...reading(LAST_GOOD),
      book: booking(always('202 queued')),
      cancel: always(...DOWN),
      move: moving(always(...DOWN)),
    },
  },
]
