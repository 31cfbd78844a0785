import type { Lang } from '../../proxy/contract.ts'
import { en } from './en-later.ts'
import { type LaterWords, ru } from './ru-later.ts'

export type { LaterWords } from './ru-later.ts'

/** The words of the later steps, in every language: they come with the chunk that says them. */
export const laterWords: Record<Lang, LaterWords> = { ru, en }
