/** What a page can hear of a booking. */
export const TYPES = [
  'olga-ready',
  'olga-day',
  'olga-slot',
  'olga-submit',
  'olga-error',
  'olga-fallback',
  'olga-booked',
] as const

/** All that the page hears from now on. The listeners go with the element. */
export function listen(target: HTMLElement): Event[] {
  const heard: Event[] = []
  for (const type of TYPES) target.addEventListener(type, (event) => heard.push(event))
  return heard
}
