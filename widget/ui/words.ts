import type { Visit } from '../controllers/visit.ts'
import type { AllWords } from '../i18n/later.ts'
import { ru } from '../i18n/ru-later.ts'

/** All words, in the language that is spoken; the Russian ones of the later steps come with this code. */
export const wordsFor = ({ words }: Pick<Visit, 'words'>): AllWords => ({ ...ru, ...words }) as AllWords
