import { styleText } from 'node:util'
import stringWidth from 'string-width'

export type Style = Parameters<typeof styleText>[0]
export type Paint = (style: Style, text: string) => string

/** NO_COLOR wins over FORCE_COLOR, and both over whether a person looks. */
export function createPaint(env: Record<string, string | undefined>, isTTY: boolean): Paint {
  const { NO_COLOR, FORCE_COLOR, TERM } = env
  const isForced = FORCE_COLOR !== undefined && !['0', 'false'].includes(FORCE_COLOR)
  const isOn = !NO_COLOR && (FORCE_COLOR === undefined ? isTTY && TERM !== 'dumb' : isForced)
  return (style, text) => (isOn ? styleText(style, text, { validateStream: false }) : text)
}

/** One line that cannot steer the terminal: names of attendees and titles are whatever a stranger typed. */
export const plain = (text: string) => text.replace(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, ' ').trim()

/** A cell of a table, coloured or not. */
export type Cell = string | number | [Style, string]

const parts = (cell: Cell): [Style | undefined, string] =>
  Array.isArray(cell) ? [cell[0], plain(cell[1])] : [undefined, plain(String(cell))]

/** A table with a row per item and a column per entry of `columns`. */
export function table<T>(items: T[], columns: Record<string, (item: T) => Cell>, paint: Paint): string {
  const read = Object.values(columns)
  const head = Object.keys(columns).map((title): Cell => ['bold', title])
  return align([head, ...items.map((item) => read.map((of) => of(item)))], paint)
}

/** What is known of one thing, a line each. */
export const card = (facts: Record<string, Cell | undefined>, paint: Paint): string =>
  align(
    Object.entries(facts).flatMap(([name, fact]) => (fact === undefined ? [] : [[['dim', name] as Cell, fact]])),
    paint,
  )

function align(rows: Cell[][], paint: Paint): string {
  const cells = rows.map((row) => row.map(parts))
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...cells.map((row) => stringWidth(row[at]?.[1] ?? ''))))
  const fill = (text: string, at: number) => ' '.repeat(Math.max(0, (widths[at] ?? 0) - stringWidth(text)))
  return cells
    .map((row) => row.map(([style, text], at) => (style ? paint(style, text) : text) + fill(text, at)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n')
}

/** `1 booking`, `2 bookings`. */
export const count = (number: number, one: string) => `${number} ${number === 1 ? one : `${one}s`}`
