import type { Booking, ManagedBooking } from '../../proxy/contract.ts'
import { newKey, setup } from './proxy.ts'

/** The proxy with Ivan's booking in it, and what one does with its token. */
export async function setupBooked(...options: Parameters<typeof setup>) {
  const all = await setup(...options)
  const booked = await ((await all.book()).json() as Promise<Booking>)
  const at = `/v1/bookings/${booked.token}`
  const post = (path: string, body: object = {}, key = newKey()) =>
    all.app.request(at + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    })
  return {
    ...all,
    booked,
    at,
    /** The booking by its token. */
    see: async () => (await (await all.app.request(at)).json()) as ManagedBooking,
    cancel: (body?: object, key?: string) => post('/cancel', body, key),
    move: (start: string, body: object = {}, key?: string) => post('/reschedule', { start, ...body }, key),
    /** The journal's entry of the booking. */
    entry: async () => {
      const entry = await all.store.journal.find(booked.ref)
      if (!entry) throw new Error('The journal has lost it')
      return entry
    },
    /** What Cal.com has that is not off. */
    live: () => all.simulator.account.bookings.filter(({ status }) => status === 'accepted' || status === 'pending'),
    free: async () =>
      ((await (await all.app.request('/v1/slots?event=delo-40min&month=2026-11')).json()) as { slots: string[] }).slots,
    /** As Olga does it in Cal.com itself, with the simulator's key, past us. */
    byOlga: async (verb: 'cancel' | 'reschedule' | 'decline' | 'confirm', uid: string, body: object) => {
      const res = await all.simulator.fetch(`https://api.cal.com/v2/bookings/${uid}/${verb}`, {
        method: 'POST',
        headers: {
          authorization: 'Bearer cal_test_simulator',
          'cal-api-version': '2024-08-13',
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      })
      if (!res.ok) throw new Error(`Olga could not: ${await res.text()}`)
    },
  }
}

/** Free at the start, on the grid, and not where `START` is. */
export const LATER = '2026-11-26T09:00:00.000Z'
