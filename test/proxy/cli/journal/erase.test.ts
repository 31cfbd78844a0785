import { describe, expect, it } from 'vitest'
import { setup } from './setup.ts'

const HINT = 'Cal.com keeps its own copy, and bookings stay booked there: gate bookings list'

describe('journal erase', () => {
  it('takes a person out, with what others wrote of her, and points at what Cal.com has', async () => {
    const { run, json, store } = await setup()
    const { code, stdout, stderr } = await run(
      'erase',
      '--email',
      'Maria@example.com',
      '--phone',
      '89160000001',
      '--yes',
    )
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'Erased from 2 requests.\n' })
    expect(stderr).toBe(`${HINT} --attendee-email maria@example.com\n`)
    const [hers, , his] = await json('list')
    expect(hers).toMatchObject({ state: 'refused', code: 'erased', phone: null, given: null, dueAt: null })
    expect(hers.erasedAt).toBe('2026-11-22T12:00:00.000Z')
    expect(his).toMatchObject({ email: 'ivan@example.com', given: { answers: { guests: [] } }, erasedAt: null })
    expect(await store.journal.list({ phone: '+79160000001' })).toEqual([])
    expect((await run('list')).stdout).toMatch(/W8X9Y2Z3 .* erased +–/)
  })

  it('asks first, and says how much', async () => {
    const { run, asked, json } = await setup({ answer: 'да' })
    expect((await run('erase', '--email', 'ivan@example.com')).stdout).toBe('Erased from 2 requests.\n')
    expect(asked).toEqual(['Erase 2 requests of ivan@example.com? [y/N] '])
    expect(await json('list', '--email', 'ivan@example.com')).toEqual([])
  })

  it.each([
    ['no', 'Nothing was done.'],
    ['', 'Nothing was done.'],
    [undefined, 'This wants a yes, and there is no terminal to ask at: add --yes.'],
  ])('does nothing on: %s', async (answer, words) => {
    const { run, json } = await setup({ ...(answer !== undefined && { answer }) })
    expect(await run('erase', '--email', 'ivan@example.com')).toEqual({ code: 2, stdout: '', stderr: `${words}\n` })
    expect(await json('list', '--email', 'ivan@example.com')).toHaveLength(2)
  })

  it('tells programs how many', async () => {
    const { json } = await setup()
    expect(await json('erase', '--phone', '+79160000001', '--yes')).toEqual({ erased: 1 })
    expect(await json('erase', '--phone', '+79160000001', '--yes')).toEqual({ erased: 0 })
  })
})

describe('journal purge', () => {
  const old = {
    start: '2025-11-20T07:00:00.000Z',
    end: '2025-11-20T07:40:00.000Z',
    createdAt: '2025-11-01T07:00:00.000Z',
  }
  const requests = [
    { entry: { ...old, ref: 'OVER' }, changes: { state: 'confirmed' } as const },
    { entry: { ...old, ref: 'OPEN' }, changes: { state: 'sent' } as const },
    { entry: { ref: 'NEW' }, changes: { state: 'confirmed' } as const },
  ]

  it('deletes what ended so long ago, and asks first', async () => {
    const { run, asked, json } = await setup({ requests, answer: 'y' })
    expect((await run('purge', '--older-than', '365')).stdout).toBe('Deleted: 1 request.\n')
    expect(asked).toEqual(['Delete for good what ended before 2025-11-22 12:00 UTC? [y/N] '])
    expect((await json('list')).map(({ ref }: { ref: string }) => ref)).toEqual(['NEW', 'OPEN'])
  })

  it('leaves everything when nobody agrees', async () => {
    const { run, json } = await setup({ requests })
    expect((await run('purge', '--older-than', '0')).code).toBe(2)
    expect(await json('list')).toHaveLength(3)
    expect(await json('purge', '--older-than', '368', '--yes')).toEqual({ purged: 0 })
  })
})
