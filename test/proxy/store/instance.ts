import { once } from 'node:events'
import { sqliteStore } from '../../../proxy/store/sqlite.node.ts'
import { entry, limits, minutes, NOW } from '../../support/entries.ts'

/**
 * An instance of its own: says when it is ready, and at the first word on its input opens a file and tries, many times
 * at once, to get what only one may have. Then it tells what it got.
 */
console.log('ready')
await once(process.stdin, 'data')
const store = await sqliteStore(process.argv[2] ?? '')

const claim = (index: number) => ({
  ...({ id: crypto.randomUUID(), kind: 'request', host: 'olgarozet', until: minutes(5), address: null } as const),
  ...{ from: minutes(60 + index), to: minutes(100) },
})
const one = () => entry({ keyHash: 'one', email: 'maria@example.com' })
const few = limits({ contact: { email: 'ivan@example.com', phone: null, most: 3 } })

/** How often it was done, of so many times at once. */
async function won(count: number, act: (index: number) => Promise<boolean>): Promise<number> {
  const answers = await Promise.all(Array.from({ length: count }, (_, index) => act(index)))
  return answers.filter(Boolean).length
}

const got = {
  claims: await won(8, (index) => store.claims.take(claim(index), { now: NOW })),
  keys: await won(4, () => store.journal.record(one())),
  limited: await won(8, () => store.journal.record(entry(), few)),
  calls: await won(30, async () => (await store.budget.take('booking', NOW)).taken),
}
console.log(JSON.stringify(got))
await store.close()
process.exit()
