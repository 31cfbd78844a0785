interface Meeting {
  start: string
  end: string
}

/** The pairs of meetings that share a moment. */
export function overlapsOf<T extends Meeting>(meetings: readonly T[]): [T, T][] {
  const sorted = meetings.toSorted((a, b) => (a.start < b.start ? -1 : 1))
  return sorted.flatMap((one, at) =>
    sorted
      .slice(at + 1)
      .filter((other) => other.start < one.end)
      .map((other): [T, T] => [one, other]),
  )
}
