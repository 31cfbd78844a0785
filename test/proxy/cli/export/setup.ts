import type { Booking } from '../../../../demo/simulator/account.ts'
import { createSimulator, type EventTypeSeed, eventType, booking as stored } from '../../../../demo/simulator/index.ts'
import { type CalcomBooking, createCalcom } from '../../../../proxy/calcom/index.ts'
import { KEY } from '../../../support/proxy.ts'

/** Bookings as the real client reads them out of the simulator, one by one. */
export function read(seeds: ({ start: string } & Partial<Booking>)[], types: EventTypeSeed[] = []) {
  const simulator = createSimulator({ apiKey: KEY })
  simulator.account.eventTypes.push(...types.map(eventType))
  const bookings = seeds.map(stored)
  simulator.account.bookings.push(...bookings)
  const calcom = createCalcom({ apiKey: KEY, fetch: simulator.fetch })
  return (async function* (): AsyncGenerator<CalcomBooking> {
    for (const { uid } of bookings) yield calcom.bookings.get(uid)
  })()
}

/** All that comes, by way of the bytes of a file. */
export async function joined(chunks: AsyncIterable<string>): Promise<string> {
  const bytes: Buffer[] = []
  for await (const chunk of chunks) bytes.push(Buffer.from(chunk))
  return Buffer.concat(bytes).toString()
}
