import { z } from 'zod'
import { Answer, ChosenLocation, Lang } from '../contract.ts'

/** What the visitor gave, as the journal keeps it: all that is needed to book without him. */
const Wish = z.object({
  /** By the slug of the field; checked and tidied. */
  answers: z.record(z.string(), Answer),
  /** Where he wants to meet, where he was asked. */
  location: ChosenLocation.optional(),
  timeZone: z.string(),
  lang: Lang,
  metadata: z.record(z.string(), z.string()),
  minutes: z.number(),
  /** The visitor's hold on the time. */
  hold: z.string().optional(),
})
export type Wish = z.infer<typeof Wish>

/** Throws for one that was erased: there is nothing left to book. */
export function readWish(wish: string | null): Wish {
  return Wish.parse(JSON.parse(wish ?? 'null'))
}
