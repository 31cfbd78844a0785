import { sheetOf } from './element.ts'
import { theme } from './theme.ts'
import { cardCss } from './ui/card.css.ts'
import { pickerCss } from './ui/picker.css.ts'
import { timesCss } from './ui/times.css.ts'

/** How the first step looks. */
export const sheet = sheetOf(theme, cardCss, pickerCss, timesCss)
