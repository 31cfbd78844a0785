import type { ChosenLocation, EventInfo, Fault } from '../contract.ts'
import { asksMore } from '../offer/locations.ts'
import { toPhone } from './answers.ts'

/** A place that is on offer, tidied, where any is to be chosen; or what is wrong, as `location…`. */
export type CheckedLocation =
  | { location: ChosenLocation | undefined; faults?: undefined }
  | { location?: undefined; faults: Record<string, Fault> }

/**
 * Checks where the visitor wants to meet against what his event type asks. Cal.com itself would take a phone of `123`.
 */
export function checkLocation(offered: EventInfo['locations'], chosen: ChosenLocation | undefined): CheckedLocation {
  if (!offered && !chosen) return { location: undefined }
  if (!chosen) return { faults: { location: 'required' } }
  const type = offered?.find(({ id }) => id === chosen.id)?.type
  if (!type) return { faults: { 'location.id': 'option' } }
  if (!asksMore(type)) return { location: { id: chosen.id } }
  if (!chosen.value) return { faults: { 'location.value': 'required' } }
  const value = type === 'attendeePhone' ? toPhone(chosen.value) : chosen.value
  return value ? { location: { id: chosen.id, value } } : { faults: { 'location.value': 'phone' } }
}
