import { z } from 'zod'
import type { Entry } from '../../store/store.ts'

/** Everything but the uids, which are keys, and what was made of keys, bodies and addresses. */
const SHOWN = [
  ...(['ref', 'action', 'of', 'state', 'code', 'standing', 'event', 'title', 'start', 'end'] as const),
  ...(['email', 'phone', 'consentVersion', 'consentAt', 'adsVersion', 'page', 'attempts'] as const),
  ...(['createdAt', 'updatedAt', 'sentAt', 'dueAt', 'erasedAt'] as const),
]

/** A visitor's request as people and programs may see it. Instants are in UTC; what is not known is null. */
export interface Request extends Pick<Entry, (typeof SHOWN)[number]> {
  /** What the visitor gave; null once erased. */
  given: Given | null
}

const Given = z.looseObject({ answers: z.record(z.string(), z.unknown()).optional() })
type Given = z.infer<typeof Given>

/** An entry of the journal without what is nobody's business. */
export function toRequest(entry: Entry): Request {
  const shown = Object.fromEntries(SHOWN.map((field) => [field, entry[field]])) as Pick<Entry, (typeof SHOWN)[number]>
  return { ...shown, given: givenIn(entry.wish) }
}

/** Without the id of a hold: it opens a time. */
function givenIn(wish: string | null): Given | null {
  if (wish === null) return null
  const { hold: _, ...given } = Given.parse(JSON.parse(wish))
  return given
}

/** What the visitor answered by that slug; a name may be in parts. */
export function answerOf({ given }: Request, slug: string): string {
  const answer = given?.answers?.[slug]
  if (typeof answer === 'string') return answer
  if (typeof answer !== 'object' || answer === null) return ''
  return Object.values(answer).filter(Boolean).join(' ')
}
