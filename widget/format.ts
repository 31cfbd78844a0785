import type { Instant, Lang } from '../proxy/contract.ts'
import type { Day, Month } from './day.ts'

type Options = Intl.DateTimeFormatOptions

/** How the widget writes dates, times and numbers: in one language, for one zone. */
export class Format {
  // Making a formatter costs about as much as drawing a week: each is made once, when it is first wanted.
  readonly #made: Record<string, Intl.DateTimeFormat> = {}
  readonly #plural: Intl.PluralRules
  readonly #clock: Options

  constructor(
    readonly lang: Lang,
    readonly zone: string,
    hourCycle: string,
    /** Whether the zone is that of the visitor's device: only then it is his. */
    readonly isOwn: boolean,
  ) {
    this.#plural = new Intl.PluralRules(lang)
    const is24 = hourCycle === 'h23' || (lang === 'ru' && hourCycle !== 'h12')
    this.#clock = { hour: is24 ? '2-digit' : 'numeric', minute: '2-digit', hourCycle: is24 ? 'h23' : 'h12' }
  }

  /** `19:00` */
  time(instant: Instant, timeZone = this.zone): string {
    return this.#write(instant, { timeZone, ...this.#clock })
  }

  /** `пятница, 27 ноября`, or `пт, 27 ноября` */
  day(day: Day, weekday: 'long' | 'short' = 'long'): string {
    return this.#write(day, { weekday, day: 'numeric', month: 'long' })
  }

  /** `27 ноября` */
  date(day: Day): string {
    return this.#write(day, { day: 'numeric', month: 'long' })
  }

  /** `ноябрь 2026` */
  month(month: Month): string {
    return `${this.#write(month, { month: 'long' })} ${month.slice(0, 4)}`
  }

  /** `пн`, and `понедельник` for those who listen. */
  weekday(day: Day, weekday: 'short' | 'long'): string {
    return this.#write(day, { weekday })
  }

  /** `GMT+3`, as the zone's clocks stand at that instant. */
  offset(timeZone: string, instant: Instant | Date): string {
    // Written after the date.
    return this.#write(instant, { timeZone, timeZoneName: 'shortOffset' }).replace(/.* /, '')
  }

  /** `40 минут` */
  minutes(count: number): string {
    return count.toLocaleString(this.lang, { style: 'unit', unit: 'minute', unitDisplay: 'long' })
  }

  /** `2 свободных времени` */
  count(count: number, forms: Partial<Record<Intl.LDMLPluralRule, string>>): string {
    return `${count} ${forms[this.#plural.select(count)] ?? forms.other}`
  }

  /** A day or a month is told in UTC, an instant in a zone. */
  #write(at: Day | Month | Instant | Date, options: Options): string {
    const key = JSON.stringify(options)
    this.#made[key] ??= new Intl.DateTimeFormat(this.lang, { timeZone: 'UTC', ...options })
    return this.#made[key].format(new Date(at))
  }
}
