import { expect } from 'chai'
import { all, click, fill, focused, found, type Mounted, mount, overApp, text, until } from './support.ts'

const OTHER = '2026-11-26T09:00:00.000Z'

/** Ivan's booking, on its way to another time; the event type wants to know why. */
async function moving(fetch: (app: Mounted['app']) => typeof globalThis.fetch = overApp) {
  const mounted = await mount({
    attributes: { event: 'none' },
    fetch,
    before: ({ simulator }) => {
      for (const { bookingFields } of simulator.account.eventTypes)
        for (const field of bookingFields.filter(({ slug }) => slug === 'rescheduleReason'))
          Object.assign(field, { required: true })
    },
  })
  const { token } = (await (await mounted.book()).json()) as { token: string }
  mounted.booking.event = 'delo-40min'
  mounted.booking.booking = token
  await click('[part~="move"]')
  await click('[data-day="2026-11-26"]')
  await click(`.times [data-start="${OTHER}"]`)
  await found('[name="reason"]')
  return mounted
}
const isMoved = () => until(() => text(all('.managed h2')[0]) === 'Встреча перенесена', 'that it is moved')

describe('the reason for a move', () => {
  it('must be given where the event type wants one: he is told beside it, and led there', async () => {
    const { asked, simulator } = await moving()
    const field = await found<HTMLTextAreaElement>('[name="reason"]')
    expect(field.required).to.equal(true)
    await click('[part~="confirm"]')
    await until(() => focused() === field, 'the focus on the reason')
    expect(text(all('#error-reason')[0])).to.equal('Заполните это поле')
    expect(field.getAttribute('aria-describedby')).to.equal('error-reason')
    expect(asked.filter(({ url }) => url.includes('/reschedule'))).to.have.length(0)
    fill('reason', 'Заболел')
    await click('[part~="confirm"]')
    await isMoved()
    expect(simulator.account.bookings.map(({ status }) => status)).to.deep.equal(['cancelled', 'accepted'])
  })

  it('is told to be wrong in the words of the proxy, which leave nobody without a way on', async () => {
    const fields = { reason: 'Напишите почему' }
    const body = { code: 'invalid_fields', title: 'Не всё заполнено', status: 422, fields }
    const { booking } = await moving((app) => {
      const through = overApp(app)
      return (input, init) =>
        String(input).includes('/reschedule')
          ? Promise.resolve(Response.json(body, { status: 422 }))
          : through(input, init)
    })
    const reasons: string[] = []
    booking.addEventListener('olga-fallback', ({ reason }) => reasons.push(reason))
    fill('reason', 'x')
    await click('[part~="confirm"]')
    await until(() => text(all('#error-reason')[0]) === 'Напишите почему', 'the proxy’s words')
    await until(() => focused() === all('[name="reason"]')[0], 'the focus on the reason')
    expect(reasons).to.deep.equal([])
  })
})
