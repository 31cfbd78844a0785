import { createSimulator } from '../../../demo/simulator/index.ts'
import { type Calcom, CalcomRefused, createCalcom } from '../../../proxy/calcom/index.ts'
import { KEY, NOW } from '../../support/proxy.ts'

/** The client over a simulator whose clock stands at `NOW`. */
export function setup({ apiKey = KEY }: { apiKey?: string } = {}) {
  const simulator = createSimulator({ apiKey: KEY })
  simulator.clock.set(NOW)
  const { fetch } = simulator
  const calcom = createCalcom({ apiKey, fetch, patience: { attempts: 1, maxWaitMs: 0 } })
  return { calcom, simulator }
}

/** How Cal.com refused: the status, and its own words. */
export async function refusal(promise: Promise<unknown>): Promise<{ status: number; reason: string }> {
  const error = await promise.catch((thrown: unknown) => thrown)
  if (!(error instanceof CalcomRefused)) throw new Error(`not refused: ${error}`)
  return { status: error.status, reason: error.reason }
}

export const OLGA = 'olgarozet'

/** The event type of 40 minutes. */
export async function mainType(calcom: Calcom) {
  const found = await calcom.eventTypes.find({ username: OLGA, eventSlug: 'delo-40min' })
  if (!found) throw new Error('no such event type')
  return found
}
