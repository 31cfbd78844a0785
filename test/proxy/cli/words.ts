/** The words of a line as a shell takes it apart, as far as one command goes: quotes count, `#`, `|` and `>` end it. */
export function words(line: string): string[] {
  const found: string[] = []
  for (const [, single, double, plain] of line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)) {
    if (plain && /^(#|\||>)/.test(plain)) break
    found.push(single ?? double ?? plain ?? '')
  }
  return found
}
