import type { Store } from '../store/store.ts'
import type { Notice } from './channel.ts'
import type { Kind } from './notify.ts'
import { noticeWords } from './words.ts'

/**
 * What is to be told of a request as it stands now; `undefined` when the journal has it no more, or a refusal did not
 * come to be.
 */
export async function readNotice(
  { journal }: Pick<Store, 'journal'>,
  kind: Kind,
  ref: string,
  zone: string,
): Promise<Notice | undefined> {
  const request = await journal.find(ref)
  // A cancel or a move names nobody: its booking does.
  const booking = request?.of ? await journal.find(request.of) : request
  if (!request || !booking || (kind === 'refused' && request.state !== 'refused')) return undefined
  const name = request.erasedAt || booking.erasedAt ? null : firstName(booking.wish)
  const words = noticeWords({ kind, request, title: booking.title, name }, zone)
  return { kind, ref, ...words, event: request.event, start: request.start, name }
}

/**
 * The first name in what a visitor gave; null when there is none. Letters alone: what somebody types there may be a
 * number, an address or a link.
 */
export function firstName(wish: string | null): string | null {
  const { answers } = Object(wish && JSON.parse(wish))
  const { name } = Object(answers)
  const given = typeof name === 'string' ? name : Object(name).firstName
  return /^\s*(\p{L}[\p{L}\p{M}’'-]{0,39})(?=\s|$)/u.exec(String(given ?? ''))?.[1] ?? null
}
