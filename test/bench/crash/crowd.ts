import type { Offered } from '../fleet/calcom.ts'
import { changeOf, submissionOf } from '../fleet/people.ts'
import { type Habit, insist, type Told } from './visitor.ts'

const VISITORS = 8
/** Those who come one after the other want one of so many times, so that they meet. */
const NEAR = 16
const HABITS: Habit[] = ['resend', 'ask', 'ask', 'abandon']
/** What they do once they are booked, one after the other. */
const PLANS = ['cancel', 'move', 'move', 'cancel', 'stay'] as const

/** What a visitor wanted, and was told. */
export interface Story {
  start: string
  booking: Told
  /** What he wanted then, had he been booked. Without a `start`: to cancel. */
  change?: { start?: string; told: Told }
}

export interface Crowd {
  /** Of those who are done. */
  stories: Story[]
  /** Nobody comes any more; settles when those who came are done. */
  stop(): Promise<Story[]>
}

/** Some visitors at once, and the next one when one of them is done. `url`: where the proxy is now. */
export function letThemCome(offered: Offered[], url: () => string, patienceMs: number): Crowd {
  const stories: Story[] = []
  let isOpen = true
  let visits = 0
  const near = (at: number) => offered[((at >> 1) * 5 + Math.floor(Math.random() * NEAR)) % offered.length] as Offered
  async function visit(at: number): Promise<Story> {
    const habit = HABITS[at % HABITS.length] as Habit
    const wanted = near(at)
    const booking = await insist(url, await submissionOf(wanted), habit, patienceMs)
    const plan = PLANS[at % PLANS.length]
    if (booking.is !== 'done' || plan === 'stay') return { start: wanted.start, booking }
    const start = plan === 'move' ? near(at).start : undefined
    const told = await insist(url, changeOf(booking.token ?? '', start), habit, patienceMs)
    return { start: wanted.start, booking, change: { ...(start && { start }), told } }
  }
  async function comeAndCome() {
    while (isOpen) stories.push(await visit(visits++))
  }
  const all = Promise.all(Array.from({ length: VISITORS }, comeAndCome))
  return {
    stories,
    async stop() {
      isOpen = false
      await all
      return stories
    },
  }
}
