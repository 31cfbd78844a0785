import type { FirstWords } from './ru.ts'
import type { ru } from './ru-later.ts'

/** Every string of what comes later. */
export type LaterWords = typeof ru
/** Every string. */
export type AllWords = FirstWords & LaterWords
