import { inspect } from 'node:util'

/**
 * All that anybody could print of a value: its text, stack, JSON, and what it holds, hidden or not, down to the last
 * cause.
 */
export function shown(value: unknown): string {
  const causes: unknown[] = []
  for (let one = value; one instanceof Error && !causes.includes(one); one = one.cause) causes.push(one)
  return [value, ...causes]
    .flatMap((one) => [
      String(one),
      JSON.stringify(one) ?? '',
      inspect(one, { depth: Infinity, showHidden: true, getters: true }),
      ...(one instanceof Error ? [one.message, one.stack ?? ''] : []),
    ])
    .join('\n')
}
