import { sheetOf } from '../element.ts'
import { modesCss } from '../modes.css.ts'
import { bookedCss } from './booked.css.ts'
import { detailsCss } from './details.css.ts'
import { laterCss } from './later.css.ts'
import { zonesCss } from './zones.css.ts'

/** How the later steps look. */
export const laterSheet = sheetOf(laterCss, detailsCss, bookedCss, modesCss, zonesCss)
