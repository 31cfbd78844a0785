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

/** Something to be done when nobody asks for it. */
interface Task {
  name: string
  do(heart: Heart): Promise<unknown>
}

export const TASKS: readonly Task[] = [
  { name: 'requests', do: requests },
  { name: 'webhooks', do: workHooks },
  { name: 'sync', do: sync },
  { name: 'messages', do: ({ notify }) => notify.work() },
  { name: 'retention', do: purge },
]

/**
 * One round of all that is due, whoever left it: requests that wait or were cut off by a crash, webhooks, messages, and
 * what is done every few minutes. What fails is logged and due again later; the rest goes on. Several instances may do
 * it at once.
 */
export async function work(heart: Heart): Promise<void> {
  await Promise.all(TASKS.map((task) => workOn(heart, task)))
}

/** One round of one task. */
export const workOn = (heart: Heart, { name, do: task }: Task): Promise<void> => attempt(heart, name, () => task(heart))

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
