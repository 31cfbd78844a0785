import type { Lang } from '../../proxy/contract.ts'
import { ru, type Words } from './ru.ts'

export type { Words } from './ru.ts'

/** The closest language we speak to the one an element is told, or stands in; Russian where there is none. */
export function langOf(element: HTMLElement & { lang: string }): Lang {
  const named = element.lang || element.closest<HTMLElement>('[lang]')?.lang || document.documentElement.lang
  return named && !/^ru\b/i.test(named) ? 'en' : 'ru'
}

/** The words of a language; all but the Russian ones are fetched when they are wanted, and Russian serves till then. */
export async function wordsOf(lang: Lang): Promise<Words> {
  if (lang === 'ru') return ru
  return import('./en.ts').then(
    ({ en }) => en,
    () => ru,
  )
}
