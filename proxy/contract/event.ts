import { z } from 'zod'
import type { Lang } from './basics.ts'
import type { Answer } from './booking.ts'

/** The kinds of question an event type may ask and the widget can show. */
// biome-ignore format: a list is read in lines
export const FieldType = z.enum([
  'name', 'email', 'phone', 'text', 'textarea', 'number', 'address',
  'url', 'select', 'multiselect', 'multiemail', 'checkbox', 'radio', 'boolean',
])
export type FieldType = z.infer<typeof FieldType>

/** One question of the form. `label` is absent on Cal.com's own fields, whose words the widget has by slug. */
export interface Field {
  slug: string
  type: FieldType
  required: boolean
  label?: string
  placeholder?: string
  options?: string[]
  /** Not shown; its prefill or its default is sent all the same. */
  hidden?: true
  /** The answer it begins with. */
  value?: Answer
  /** Of a number. */
  min?: number
  max?: number
  /** Of a text. */
  minLength?: number
  maxLength?: number
  /** Of a name that is asked for in two parts; its answer is one text all the same, `Иван Петров`. */
  parts?: { first: Part; last: Part }
  /** Asked only when booking, or only when moving (absent: both). */
  when?: 'book' | 'move'
}

/** One half of a name. */
export interface Part {
  required: boolean
  label?: string
  placeholder?: string
}

/** Where a meeting may be, and what the visitor has to say of it: his number, his address, a place of his choice. */
export interface Location {
  /** Goes into `BookingRequest.location`. */
  id: string
  type: 'attendeePhone' | 'attendeeAddress' | 'attendeeDefined' | 'address' | 'link' | 'phone' | 'integration'
  /** The address, the link, the name of the app, as far as it is public. */
  label?: string
}

/** A way to reach the host without us, `tel:`, `mailto:` or `https:`. */
export interface Contact {
  label: string
  href: string
}

/** Why an event type cannot be booked here and its visitor goes to Cal.com's own page. */
export type NotBookable = 'paid' | 'recurring' | 'seats' | 'verification' | 'field' | 'location'

/** The consent to the processing of personal data, as its owner worded it. */
export interface Consent {
  /** Names exactly these texts and this link: a digest of them. A booking must repeat it. */
  version: string
  text: Record<Lang, string>
  /** The page with the whole policy, where there is one. */
  url?: string
  /** A consent of its own, which nobody has to give: to advertising. */
  ads?: { version: string; text: Record<Lang, string>; url?: string }
}

/** `GET /v1/events/:slug`: what the widget needs of an event type, and nothing else of the account. */
export interface EventInfo {
  slug: string
  title: string
  description?: string
  /** Length in minutes; the default one, where `durations` has several. */
  duration: number
  durations: number[]
  host: { name: string; timeZone: string }
  /** Whether the host has to accept a booking before it holds. */
  confirmation: boolean
  /** Whether the meeting is a video call, at an address, by phone … as far as Cal.com says. */
  place: 'video' | 'phone' | 'address' | 'link' | 'other'
  /** Absent when there is nothing to choose or to ask. */
  locations?: Location[]
  fields: Field[]
  /** In whole units of the currency, where it costs something. */
  price?: { amount: number; currency: string }
  /** The last day that can be booked, on the host's clocks, `2026-12-31`; absent when there is none. */
  until?: string
  consent: Consent
  /** The plain Cal.com page of this event type. */
  link: string
  contacts?: Contact[]
  /** Absent when it can be booked here. */
  notBookable?: NotBookable
}
