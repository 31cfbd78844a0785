/** Recorded lines, by name, that the simulator does not answer as Cal.com did, each for a reason. */
const LEFT_OUT: [RegExp, string][] = [[/^(busy-times|calendars|selected-calendars)-/, 'Calendars are not built.']]

export const reasonFor = (name: string) => LEFT_OUT.find(([names]) => names.test(name))?.[1]
