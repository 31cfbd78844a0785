import type { Hold, Instant } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { ask, newKey } from '../requests.ts'

/**
 * The time that is kept for the visitor while he fills in the form. Whatever becomes of it, it never stands in the way
 * of a submit: the server decides then.
 */
export function holdingOf(visit: Visit) {
  // Of his own making: so he can book with it though the answer is lost, or late.
  const id = newKey()
  const release = `/v1/holds/${id}/release`
  let held: Hold | undefined
  let wanted: Instant | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

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

  /** Lets go. A booking that takes its time over needs no word of it. */
  function leave(isTold = true): void {
    if (wanted && isTold) void ask(visit, release, {})
    wanted = undefined
    keep()
  }

  /** Keeps this time, and lets go of the one before. */
  async function take(start: Instant): Promise<void> {
    const { agenda, host } = visit
    if (wanted === start || host.dryRun) return
    wanted = start
    const { slug: event, duration } = agenda.offer
    const { answer, problem } = await ask<Hold>(visit, '/v1/holds', { event, start, duration, hold: id })
    // He has gone on, or back, meanwhile.
    if (wanted !== start) return
    if (answer) keep(answer)
    // Somebody else has it: asked again, the agenda knows.
    else if (problem?.code === 'slot_taken') void agenda.refresh()
  }

  // The only message that a page can still send while it is left.
  const onHide = () => {
    if (wanted) navigator.sendBeacon(visit.api.url(release))
    // A page that is taken out of the browser's cache keeps it anew.
    wanted = undefined
  }
  visit.host.addController({
    hostConnected: () => addEventListener('pagehide', onHide),
    hostDisconnected() {
      removeEventListener('pagehide', onHide)
      leave()
    },
  })

  return {
    id,
    /** What is held now, or was at last. */
    held: () => held,
    take,
    leave,
  }
}
