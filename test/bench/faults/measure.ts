import type { Store } from '../../../proxy/store/store.ts'
import { tryOut } from './cell.ts'
import { type Answer, COLUMNS, type Column, type Row, type Variant } from './table.ts'

/** How many cells are tried at once: most of their time they wait for answers that do not come. */
const AT_ONCE = 6

export interface CellResult {
  row: string
  column: Column
  /** What was wrong, by the way the fault came. */
  wrong: string[]
}

/** Tries every cell of some rows. `spoil`: takes away what is measured, to see it missed. */
export async function measureFaults(rows: Row[], spoil?: (store: Store) => Store): Promise<CellResult[]> {
  const cells = rows.flatMap((row) => COLUMNS.map((column) => ({ row, column })))
  const results: CellResult[] = []
  const next = cells.values()
  async function work() {
    for (const { row, column } of next)
      results.push({ row: row.name, column, wrong: await tryCell(row, column, spoil) })
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return rows.flatMap(({ name }) => results.filter((result) => result.row === name))
}

async function tryCell(row: Row, column: Column, spoil?: (store: Store) => Store): Promise<string[]> {
  const wrong: string[] = []
  for (const [variant, right] of Object.entries(row.columns[column]) as [Variant, Answer[]][]) {
    const faults = await tryOut({ row, column, variant, right }, spoil)
    wrong.push(...faults.map((fault) => `${variant}: ${fault}`))
  }
  return wrong
}
