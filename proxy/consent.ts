import { z } from 'zod'
import type { Config } from './config.ts'
import type { Consent } from './contract.ts'
import { sha256 } from './digest.ts'

const Texts = z.object({ ru: z.string().trim().min(1), en: z.string().trim().min(1) })

const DEFAULT: z.infer<typeof Texts> = {
  ru: 'Я даю согласие на обработку моих персональных данных',
  en: 'I agree to the processing of my personal data',
}

/**
 * The consent that visitors are asked for, with a version that names exactly these words and this link. `readText`
 * reads `CONSENT_FILE`; an unreadable file stops the start, since a booking without the right words proves nothing.
 */
export async function readConsent(
  config: Pick<Config, 'CONSENT_FILE' | 'CONSENT_URL'>,
  readText: (file: string) => Promise<string>,
): Promise<Consent> {
  const text = config.CONSENT_FILE ? parseTexts(await readFile(config.CONSENT_FILE, readText)) : DEFAULT
  const url = config.CONSENT_URL
  const digest = await sha256(JSON.stringify([text.ru, text.en, url ?? '']))
  return { version: digest.slice(0, 16), text, ...(url && { url }) }
}

function readFile(file: string, readText: (file: string) => Promise<string>): Promise<string> {
  return readText(file).catch((cause: unknown) => {
    throw new Error('CONSENT_FILE: cannot be read', { cause })
  })
}

function parseTexts(json: string) {
  try {
    return Texts.parse(JSON.parse(json))
  } catch (cause) {
    throw new Error('CONSENT_FILE: must be JSON like {"ru": "…", "en": "…"}', { cause })
  }
}
