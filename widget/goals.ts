import type { Visit } from './controllers/visit.ts'
import type { MomentEvent, Moments } from './events.ts'

declare global {
  interface Window {
    /** Yandex.Metrika, where the page has it. */
    ym?: (counter: number, action: 'reachGoal', goal: string, about?: object) => void
    /** Google Tag Manager's list, where the page has it. */
    dataLayer?: object[]
  }
}

/** The moments that are worth a goal; success is told apart by how the booking stands. */
const MOMENTS: (keyof Moments)[] = ['ready', 'slot', 'submit', 'booked', 'rescheduled', 'cancelled', 'fallback']

/** Tells the page's analytics what happens, without a word about the person. */
export function tellGoals(visit: Visit): void {
  const { host } = visit
  const tell = (goal: string, reason?: string) => {
    const name = host.goals + goal
    const about = { meeting: visit.agenda?.offer.slug, ...(reason && { reason }) }
    if (host.metrika) window.ym?.(Number(host.metrika), 'reachGoal', name, about)
    window.dataLayer?.push({ event: name, ...about })
  }
  // The code for this mostly comes after these moments.
  const { flow } = visit
  if (/pick|details/.test(flow.step)) tell('ready')
  if (flow.step === 'details') tell('slot')
  if (flow.step === 'away') tell('fallback', flow.reason)
  for (const moment of MOMENTS) {
    host.addEventListener(`olga-${moment}`, (event) => {
      const { reason, status = 'accepted' } = event as Partial<MomentEvent<'fallback'> & MomentEvent<'booked'>>
      if (!event.defaultPrevented) tell(moment !== 'booked' || status === 'accepted' ? moment : status, reason)
    })
  }
}
