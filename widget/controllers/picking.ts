import type { Instant } from '../../proxy/contract.ts'
import { codeOf } from '../api.ts'
import { addMonths, type Day, type Month, monthOf } from '../day.ts'
import { announce } from '../events.ts'
import { dayIn } from '../zone.ts'
import type { Visit } from './visit.ts'

/** Where the focus belongs after a move: on the day that Tab reaches, the first time of a list, or on the way on. */
export const GRID = ['[data-day][tabindex="0"]', '.times [data-start]', '[part~="retry"]', '[part~="link"]']

/** How far ahead he may look. */
const HORIZON_MONTHS = 12

/** How many days a list shows at first. */
export const FEW_DAYS = 3

/** To another month. */
export async function turn(visit: Visit, month: Month): Promise<void> {
  const { agenda } = visit
  const show = () => visit.go({ step: 'pick', month, day: freeDaysIn(month, visit)[0] })
  const isShown = () => !agenda.closed && visit.flow.step === 'pick' && visit.flow.month === month
  visit.listed = FEW_DAYS
  show()
  if (agenda.get(month)) return
  await agenda.load(month).then(
    () => isShown() && show(),
    (error: unknown) => isShown() && visit.miss(codeOf(error), 'unavailable'),
  )
}

/** The days of a month that are known to have a free time; none until all of the month is known. */
export function freeDaysIn(month: Month, { agenda, days }: Visit): Day[] {
  // The hours that its neighbour knows of it would pass for all of it.
  return agenda.get(month) ? [...days.keys()].filter((day) => monthOf(day) === month) : []
}

/** Months that have gone are not shown, nor those beyond a year. */
export function isOpen(month: Month, { format, host }: Visit): boolean {
  const first = monthOf(dayIn(format.zone, host.clock))
  return month >= first && month <= addMonths(first, HORIZON_MONTHS)
}

/** He may be about to turn there. */
export function intend({ agenda }: Visit, month: Month): void {
  if (!agenda.get(month)) agenda.load(month).catch(() => undefined)
}

export function pickDay(visit: Visit, day: Day): void {
  visit.lead()
  visit.cursor = day
  visit.go({ step: 'pick', month: monthOf(day), day })
  announce(visit.host, 'day', { day })
}

export function pickTime(visit: Visit, start: Instant): void {
  const day = dayIn(visit.format.zone, start)
  // What was said of another time is no more true.
  visit.state = undefined
  visit.go({ step: 'details', month: monthOf(day), day, start })
  visit.lead('.step h3')
  announce(visit.host, 'slot', { start })
  void visit.later.load()
}

/** With an arrow key. */
export function moveTo(visit: Visit, day: Day): void {
  const { flow } = visit
  const month = monthOf(day)
  if (flow.step !== 'pick' || !isOpen(month, visit)) return
  if (month !== flow.month) void turn(visit, month)
  visit.cursor = day
  visit.lead(`[data-day="${day}"]`)
  visit.host.requestUpdate()
}
