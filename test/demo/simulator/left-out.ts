/** Recorded lines, by name, that the simulator does not answer as Cal.com did, each for a reason. */
const LEFT_OUT: [RegExp, string][] = [
  [/^(calendars-ics|selected-calendars)-/, 'Calendars are connected on Cal.com’s pages; nothing here does it by API.'],
]

export const reasonFor = (name: string) => LEFT_OUT.find(([names]) => names.test(name))?.[1]
