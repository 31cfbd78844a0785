import type { Answer } from '../proxy/contract.ts'
import { Component } from './element.ts'
import { Format } from './format.ts'
import { langOf, type Messages } from './i18n/index.ts'
import { takeToken } from './token.ts'
import { isZone, visitorZone } from './zone.ts'

/** What the page's owner can set: attributes, or properties of the same names. */
export abstract class Settings extends Component {
  /** Slug of the event type. */
  declare event: string
  /** Slugs of several event types, separated by commas: the visitor chooses first. */
  declare events: string
  /** Origin of the proxy (default: where the script came from). */
  declare proxy: string
  /** `popup` and `floating` show nothing until they are opened. */
  declare mode: 'inline' | 'popup' | 'floating'
  /** Fixed IANA zone of the times (default: the visitor's, who may then choose another). */
  declare timeZone: string
  /** By language, unless told. */
  declare hourCycle: 'h12' | 'h23' | ''
  /** `auto` follows the page's `color-scheme`. */
  declare theme: 'auto' | 'light' | 'dark'
  /** Prefill of the form's fields. */
  declare name: string
  declare email: string
  declare phone: string
  declare notes: string
  /** Prefill of any field by its slug: an object, or as attribute a query, `company=ООО&topic=Право`. */
  declare prefill: string | Record<string, Answer>
  /** What was given cannot be changed by the visitor. */
  declare readonlyPrefill: boolean
  /** The parameters of the page's address that may prefill, separated by commas. */
  declare prefillFromUrl: string
  /** Number of the Yandex.Metrika counter that is told. */
  declare metrika: string
  /** What the names of goals begin with. */
  declare goals: string
  /** Offers a second, optional box: for advertising. */
  declare adsConsent: boolean
  /** The page to go to after success, with an opaque `ref` and the `status`. */
  declare redirect: string
  /** Token of a booking to see, move or cancel; also taken from the page's `#olga-booking=…`. */
  declare booking: string
  /** Everything but the booking itself. */
  declare dryRun: boolean
  /** The owner's own words, in place of ours. */
  declare messages: Messages | undefined
  /** Replace in tests (default: the global fetch). */
  declare fetch: typeof globalThis.fetch | undefined
  /** Replace in tests (default: the clock). */
  declare now: (() => Date) | undefined

  /** The zone that the visitor has chosen. */
  #zone = ''
  #token: string | undefined

  /** What there is to choose from; empty where `event` says it all. */
  get slugs(): string[] {
    return listOf(this.events)
  }

  /** Whether the page leaves the zone to the visitor. */
  get isZoneFree(): boolean {
    return !isZone(this.timeZone)
  }

  /** Names a booking that is to be managed; empty where one should be, and none was named. */
  get token(): string | undefined {
    this.#token ??= takeToken()
    return this.booking || this.#token || (this.hasAttribute('booking') ? '' : undefined)
  }

  get clock(): Date {
    return this.now?.() ?? new Date()
  }

  setZone(zone: string): void {
    this.#zone = zone
    this.requestUpdate('timeZone')
  }

  /** How dates and times are written now. */
  format(): Format {
    const own = visitorZone()
    const zone = this.isZoneFree ? this.#zone || own : this.timeZone
    return new Format(langOf(this), zone, this.hourCycle, zone === own)
  }
}

/** As an owner writes a list: with commas, with spaces. */
export const listOf = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean)
