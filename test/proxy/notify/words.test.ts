import { describe, expect, it } from 'vitest'
import { firstName, readNotice } from '../../../proxy/notify/notice.ts'
import type { Kind } from '../../../proxy/notify/notify.ts'
import { sqliteStore } from '../../../proxy/store/sqlite.node.ts'
import type { Entry } from '../../../proxy/store/store.ts'
import { PERSON, record, UNTOLD } from './setup.ts'

async function told(kind: Kind, changes: Partial<Entry> = {}, zone = 'Europe/Moscow') {
  const store = await sqliteStore(':memory:')
  return readNotice(store, kind, await record(store, changes), zone)
}

describe('the words to the owner', () => {
  it('say who, when, what, and what to do', async () => {
    const notice = await told('queued', { state: 'queued' })
    expect(notice).toMatchObject({ kind: 'queued', ref: 'ABCD2345', event: 'delo-40min', name: 'Мария' })
    expect(notice?.subject).toBe('Заявка ABCD2345: календарь не отвечает')
    expect(notice?.text).toBe(
      [
        'Заявка ABCD2345: Мария, среда, 25 ноября, 10:00 (Москва), «40 минут с Ольгой Розет».',
        'Календарь не отвечает. Попробую записать гостя ещё раз сам, пока ничего делать не нужно.',
        'Контакты: npm run journal -- show ABCD2345',
      ].join('\n'),
    )
  })

  it('name the zone of the clocks they go by', async () => {
    expect((await told('stuck', {}, 'Asia/Yekaterinburg'))?.text).toContain('среда, 25 ноября, 12:00 (Екатеринбург)')
  })

  it.each([
    ['slot_taken', 'это время успели занять'],
    ['too_late', 'календарь молчал до последнего'],
    ['upstream_unavailable', 'календарь отказал'],
  ])('say why it was refused: %s', async (code, reason) => {
    expect((await told('refused', { state: 'refused', code }))?.text).toContain(
      `Не получилось записать гостя: ${reason}.`,
    )
  })

  it.each<Kind>(['queued', 'refused', 'conflict', 'stuck'])(
    'hold no more of a person than the first name: %s',
    async (kind) => {
      expect(JSON.stringify(await told(kind, kind === 'refused' ? { state: kind } : {}))).not.toMatch(UNTOLD)
    },
  )

  it.each<[Kind, string]>([
    ['queued', 'confirmed'],
    ['stuck', 'confirmed'],
  ])('say that it is all right by now: %s, then %s', async (kind, state) => {
    const notice = await told(kind, { state: state as Entry['state'] })
    expect(notice?.text).toContain('теперь всё сделано')
    expect(notice?.text).not.toContain('Попробую')
  })

  it('do without a name once it is erased', async () => {
    const store = await sqliteStore(':memory:')
    const ref = await record(store)
    await store.journal.erase({ email: PERSON.answers.email }, '2026-11-22T12:00:00.000Z')
    const notice = await readNotice(store, 'refused', ref, 'Europe/Moscow')
    expect(notice?.name).toBeNull()
    expect(notice?.text).toContain('Заявка ABCD2345: имя удалено, среда')
    expect(notice?.text).not.toContain('journal')
  })

  it('take the name of who moves a booking from the booking', async () => {
    const store = await sqliteStore(':memory:')
    await record(store)
    const move = {
      ref: 'MVNG2345',
      action: 'move',
      of: 'ABCD2345',
      wish: '{}',
      start: '2026-11-26T08:00:00.000Z',
    } as const
    const notice = await readNotice(store, 'stuck', await record(store, move), 'Europe/Moscow')
    expect(notice?.subject).toBe('Перенос MVNG2345: чем кончилось, неизвестно')
    expect(notice?.text).toContain('Перенос MVNG2345: Мария, четверг, 26 ноября, 11:00 (Москва)')
    expect(notice?.text).toContain('получилось ли перенести встречу')
  })
})

describe('the first name', () => {
  const wishOf = (name: unknown) => JSON.stringify({ answers: { name } })

  it.each([
    ['Иван Петров', 'Иван'],
    ['  Анна-Мария фон Берг', 'Анна-Мария'],
    ['O’Neil', 'O’Neil'],
    ['Иван', 'Иван'],
    [{ firstName: 'Иван', lastName: 'Петров' }, 'Иван'],
    ['ivan@example.com', null],
    ['+79161234567', null],
    ['https://evil.example.com', null],
    ['', null],
    [undefined, null],
  ])('in %j is %s', (name, first) => {
    expect(firstName(wishOf(name))).toBe(first)
  })

  it('of nobody is none', () => {
    expect(firstName(null)).toBeNull()
    expect(firstName('{}')).toBeNull()
  })
})
