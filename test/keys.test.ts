import { describe, expect, it } from 'vitest'
import { watchForKeys } from './support/keys.ts'
import { KEY } from './support/proxy.ts'

function foundIn(...pieces: string[]) {
  const watch = watchForKeys()
  for (const piece of pieces) watch.see(piece)
  return watch.found()
}

// No title names a key: titles are part of the output that is watched.
describe('the watch over the output of the tests', () => {
  it.each([
    ['a key of the tests', KEY],
    ['a real one', `cal_live_${'0a1b2c3d'.repeat(4)}`],
    ['an older one', `cal_${'0a1b2c3d'.repeat(4)}`],
  ])('finds %s, and does not repeat it', (_, key) => {
    const found = foundIn(`Authorization: Bearer ${key}\n`)
    expect(found).toHaveLength(1)
    expect(found.join()).not.toContain(key)
  })

  it('finds one that comes in two pieces', () => {
    expect(foundIn('x'.repeat(500) + KEY.slice(0, 4), `${KEY.slice(4)}, and more`)).toHaveLength(1)
  })

  it('leaves the word alone', () => {
    expect(foundIn('set CAL_API_KEY=cal_live_… or cal_test_…; calcom_bookings; cal_days')).toEqual([])
  })
})
