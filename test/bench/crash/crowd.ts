import type { Offered } from '../fleet/calcom.ts'
import { submissionOf } from '../fleet/people.ts'
import { type Habit, type Told, visit } from './visitor.ts'

const VISITORS = 5
/** Those who come one after the other want one of so many times, so that they meet. */
const NEAR = 12
const HABITS: Habit[] = ['resend', 'ask', 'ask', 'abandon']

export interface Crowd {
  /** Those who are done. */
  told: Told[]
  /** Nobody comes any more; settles when those who came are done. */
  stop(): Promise<Told[]>
}

/** Some visitors at once, and the next one when one of them is done. */
export function letThemCome(offered: Offered[], url: () => string, patienceMs: number): Crowd {
  const told: Told[] = []
  let isOpen = true
  let visits = 0
  async function comeAndCome() {
    while (isOpen) {
      const at = visits++
      const wanted = offered[((at >> 1) * 5 + Math.floor(Math.random() * NEAR)) % offered.length] as Offered
      told.push(await visit(url, await submissionOf(wanted), HABITS[at % HABITS.length] as Habit, patienceMs))
    }
  }
  const all = Promise.all(Array.from({ length: VISITORS }, comeAndCome))
  return {
    told,
    async stop() {
      isOpen = false
      await all
      return told
    },
  }
}
