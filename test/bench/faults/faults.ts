import { table } from '../table.ts'
import { measureFaults } from './measure.ts'
import { COLUMNS, TABLE } from './table.ts'

/**
 * `npm run bench:faults`: every way in which Cal.com may fail, against everything a visitor may want: what he is
 * answered, what Cal.com has in the end, and how the journal row ends, compared with the table in `table.ts`. Each cell
 * is tried in several ways: the fault comes once, lasts, or takes all calls. Time limits are a fifth of what they are.
 * `--json` prints one line.
 */
const results = await measureFaults(TABLE)
const wrong = results.filter((result) => result.wrong.length > 0)
if (process.argv.includes('--json')) console.log(JSON.stringify({ cells: results.length, wrong: wrong.length }))
else {
  const mark = (row: string, column: string) =>
    wrong.some((result) => result.row === row && result.column === column) ? 'wrong' : 'right'
  const rows = TABLE.map(({ name }) => [name, ...COLUMNS.map((column) => mark(name, column))])
  console.log(table([['Cal.com …', ...COLUMNS], ...rows]))
}
for (const { row, column, wrong: faults } of wrong) console.error(`\n${row}, ${column}\n  ${faults.join('\n  ')}`)
if (wrong.length) process.exitCode = 1
