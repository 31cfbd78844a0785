import { z } from 'zod'
import { ConsentTexts } from '../consent.ts'
import { Slug } from '../contract.ts'
import { Contacts } from './contacts.ts'
import { list, Origin, WebAddress } from './kinds.ts'

/** Reads a file's text. */
export type ReadText = (file: string) => Promise<string>

/** What visitors may book, from where, and what they agree to. */
export const pageSettings = (readText: ReadText) => ({
  /** Event types that may be booked, separated by commas; the first is the main one. */
  EVENTS: z
    .string()
    .default('delo-40min,30min,15min')
    .transform(list)
    .pipe(z.array(Slug).min(1, 'names no event type')),
  /** Origins of pages that may book, separated by commas; the proxy's own always may. */
  ALLOWED_ORIGINS: z.string().default('').transform(list).pipe(z.array(Origin)),
  /** Ways to reach the host without us, separated by commas. */
  CONTACTS: Contacts,
  /** The page with the policy that the consent box links to. */
  CONSENT_URL: WebAddress.optional(),
  /**
   * A JSON file `{"ru": "…", "en": "…"}` with the words of the consent, and under `ads` those of the one to
   * advertising.
   */
  CONSENT_FILE: textsIn(readText).optional(),
})

/** What a file holds: an unreadable one stops the start, since a booking without the right words proves nothing. */
const textsIn = (readText: ReadText) =>
  z.string().transform(async (file, context) => {
    const texts = ConsentTexts.safeParse(
      await readText(file)
        .then(JSON.parse)
        .catch(() => undefined),
    )
    if (texts.success) return texts.data
    context.addIssue('cannot be read as JSON like {"ru": "…", "en": "…"}')
    return z.NEVER
  })
