import type { FallbackEvent } from './events.ts'
import type { Settings } from './settings.ts'
import type { BookingEvent } from './submit-events.ts'

declare global {
  interface Window {
    /** Yandex.Metrika, where the page has it. */
    ym?: (counter: number, action: 'reachGoal', goal: string, about?: object) => void
    /** Google Tag Manager's list, where the page has it. */
    dataLayer?: object[]
  }
}

/** The moments that are worth a goal; success is told apart by how the booking stands. */
const MOMENTS = ['slot', 'submit', 'booked', 'rescheduled', 'cancelled', 'fallback']

/** Tells the page's analytics what happens, without a word about the person. */
export function tellGoals(host: Settings): void {
  const tell = (goal: string, reason?: string) => {
    const name = host.goals + goal
    const about = { meeting: host.event, ...(reason && { reason }) }
    if (host.metrika) window.ym?.(Number(host.metrika), 'reachGoal', name, about)
    window.dataLayer?.push({ event: name, ...about })
  }
  // The code for this comes right after that moment.
  tell('ready')
  for (const moment of MOMENTS) {
    host.addEventListener(`olga-${moment}`, (event) => {
      const { reason, status = 'accepted' } = event as Partial<FallbackEvent & BookingEvent>
      if (!event.defaultPrevented) tell(moment !== 'booked' || status === 'accepted' ? moment : status, reason)
    })
  }
}
