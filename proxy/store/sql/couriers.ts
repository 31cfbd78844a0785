import type { Inbox, Messages } from '../store.ts'
import { isDue } from './due.ts'
import type { Database } from './tables.ts'

export function inbox(database: Database): Inbox {
  const { db } = database
  return {
    async add(hook) {
      const added = await db
        .insertInto('inbox')
        .values({ ...hook, dueAt: hook.receivedAt })
        .onConflict((conflict) => conflict.column('digest').doNothing())
        .returning('digest')
        .executeTakeFirst()
      return added !== undefined
    },

    takeUp: (now, until, most) =>
      db
        .updateTable('inbox')
        .set({ dueAt: until })
        .where(isDue(database, 'inbox', 'digest', now, most))
        .returning(['digest', 'trigger', 'uid', 'formerUid', 'receivedAt'])
        .execute(),

    async done(digest) {
      await db
        .updateTable('inbox')
        .set({ dueAt: null, uid: null, formerUid: null })
        .where('digest', '=', digest)
        .execute()
    },

    async forget(before) {
      await db.deleteFrom('inbox').where('dueAt', 'is', null).where('receivedAt', '<', before).execute()
    },
  }
}

export function messages(database: Database): Messages {
  const { db } = database
  return {
    async add(list) {
      if (!list.length) return
      await db
        .insertInto('messages')
        .values(list.map((message) => ({ ...message, dueAt: message.createdAt, sentAt: null })))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
    },

    takeUp: (now, until, most) =>
      db
        .updateTable('messages')
        .set((eb) => ({ dueAt: until, attempts: eb('attempts', '+', 1) }))
        .where(isDue(database, 'messages', 'id', now, most))
        .returning(['id', 'kind', 'ref', 'channel', 'attempts', 'createdAt'])
        .execute(),

    async sent(id, now) {
      await db.updateTable('messages').set({ sentAt: now, dueAt: null }).where('id', '=', id).execute()
    },

    async retry(id, dueAt) {
      await db.updateTable('messages').set({ dueAt }).where('id', '=', id).execute()
    },

    async forget(before) {
      await db.deleteFrom('messages').where('dueAt', 'is', null).where('createdAt', '<', before).execute()
    },
  }
}
