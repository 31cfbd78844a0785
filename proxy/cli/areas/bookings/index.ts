import { type Area, examples } from '../../area.ts'
import { createVerb } from './create.ts'
import { exportVerb } from './export.ts'
import { listVerb } from './list.ts'
import { moveVerbs } from './move.ts'
import { showVerb } from './show.ts'

/** `gate bookings`: who comes, and when. */
export const bookingsArea: Area = (program, open) => {
  const bookings = program
    .command('bookings')
    .description('who comes, and when')
    .addHelpText(
      'after',
      examples(
        'gate bookings list --status upcoming',
        'gate bookings reschedule <uid> --start "2026-12-02 11:00"',
        'gate bookings cancel <uid> --reason "…"',
      ),
    )
  for (const verb of [listVerb, showVerb, createVerb, moveVerbs, exportVerb]) verb(bookings, open)
}
