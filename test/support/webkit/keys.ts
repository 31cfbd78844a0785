/** What WebDriver calls the keys that write nothing. */
const CODES: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
}

/** A key as WebDriver knows it, by its name in the page: `ArrowLeft`, or `a`. */
export function keyCode(key: string): string {
  const code = CODES[key] ?? key
  if ([...code].length !== 1) throw new Error(`WebKit is not told how to press ${key}.`)
  return code
}
