import { addMonths, monthIn } from '../../proxy/offer/months.ts'
import { newKey } from '../support/proxy.ts'

interface Answer {
  status: number
  json(): Promise<unknown>
}

type Ask = (path: string, init?: { method: string; headers: Record<string, string>; body: string }) => Promise<Answer>

/** Books as the widget does, by the real clock: the last time of the next month, which no hour of today reaches. */
export async function bookNextMonth(ask: Ask, headers: Record<string, string> = {}) {
  const month = addMonths(monthIn('UTC', new Date()), 1)
  const { slots } = (await (await ask(`/v1/slots?event=delo-40min&month=${month}`)).json()) as { slots: string[] }
  const { consent } = (await (await ask('/v1/events/delo-40min')).json()) as { consent: { version: string } }
  const start = slots.at(-1)
  const { status } = await ask('/v1/bookings', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newKey(), ...headers },
    body: JSON.stringify({
      event: 'delo-40min',
      start,
      answers: { name: 'Иван', email: 'ivan@example.com' },
      timeZone: 'Europe/Moscow',
      consent: consent.version,
    }),
  })
  return { status, start }
}
