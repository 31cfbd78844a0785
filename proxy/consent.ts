import { z } from 'zod'
import type { Consent, Lang } from './contract.ts'
import { sha256 } from './digest.ts'

const Words = z.string().trim().min(1)
const Texts = z.object({ ru: Words, en: Words })

/** The words of the consent in each language, and of the one to advertising, as `CONSENT_FILE` holds them. */
export const ConsentTexts = Texts.extend({ ads: Texts.optional() })
export type ConsentTexts = z.infer<typeof ConsentTexts>

const DEFAULT: ConsentTexts = {
  ru: 'Я даю согласие на обработку моих персональных данных',
  en: 'I agree to the processing of my personal data',
}

const DEFAULT_ADS: Record<Lang, string> = {
  ru: 'Я даю согласие на рекламу: новости и предложения по почте и телефону. Отказаться можно в любой момент',
  en: 'I agree to receive advertising: news and offers by e-mail and phone. I can opt out at any time',
}

/** The consents that visitors are asked for, each with a version that names exactly its words and the link. */
export async function createConsent(
  { ads = DEFAULT_ADS, ...text }: ConsentTexts = DEFAULT,
  url?: string,
): Promise<Consent & Required<Pick<Consent, 'ads'>>> {
  const versionOf = async (...words: string[]) => (await sha256(JSON.stringify([...words, url ?? '']))).slice(0, 16)
  const link = url ? { url } : {}
  return {
    version: await versionOf(text.ru, text.en),
    text,
    ...link,
    ads: { version: await versionOf('ads', ads.ru, ads.en), text: ads, ...link },
  }
}
