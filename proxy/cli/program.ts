import { Option } from '@commander-js/extra-typings'
import type { Area, Open } from './area.ts'
import { bookingsArea } from './areas/bookings/index.ts'
import { calendarsArea } from './areas/calendars.ts'
import { checkVerb } from './areas/check.ts'
import { eventTypesArea } from './areas/event-types/index.ts'
import { keyArea } from './areas/key.ts'
import { meArea } from './areas/me.ts'
import { reservationsArea } from './areas/reservations.ts'
import { schedulesArea } from './areas/schedules/index.ts'
import { slotsArea } from './areas/slots.ts'
import { webhooksArea } from './areas/webhooks/index.ts'
import { commandOver, runCommand } from './command.ts'
import type { Exit } from './errors.ts'
import type { GateIo } from './io.ts'
import { Out } from './out.ts'
import { Session } from './session.ts'

/** The command line over Cal.com. */
export interface Gate {
  /** Runs one command, `['bookings', 'list', '--json']`, and answers what the process ends with. */
  run(argv: string[]): Promise<Exit>
}

const AREAS: Area[] = [
  ...[checkVerb, keyArea, meArea, eventTypesArea, bookingsArea, schedulesArea],
  ...[slotsArea, reservationsArea, webhooksArea, calendarsArea],
]

const HELP = `
Examples:
  gate check                                     is all as the booking widget needs it?
  gate bookings list --status upcoming           who comes
  gate bookings cancel <uid> --reason "…"        asks before it does
  gate slots list --event delo-40min --from 2026-12-01 --to 2026-12-05
  gate schedules set default --hours "Mon-Fri 10:00-18:00" --close 2027-01-01
  gate bookings list --json | jq '.[].uid'       plain JSON for programs

The key: of --credentials, else of CAL_API_KEY, else of .gates/calcom/credentials.json (chmod 600).
CAL_API_URL names another Cal.com. A day, or a time without a zone, is meant in the account's zone.

Exit codes: 0 done · 1 refused by Cal.com, or something is to be done · 2 not typed right, or not agreed to
            3 no answer from Cal.com, or none that can be read`

/** The gate over what it has of the world. */
export function createGate(io: GateIo): Gate {
  return {
    run(argv) {
      const out = new Out(io)
      return runCommand(createProgram(io, out), out, argv)
    },
  }
}

function createProgram(io: GateIo, out: Out) {
  const program = commandOver(io, 'gate')
    .description('Cal.com from the command line: gate <area> <verb>')
    .option('--json', 'JSON on stdout, and nothing else')
    .option('--dry-run', 'print the request that would be sent, as JSON, and do not send it')
    .option('-y, --yes', 'do not ask before delete, cancel and decline')
    .addOption(new Option('--credentials <file>', 'JSON with api_key, readable by you alone'))
    .addHelpText('after', HELP)
  const open: Open = () => Session.open(io, out, program.opts())
  for (const area of AREAS) area(program, open)
  return program
}
