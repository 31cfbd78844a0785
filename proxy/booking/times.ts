/** How long things take or last, in ms. */
export interface Times {
  /** A visitor is answered within this; the widget gives up at 12 s. */
  answer: number
  /** Whoever works on a request has it to himself for so long: longer than all calls for it together. */
  lease: number
  /** So long after it was sent, a call that got no answer may still book: its time limit, and a minute. */
  late: number
  /** Between two looks, and before a first repeat. */
  pause: number
  /** A request that waits for Cal.com is tried again at least this often. */
  longestPause: number
  /** So long a time stays claimed after its booking was confirmed; from then on Cal.com is the truth. */
  settled: number
  /** A hold. */
  hold: number
  /** So long before its start, a booking that waits for Cal.com is given up. */
  tooLate: number
  /** So long what Cal.com said of a booking is good for its visitor's page. */
  recent: number
  /** A request whose outcome is unknown for so long is told to the owner. */
  stuck: number
}

const SECOND = 1_000
const MINUTE = 60 * SECOND

export const TIMES: Times = {
  answer: 10 * SECOND,
  lease: 45 * SECOND,
  late: 70 * SECOND,
  pause: 15 * SECOND,
  longestPause: 5 * MINUTE,
  settled: MINUTE,
  hold: 5 * MINUTE,
  tooLate: 120 * MINUTE,
  recent: 5 * SECOND,
  stuck: 10 * MINUTE,
}
