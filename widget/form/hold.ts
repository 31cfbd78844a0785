import type { Hold, Instant } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { ask } from '../requests.ts'

const pathOf = ({ id }: Hold) => `/v1/holds/${id}/release`

/**
 * The time that is kept for the visitor while he fills in the form. Whatever becomes of it, it never stands in the way
 * of a submit: the server decides then.
 */
export function holdingOf(visit: Visit) {
  let held: Hold | undefined
  let wanted: Instant | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const letGo = (hold: Hold) => void ask(visit, pathOf(hold), {})

  function keep(hold?: Hold): void {
    const { agenda, host } = visit
    held = hold
    // Hidden from all others, it is free for him.
    agenda.keep(hold?.start)
    clearTimeout(timer)
    if (!hold) return
    // What is known of that day was asked for while he had the time.
    const end = () => agenda.refresh().then(() => held === hold && agenda.keep(undefined))
    timer = setTimeout(end, Date.parse(hold.until) - host.clock.getTime())
  }

  // The only message that a page can still send while it is left.
  addEventListener('pagehide', () => held && navigator.sendBeacon(visit.api.url(pathOf(held))))

  return {
    /** What is held now, or was at last. */
    held: () => held,

    /** Keeps this time, and lets go of the one before. */
    async take(start: Instant): Promise<void> {
      const { agenda, host } = visit
      if (wanted === start || host.dryRun) return
      wanted = start
      const { slug: event, duration } = agenda.offer
      const { answer, problem } = await ask<Hold>(visit, '/v1/holds', { event, start, duration, hold: held?.id })
      // Somebody else has it: asked again, the agenda knows.
      if (problem?.code === 'slot_taken') void agenda.refresh()
      if (!answer) return
      // He may have gone on, or back, meanwhile.
      if (wanted === start) keep(answer)
      else letGo(answer)
    },

    /** Lets go. A booking that takes its time over needs no word of it. */
    leave(isTold = true): void {
      if (held && isTold) letGo(held)
      wanted = undefined
      keep()
    },
  }
}
