import type { Lang } from '../../proxy/contract.ts'
import type { LaterWords } from './later.ts'
import { type FirstWords, ru } from './ru.ts'

/** What the widget may be told to say: every string of the first step, and of the later ones those that are known. */
export type Words = FirstWords & Partial<LaterWords>
/** The owner's own words, in place of ours; of the whole dictionary. */
export type Messages = Partial<FirstWords & LaterWords>

/** The closest language we speak to the one an element is told, or stands in; Russian where there is none. */
export function langOf(element: HTMLElement): Lang {
  const named = element.closest<HTMLElement>('[lang]')?.lang || document.documentElement.lang
  return named && !/^ru\b/i.test(named) ? 'en' : 'ru'
}

/**
 * The words of a language; all but the Russian ones are fetched when they are wanted, and Russian serves till then. The
 * later steps bring their Russian words with them.
 */
export async function wordsOf(lang: Lang, messages?: Messages): Promise<Words> {
  const words = lang === 'en' ? await import('./en.ts').catch(() => undefined) : undefined
  return { ...ru, ...words?.en, ...messages }
}
