import type { Instant, Lang } from '../proxy/contract.ts'
import { type Day, type Month, toDate } from './day.ts'

/** How dates and times are written. A `Day` is told in UTC, an instant in a zone. */
const STYLES = {
  time: { hour: 'numeric', minute: '2-digit' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  shortDay: { weekday: 'short', day: 'numeric', month: 'long' },
  date: { day: 'numeric', month: 'long' },
  month: { month: 'long' },
  short: { weekday: 'short' },
  long: { weekday: 'long' },
  offset: { timeZoneName: 'shortOffset' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** How the widget writes dates, times and numbers: in one language, for one zone. */
export class Format {
  // Making a formatter costs about as much as drawing a week: each is made once, when it is first wanted.
  readonly #made = new Map<string, Intl.DateTimeFormat>()
  #plural: Intl.PluralRules | undefined
  #minutes: Intl.NumberFormat | undefined

  constructor(
    readonly lang: Lang,
    readonly zone: string,
    private readonly hourCycle?: 'h12' | 'h23',
    /** Whether the zone is that of the visitor's device: only then it is his. */
    readonly isOwn = true,
  ) {}

  /** `19:00` */
  time(instant: Instant, timeZone = this.zone): string {
    return this.#get('time', timeZone).format(new Date(instant))
  }

  /** `пятница, 27 ноября` */
  day(day: Day): string {
    return this.#get('day').format(toDate(day))
  }

  /** `пт, 27 ноября` */
  shortDay(day: Day): string {
    return this.#get('shortDay').format(toDate(day))
  }

  /** `27 ноября` */
  dayOnly(day: Day): string {
    return this.#get('date').format(toDate(day))
  }

  /** `Ноябрь 2026` */
  month(month: Month): string {
    const name = this.#get('month').format(toDate(`${month}-01`))
    return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${month.slice(0, 4)}`
  }

  /** `пн`, and `понедельник` for those who listen. */
  weekday(day: Day, style: 'short' | 'long'): string {
    return this.#get(style).format(toDate(day))
  }

  /** `GMT+3`, as the zone's clocks stand at that instant. */
  offset(timeZone: string, instant: Instant | Date): string {
    const parts = this.#get('offset', timeZone).formatToParts(new Date(instant))
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  }

  /** `40 минут` */
  minutes(count: number): string {
    this.#minutes ??= new Intl.NumberFormat(this.lang, { style: 'unit', unit: 'minute', unitDisplay: 'long' })
    return this.#minutes.format(count)
  }

  /** `2 свободных времени` */
  count(count: number, forms: Record<'one' | 'few' | 'many' | 'other', string>): string {
    this.#plural ??= new Intl.PluralRules(this.lang)
    const form = this.#plural.select(count)
    return `${count} ${forms[form as keyof typeof forms] ?? forms.other}`
  }

  #get(style: keyof typeof STYLES, timeZone = 'UTC'): Intl.DateTimeFormat {
    const key = style + timeZone
    let formatter = this.#made.get(key)
    if (!formatter) {
      const hourCycle = this.hourCycle ?? (this.lang === 'ru' ? 'h23' : undefined)
      formatter = new Intl.DateTimeFormat(this.lang, {
        ...STYLES[style],
        timeZone,
        ...(style === 'time' && hourCycle && { hourCycle, ...(hourCycle === 'h23' && { hour: '2-digit' }) }),
      })
      this.#made.set(key, formatter)
    }
    return formatter
  }
}
