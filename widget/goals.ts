import type { FallbackEvent } from './events.ts'
import type { Settings } from './settings.ts'
import type { BookedEvent } from './submit-events.ts'

declare global {
  interface Window {
    /** Yandex.Metrika, where the page has it. */
    ym?: (counter: number, action: 'reachGoal', goal: string, about?: object) => void
    /** Google Tag Manager's list, where the page has it. */
    dataLayer?: object[]
  }
}

/** The moments that are worth a goal, by the event that tells them. Success is told apart by how the booking stands. */
const GOALS: Record<string, (event: Event) => string> = {
  'olga-slot': () => 'slot',
  'olga-submit': () => 'submit',
  'olga-booked': (event) =>
    ({ accepted: 'booked', pending: 'pending' })[(event as BookedEvent).status as string] ?? 'queued',
  'olga-rescheduled': () => 'rescheduled',
  'olga-cancelled': () => 'cancelled',
  'olga-fallback': () => 'fallback',
}

/** Tells the page's analytics what happens, without a word about the person. */
export function tellGoals(host: Settings): void {
  const tell = (goal: string, about: object = {}) => {
    const name = host.goals + goal
    if (host.metrika) window.ym?.(Number(host.metrika), 'reachGoal', name, about)
    window.dataLayer?.push({ event: name, ...about })
  }
  // The code for this comes right after that moment.
  tell('ready', { meeting: host.event })
  for (const [type, goalOf] of Object.entries(GOALS)) {
    host.addEventListener(type, (event) => {
      const { reason } = event as Partial<FallbackEvent>
      if (!event.defaultPrevented) tell(goalOf(event), { meeting: host.event, ...(reason && { reason }) })
    })
  }
}
