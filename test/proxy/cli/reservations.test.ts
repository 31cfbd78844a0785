import { describe, expect, it } from 'vitest'
import { setup } from './setup.ts'

const TIME = ['--event', 'delo-40min', '--start', '2026-11-25 10:00']

async function reserved() {
  const gate = await setup({ answer: 'да' })
  const { reservationUid } = (await gate.json('reservations', 'create', ...TIME)) as { reservationUid: string }
  return { ...gate, uid: reservationUid }
}

describe('reservations', () => {
  it('hide a time for so many minutes', async () => {
    const { run } = await setup()
    const { code, stdout } = await run('reservations', 'create', ...TIME, '--for', '10')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Hidden +Wed 2026-11-25 10:00–10:40$/m)
    expect(stdout).toMatch(/^Until +Sun 2026-11-22 15:10$/m)
    expect(stdout).toMatch(/^Zone +Europe\/Moscow \(the account's zone\)$/m)
  })

  it('are shown, moved and deleted', async () => {
    const { json, run, uid, asked, simulator } = await reserved()
    expect(await json('reservations', 'show', uid)).toMatchObject({ slotStart: '2026-11-25T07:00:00.000Z' })
    const to = ['--event', '3', '--start', '2026-11-25 11:20']
    expect(await json('reservations', 'update', uid, ...to)).toMatchObject({ slotStart: '2026-11-25T08:20:00.000Z' })
    expect((await run('reservations', 'delete', uid)).code).toBe(0)
    expect(asked).toEqual(['Delete the reservation? [y/N] '])
    expect(simulator.account.reservations).toEqual([])
  })

  it('that are not there are told', async () => {
    const { run } = await setup()
    const { code, stderr } = await run('reservations', 'show', 'nope')
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'There is no such reservation, or it has run out.\n' })
  })
})
