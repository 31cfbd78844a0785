import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../proxy/store/open.node.ts'
import { postgresStore } from '../../../proxy/store/postgres.node.ts'
import { entry, minutes, NOW } from '../../support/entries.ts'
import { silenceable } from '../../support/line.ts'
import { createSchema } from '../../support/stores.ts'

const SERVER = process.env.TEST_POSTGRES_URL ?? ''

/** A store whose connections somebody else may see, keep waiting, and end. */
async function setup(patienceMs = 5_000) {
  const { url, schema } = await createSchema()
  const { url: through, silence } = await silenceable(new URL(url))
  through.searchParams.set('application_name', schema)
  const store = await postgresStore(through.href, { schema, patienceMs })
  onTestFinished(() => store.close())
  const other = new pg.Client(url)
  await other.connect()
  onTestFinished(() => other.end())
  const ofOurs = `from pg_stat_activity where application_name = '${schema}'`
  const lock = `hashtext('claims of ${schema}')`
  return {
    store,
    silence,
    block: () => other.query(`select pg_advisory_lock(${lock})`),
    unblock: () => other.query(`select pg_advisory_unlock(${lock})`),
    waiting: async () => (await other.query(`select 1 ${ofOurs} and wait_event = 'advisory'`)).rowCount,
    terminate: () => other.query(`select pg_terminate_backend(pid) ${ofOurs}`),
    take: () =>
      store.claims.take(
        {
          ...{ id: crypto.randomUUID(), kind: 'request', host: schema, address: null },
          ...{ from: minutes(60), to: minutes(100), until: minutes(5) },
        },
        { now: NOW },
      ),
  }
}

describe.runIf(SERVER)('PostgreSQL', () => {
  it('may end our connections while nobody uses them', async () => {
    const { store, terminate } = await setup()
    await Promise.all(Array.from({ length: 5 }, () => store.ping()))
    await terminate()
    const answer = () =>
      store.ping().then(
        () => 'well',
        () => 'lost',
      )
    await expect.poll(answer).toBe('well')
    expect(await store.journal.record(entry())).toBe(true)
  })

  it('may end a connection in the middle of a verb: that one fails, and the next one is done', async () => {
    const { take, block, unblock, waiting, terminate } = await setup()
    await block()
    const lost = expect(take()).rejects.toThrow()
    await expect.poll(waiting).toBe(1)
    await terminate()
    await lost
    await unblock()
    expect(await take()).toBe(true)
  })

  it('may keep a verb waiting only for so long, and what failed has left nothing behind', async () => {
    const { take, block, unblock } = await setup(200)
    await block()
    await expect(take()).rejects.toThrow('statement timeout')
    await unblock()
    expect(await take()).toBe(true)
    expect(await take()).toBe(false)
  })

  it('may fall silent: verbs fail, and none of them waits behind the silent connection afterwards', async () => {
    const { store, silence, take } = await setup(200)
    silence(true)
    const verbs = [store.ping(), take(), store.journal.record(entry())]
    const answers = await Promise.allSettled(verbs)
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    silence(false)
    expect(await take()).toBe(true)
  })

  it.each([
    ['a server that is not there', { port: '1' }, 'does not answer: nothing listens there (ECONNREFUSED)'],
    ['a database that is not there', { pathname: '/nope' }, 'does not exist on the server (3D000)'],
    ['a user it does not know', { username: 'nobody' }, 'does not let this user in (28000)'],
    [
      'a name that nobody has',
      { hostname: 'nope.invalid' },
      'does not answer: there is no server of that name (ENOTFOUND)',
    ],
  ])('is told in plain words: %s', async (_, changes, words) => {
    const url = Object.assign(new URL(SERVER), { password: 'secret' }, changes)
    await expect(openDatabase(url.href)).rejects.toThrow(`DATABASE_URL: the database ${words}.`)
  })
})
