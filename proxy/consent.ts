import { z } from 'zod'
import type { Consent } from './contract.ts'
import { sha256 } from './digest.ts'

const Words = z.string().trim().min(1)

/** The words of the consent in each language, as `CONSENT_FILE` holds them. */
export const ConsentTexts = z.object({ ru: Words, en: Words })
export type ConsentTexts = z.infer<typeof ConsentTexts>

const DEFAULT: ConsentTexts = {
  ru: 'Я даю согласие на обработку моих персональных данных',
  en: 'I agree to the processing of my personal data',
}

/** The consent that visitors are asked for, with a version that names exactly these words and this link. */
export async function createConsent(text: ConsentTexts = DEFAULT, url?: string): Promise<Consent> {
  const digest = await sha256(JSON.stringify([text.ru, text.en, url ?? '']))
  return { version: digest.slice(0, 16), text, ...(url && { url }) }
}
