import { z } from 'zod'
import type { Lang } from './basics.ts'

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
}

/** `GET /v1/events/:slug`: what the widget needs of an event type, and nothing else of the account. */
export interface EventInfo {
  slug: string
  title: string
  /** Length in minutes; the default one, where `durations` has several. */
  duration: number
  durations: number[]
  host: { name: string; timeZone: string }
  /** Whether the host has to accept a booking before it holds. */
  confirmation: boolean
  /** Whether the meeting is a video call, at an address, by phone … as far as Cal.com says. */
  place: 'video' | 'phone' | 'address' | 'link' | 'other'
  fields: Field[]
  consent: Consent
  /** The plain Cal.com page of this event type. */
  link: string
  /** Absent when it can be booked here. */
  notBookable?: NotBookable
}
