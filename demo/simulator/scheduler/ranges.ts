/** A stretch of time in epoch milliseconds: from `start` up to, not including, `end`. */
export interface Range {
  start: number
  end: number
}

export const overlaps = (a: Range, b: Range) => a.start < b.end && b.start < a.end

export const contains = (outer: Range, inner: Range) => outer.start <= inner.start && inner.end <= outer.end

/** In order, with touching and overlapping ones made one. */
export function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else merged.push({ ...range })
  }
  return merged
}

/** What is left of `ranges` when `taken` is cut out of them. */
export function subtract(ranges: readonly Range[], taken: readonly Range[]): Range[] {
  const cuts = merge(taken)
  return ranges.flatMap((range) => {
    const left: Range[] = []
    let from = range.start
    for (const cut of cuts.filter((one) => overlaps(one, range))) {
      if (cut.start > from) left.push({ start: from, end: cut.start })
      from = Math.max(from, cut.end)
    }
    return from < range.end ? [...left, { start: from, end: range.end }] : left
  })
}

/** The part of each range inside `bounds`. */
export const clip = (ranges: readonly Range[], bounds: Range): Range[] =>
  ranges
    .map(({ start, end }) => ({ start: Math.max(start, bounds.start), end: Math.min(end, bounds.end) }))
    .filter(({ start, end }) => start < end)
