import { z } from 'zod'
import type { Heart } from '../booking/heart.ts'
import { Lang } from '../contract.ts'
import type { Entry } from '../store/store.ts'

/** What a visitor gave to cancel or move his booking, as the journal keeps it. */
const ChangeWish = z.object({
  reason: z.string().optional(),
  lang: Lang.optional(),
  /** Of a move: his hold on the new time. */
  hold: z.string().optional(),
})
export type ChangeWish = z.infer<typeof ChangeWish>

/** Of one that was erased: nothing. What is under way is done without. */
export const readChange = (wish: string | null): ChangeWish => ChangeWish.parse(JSON.parse(wish ?? '{}'))

/** Whether Cal.com has a booking that may still be moved and cancelled. */
export const isChangeable = ({ now }: Pick<Heart, 'now'>, { state, uid, start }: Entry): boolean =>
  state === 'confirmed' && uid !== null && start > now().toISOString()
