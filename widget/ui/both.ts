import type { Instant } from '../../proxy/contract.ts'
import type { Visit } from '../controllers/visit.ts'
import { dayIn } from '../zone.ts'

/** «17:00 по Москве, накануне»: what the host's clocks show, where they differ from the visitor's. */
export function hostTime(
  { agenda, format, words }: Visit,
  start: Instant,
  host: string = agenda?.event?.host.timeZone ?? format.zone,
): string | undefined {
  const offset = format.offset(host, start)
  if (offset === format.offset(format.zone, start)) return undefined
  const [day, hostDay] = [dayIn(format.zone, start), dayIn(host, start)]
  const note = hostDay < day ? `, ${words.dayBefore}` : hostDay > day ? `, ${words.dayAfter}` : ''
  return `${format.time(start, host)} ${words.inZone(host, offset)}${note}`
}
