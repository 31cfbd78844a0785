import type { Calcom, Schedule } from '../../../calcom/index.ts'
import { NotFoundError, UsageError } from '../../errors.ts'
import { wordsOfHours, wordsOfOverride } from '../../hours.ts'
import type { Session } from '../../session.ts'
import { card } from '../../text.ts'

/** The schedule of that id, or the `default` one. Throws `UsageError`, `NotFoundError`. */
export async function pickSchedule(calcom: Calcom, wanted: string): Promise<Schedule> {
  if (/^\d+$/.test(wanted)) return calcom.schedules.get(Number(wanted))
  if (wanted !== 'default') throw new UsageError(`"${wanted}" is no schedule: write its id, or default.`)
  const found = await calcom.schedules.default()
  if (!found) throw new NotFoundError('There is no default schedule.')
  return found
}

export function showSchedule(session: Session, schedule: Schedule): Promise<void> {
  const facts = {
    ID: schedule.id,
    Name: schedule.name,
    Default: schedule.isDefault ? 'yes' : 'no',
    Zone: schedule.timeZone,
    Hours: COLUMNS.Hours(schedule),
    'Days that differ': schedule.overrides.map(wordsOfOverride).join('; ') || 'none',
  }
  return session.show(schedule, () => card(facts, session.out.paint))
}

/** Of a list of schedules. */
export const COLUMNS = {
  ID: ({ id }: Schedule) => id,
  Name: ({ name }: Schedule) => name,
  Zone: ({ timeZone }: Schedule) => timeZone,
  Default: ({ isDefault }: Schedule) => (isDefault ? 'yes' : ''),
  Hours: ({ availability }: Schedule) => availability.map(wordsOfHours).join('; ') || 'none',
}
