import { z } from 'zod'

/** Options of a select are strings; older event types have `{ label, value }`. */
const Option = z.union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)])

const Said = z.object({
  type: z.string(),
  slug: z.string(),
  isDefault: z.boolean().optional(),
  required: z.boolean().optional(),
  hidden: z.boolean().optional(),
  label: z.string().optional(),
  placeholder: z.string().optional(),
  options: z.array(Option).optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** What it begins with. */
  defaultValue: z.unknown().optional(),
  /** When it is asked, `reschedule` or `booking`; absent: always. */
  views: z
    .array(z.object({ id: z.string() }))
    .optional()
    .catch(undefined),
  /** Of a `splitName`: a name in two parts, the first of which is always required. */
  firstNameLabel: z.string().optional(),
  firstNamePlaceholder: z.string().optional(),
  lastNameLabel: z.string().optional(),
  lastNamePlaceholder: z.string().optional(),
  lastNameRequired: z.boolean().optional(),
})

/** A field that the API has no shape for: as the database holds it, where its slug is its name. */
const Wrapped = z
  .object({ type: z.literal('unknown'), bookingField: z.string() })
  .transform(({ bookingField }): z.output<typeof Said> => {
    const inside: unknown = parseJson(bookingField)
    const read = Said.safeParse({ ...Object(inside), slug: Object(inside).name })
    // What cannot be read may be required: better not booked than refused.
    return read.success ? read.data : { type: 'unknown', slug: 'unknown', required: true }
  })

export const BookingField = z.union([Wrapped, Said])
/** One question of an event type's form; `isDefault` on those that Cal.com itself gives every form. */
export type BookingField = z.output<typeof BookingField>

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
