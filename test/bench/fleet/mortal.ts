import type { Changes, Entry, Store } from '../../../proxy/store/store.ts'
import { type Point, turn } from './orders.ts'

type Verb = (...given: unknown[]) => Promise<unknown>

/** A store that takes the process with it, right before or after a verb does its work. */
export function mortal(store: Store, dieAt: Point | undefined): Store {
  if (!dieAt) return store
  const die = dying(dieAt)
  const areas = Object.entries(store).map(([area, verbs]) => [
    area,
    typeof verbs === 'function' ? verbs : mortalArea(area, verbs, die),
  ])
  return Object.fromEntries(areas)
}

function mortalArea(area: string, verbs: Record<string, Verb>, die: Die) {
  const mortalVerb = (name: string, verb: Verb): Verb => {
    return async (...given) => {
      const steps = [`${area}.${name}`, ...turnsOf(`${area}.${name}`, given)]
      die(steps, 'before')
      const answer = await verb(...given)
      if (hasDone(name, answer)) die(steps, 'after')
      return answer
    }
  }
  return Object.fromEntries(Object.entries(verbs).map(([name, verb]) => [name, mortalVerb(name, verb)]))
}

/** Whether there was anything for a verb to do. */
function hasDone(name: string, answer: unknown): boolean {
  if (Array.isArray(answer)) return answer.length > 0
  return answer !== false && !(name === 'change' && answer === undefined)
}

/** What a change of the journal turns from one state into another. */
function turnsOf(verb: string, given: unknown[]): string[] {
  if (verb === 'journal.record') return [turn((given[0] as Entry).action, 'new', (given[0] as Entry).state)]
  if (verb !== 'journal.change') return []
  const [{ action, state }, changes] = given as [Entry, Changes]
  return changes.state ? [turn(action, state, changes.state)] : []
}

/** How long a call is under way before the process ends "during" it, in ms. */
const DURING_MS = 15

/** A `fetch` that takes the process with it before a call, while it is under way, or when its answer has come. */
export function mortalFetch(fetch: typeof globalThis.fetch, dieAt: Point | undefined): typeof globalThis.fetch {
  if (!dieAt) return fetch
  const die = dying(dieAt)
  return async (input, init) => {
    const steps = [
      `${init?.method ?? 'GET'} ${new URL(String(input)).pathname.replace(/^(\/v2\/bookings\/)[^/]+/, '$1:uid')}`,
    ]
    die(steps, 'before')
    const answer = fetch(input, init)
    if (dieAt.when === 'during') setTimeout(() => die(steps, 'during'), DURING_MS)
    const response = await answer
    await response.clone().text()
    die(steps, 'after')
    return response
  }
}

type Die = (steps: string[], when: Point['when']) => void

function dying({ step, when, nth = 1 }: Point): Die {
  let left = nth
  return (steps, moment) => {
    if (moment !== when || !steps.includes(step)) return
    left--
    if (left === 0) process.kill(process.pid, 'SIGKILL')
  }
}
