import { describe, expect, it } from 'vitest'
import { measureFaults } from './faults/measure.ts'
import { COLUMNS, TABLE } from './faults/table.ts'
import { spoil } from './fleet/spoil.ts'

/** Those that need no waiting. */
const quick = TABLE.filter(({ name }) => ['429', '2xx with cut JSON'].includes(name))

describe('the table of faults', () => {
  it('has fifty cells', () => {
    expect(TABLE.length * COLUMNS.length).toBe(50)
  })

  it('holds', async () => {
    const results = await measureFaults(quick)
    expect(results).toHaveLength(10)
    expect(results.filter(({ wrong }) => wrong.length)).toEqual([])
  })

  it('does not hold where nobody takes up what waits', async () => {
    const results = await measureFaults(quick, (store) => spoil(store, 'taking up'))
    expect(results.find(({ row, column }) => row === '429' && column === 'book')?.wrong).toContain(
      'once: the row stays queued',
    )
  })
})
