import { describe } from '../log.ts'
import { proceedChange } from '../manage/proceed-change.ts'
import { workHooks } from '../reconcile/hooks.ts'
import { sync } from '../reconcile/sync.ts'
import type { Entry } from '../store/store.ts'
import { type Heart, inMs, sinceMs } from './heart.ts'
import { proceed } from './proceed.ts'
import { purge } from './retention.ts'

/** How many requests are taken up in one round. */
const MOST = 20

/** What is to be done when nobody asks for it, by name. */
const TASKS: Record<string, (heart: Heart) => Promise<unknown>> = {
  requests,
  webhooks: workHooks,
  sync,
  messages: ({ notify }) => notify.work(),
  retention: purge,
}

/**
 * One round of all that is due, whoever left it: requests that wait or were cut off by a crash, webhooks, messages, and
 * what is done every few minutes. What fails is logged and due again later; the rest goes on. Several instances may do
 * it at once.
 */
export async function work(heart: Heart): Promise<void> {
  const tasks = Object.entries(TASKS).map(([name, task]) => attempt(heart, name, () => task(heart)))
  await Promise.all(tasks)
}

/**
 * One after the other: none of them is in a hurry, and visitors want the budget. Each is taken up as its turn comes, so
 * that it has its whole lease, and other instances may take the rest.
 */
async function requests(heart: Heart): Promise<void> {
  const { store, times, now } = heart
  for (let count = 0; count < MOST; count++) {
    const [entry] = await store.journal.takeUp(now().toISOString(), inMs(heart, times.lease), 1)
    if (!entry) return
    await attempt(heart, entry.action, () => proceedWith(heart, entry))
  }
}

async function proceedWith(heart: Heart, entry: Entry): Promise<unknown> {
  try {
    return await (entry.action === 'book' ? proceed(heart, entry) : proceedChange(heart, entry))
  } catch (error) {
    if (sinceMs(heart, entry.createdAt) >= heart.times.stuck) await heart.notify.tell('stuck', entry.ref)
    throw error
  }
}

async function attempt({ log, now }: Heart, name: string, task: () => Promise<unknown>): Promise<void> {
  await task().catch((error: unknown) => log({ time: now().toISOString(), work: name, cause: describe(error) }))
}
