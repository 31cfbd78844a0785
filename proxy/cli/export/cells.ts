/** Of UTF-8: Excel asks for it. */
export const MARK = '\uFEFF'

/** Writes cells as a line of a table that Excel opens as it is, with nothing in it that could run as a formula. */
export const lineOf = (between: string) => (cells: string[]) =>
  `${cells.map((cell) => quoted(harmless(cell))).join(between)}\r\n`

// Excel would run `=…` and turn +79161234567 into a number; after an apostrophe both stay a text, and readable.
const harmless = (cell: string) => (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string) => (/[",;\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** `2026-12-01 10:00`, which Excel takes for a time in any language. */
export function localTime(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return (instant) => format.format(new Date(instant))
}
