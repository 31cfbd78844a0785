import type { Budget, Cache, Consents, Marks, Purpose } from '../store.ts'
import { serialised } from './serialised.ts'
import type { Database } from './tables.ts'

export function cache({ db }: Database): Cache {
  return {
    get: (key) =>
      db.selectFrom('cache').select(['value', 'asOf']).where('key', '=', key).where('asOf', '>', '').executeTakeFirst(),

    async put(key, { value, asOf }) {
      await db
        .insertInto('cache')
        .values({ key, value, asOf, askingUntil: null })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({ value, asOf, askingUntil: null })
            // What is newer by far is from a clock that was wrong.
            .where((eb) => eb.or([eb('cache.asOf', '<=', asOf), eb('cache.asOf', '>', shifted(asOf, WINDOW_MS))])),
        )
        .execute()
    },

    async ask(key, now, until) {
      const asks = await db
        .insertInto('cache')
        .values({ key, value: '', asOf: '', askingUntil: until })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({ askingUntil: until })
            .where((eb) => eb.or([eb('cache.askingUntil', 'is', null), eb('cache.askingUntil', '<=', now)])),
        )
        .returning('key')
        .executeTakeFirst()
      return asks !== undefined
    },

    async giveUp(key) {
      await db.updateTable('cache').set({ askingUntil: null }).where('key', '=', key).execute()
    },

    async forget(before) {
      await db
        .deleteFrom('cache')
        .where('asOf', '<', before)
        // Somebody may be asking for the first time.
        .where((eb) => eb.or([eb('askingUntil', 'is', null), eb('askingUntil', '<', before)]))
        .execute()
    },
  }
}

/** Of the 100 calls that a window has room for, reads may have this many: 40 are kept for bookings. */
const FOR_READS = 60
const WINDOW_MS = 60_000

/**
 * A row for each call that a window of 60 s has room for: a row may be taken again a minute after it was taken. So no
 * 60 s ever see more calls than there are rows, whoever takes them.
 */
export function budget(database: Database): Budget {
  const { db, engine } = database
  const rows = (purpose: Purpose) => {
    const query = db.selectFrom('budget')
    // Bookings take their own first, and leave the others to reads as long as they can.
    return purpose === 'read' ? query.where('slot', '<', FOR_READS) : query.orderBy('slot', 'desc')
  }
  return {
    async take(purpose, now) {
      const free = rows(purpose)
        .select('slot')
        // What is far in the future was taken by a clock that was wrong, and would be gone until then.
        .where((eb) =>
          eb.or([eb('takenAt', '<=', shifted(now, -WINDOW_MS)), eb('takenAt', '>', shifted(now, WINDOW_MS))]),
        )
        .limit(1)
      const taken = await db
        .updateTable('budget')
        .set({ takenAt: now })
        .where('slot', '=', engine === 'postgres' ? free.forUpdate().skipLocked() : free)
        .returning('slot')
        .executeTakeFirst()
      if (taken) return { taken: true }
      const first = await rows(purpose).clearOrderBy().select('takenAt').orderBy('takenAt').limit(1).executeTakeFirst()
      return { taken: false, freeAt: shifted(first?.takenAt ?? now, WINDOW_MS) }
    },

    async block(now) {
      // One at a time: in PostgreSQL two that lock all rows may wait for each other.
      await serialised(database, 'budget', (one) =>
        one.updateTable('budget').set({ takenAt: now }).where('takenAt', '<', now).execute(),
      )
    },
  }
}

const shifted = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString()

export function consents({ db }: Database): Consents {
  return {
    async keep(consent) {
      await db
        .insertInto('consents')
        .values(consent)
        .onConflict((conflict) => conflict.column('version').doNothing())
        .execute()
    },
    list: () => db.selectFrom('consents').selectAll().orderBy('since').execute(),
  }
}

export function marks({ db }: Database): Marks {
  return {
    async get(name) {
      const mark = await db.selectFrom('marks').select('value').where('name', '=', name).executeTakeFirst()
      return mark?.value
    },

    async set(name, value) {
      await db
        .insertInto('marks')
        .values({ name, value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute()
    },

    async turn(name, now, next) {
      const mine = await db
        .insertInto('marks')
        .values({ name, value: next })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ value: next })
            // Later than the next turn: the clock was wrong when that was written.
            .where((eb) => eb.or([eb('marks.value', '<=', now), eb('marks.value', '>', next)])),
        )
        .returning('name')
        .executeTakeFirst()
      return mine !== undefined
    },
  }
}
