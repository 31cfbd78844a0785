import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import {
  all,
  click,
  contacts,
  day,
  focused,
  found,
  linked,
  type Mounted,
  mount,
  pageText,
  text,
  until,
} from './support.ts'

/** A page that is opened with the token of a booking. */
async function opened({
  before,
  attributes = {},
  token,
}: {
  before?: (parts: Mounted) => void
  attributes?: Record<string, string>
  token?: string
} = {}) {
  const mounted = await mount({ attributes: { event: 'none' } })
  const made = await (await mounted.book()).json()
  mounted.simulator.clock.advance(5_000)
  before?.(mounted)
  for (const [name, value] of Object.entries({ event: 'delo-40min', ...attributes }))
    mounted.booking.setAttribute(name, value)
  mounted.booking.booking = token ?? made.token
  return { ...mounted, ref: made.ref as string }
}

const heading = () => text(all('.managed h2')[0])
const isShown = (title: string) => until(() => heading() === title, title)
const OTHER = '2026-11-26T09:00:00.000Z'

describe('a booking, opened by its token', () => {
  it('F060 is shown: what, when, and what can be done', async () => {
    const { ref } = await opened()
    await isShown('Ваша запись')
    expect(focused()).to.equal(all('.managed h2')[0])
    expect(pageText()).to.contain('среда, 25 ноября 10:00–10:40 по Москве')
    expect(pageText()).to.contain(ref)
    expect(all('.managed .others button').map(text)).to.deep.equal(['Перенести', 'Отменить запись'])
  })

  it('F051 is cancelled when he has said so twice, with his reason', async () => {
    const { booking, simulator } = await opened()
    const told: string[] = []
    booking.addEventListener('olga-cancelled', ({ ref, status }) => told.push(`${ref} ${status}`))
    await click('[part~="cancel"]')
    await isShown('Отменить встречу?')
    expect(simulator.account.bookings[0]?.status).to.equal('accepted')
    const field = await found<HTMLTextAreaElement>('[name="reason"]')
    field.value = 'Заболел'
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await click('[part~="confirm"]')
    await isShown('Запись отменена')
    expect(focused()).to.equal(all('.managed h2')[0])
    expect(simulator.account.bookings[0]).to.include({ status: 'cancelled', cancellationReason: 'Заболел' })
    expect(told).to.have.length(1)
    expect(all('[part~="move"]')).to.have.length(0)
  })

  it('stays as it is when he thinks better of it', async () => {
    const { simulator } = await opened()
    await click('[part~="cancel"]')
    await isShown('Отменить встречу?')
    await click('[part~="back"]')
    await isShown('Ваша запись')
    expect(simulator.account.bookings[0]?.status).to.equal('accepted')
  })

  it('F050 is moved by the same picker, where its own time counts as free', async () => {
    const { booking, simulator } = await opened()
    const told: string[] = []
    booking.addEventListener('olga-rescheduled', ({ start }) => told.push(start))
    await click('[part~="move"]')
    await click('[data-day="2026-11-25"]')
    await found(`.times [data-start="${START}"]`)
    ;(await day('2026-11-26')).click()
    await click(`.times [data-start="${OTHER}"]`)
    await until(() => text(focused()) === 'Перенести встречу?', 'the question')
    expect(all('[part~="when"]').map(text)).to.deep.equal([
      'среда, 25 ноября 10:00–10:40 по Москве',
      'четверг, 26 ноября 12:00–12:40 по Москве',
    ])
    expect(simulator.account.bookings).to.have.length(1)
    await click('[part~="confirm"]')
    await isShown('Встреча перенесена')
    expect(pageText()).to.contain('четверг, 26 ноября 12:00–12:40')
    expect(told).to.deep.equal([OTHER])
    expect(simulator.account.bookings.map(({ status, start }) => `${status} ${start}`)).to.deep.equal([
      `cancelled ${START}`,
      `accepted ${OTHER}`,
    ])
  })

  it('leads back from the picker, and changes nothing', async () => {
    const { simulator } = await opened()
    await click('[part~="move"]')
    await found('[part~="time"]')
    await click('[part~="header"] [part~="back"]')
    await isShown('Ваша запись')
    expect(simulator.account.bookings).to.have.length(1)
  })

  it('F048 is said to wait while the host has not confirmed it', async () => {
    const { book, booking } = await mount({
      before: ({ simulator }) => {
        for (const type of simulator.account.eventTypes) type.confirmationPolicy = { type: 'always' } as never
      },
    })
    booking.booking = (await (await book()).json()).token
    await isShown('Заявка отправлена')
    expect(pageText()).to.contain('Ждите подтверждения')
  })

  it('offers the nearest times when the new one has just been taken', async () => {
    const { book } = await opened()
    await click('[part~="move"]')
    await click('[data-day="2026-11-26"]')
    await click(`.times [data-start="${OTHER}"]`)
    await book({ start: OTHER, answers: { name: 'Анна', email: 'anna@example.com' } })
    await click('[part~="confirm"]')
    await click('[part~="taken"] [part~="time"]')
    await click('[part~="confirm"]')
    await isShown('Встреча перенесена')
  })

  it('is found where it was moved to in Cal.com itself', async () => {
    await opened({
      before: ({ simulator }) => {
        const [made] = simulator.account.bookings
        if (made)
          Object.assign(made, {
            start: OTHER,
            end: '2026-11-26T09:40:00.000Z',
            updatedAt: simulator.clock.now().toISOString(),
          })
      },
    })
    await isShown('Ваша запись')
    await until(() => pageText().includes('четверг, 26 ноября 12:00–12:40'), 'where it is now')
  })

  it('cannot be changed once it has begun', async () => {
    await opened({ before: ({ simulator }) => simulator.clock.set('2026-11-25T07:10:00Z') })
    await until(() => pageText().includes('Эту запись уже нельзя изменить'), 'that it is too late')
    expect(all('[part~="move"], [part~="cancel"]')).to.have.length(0)
  })

  it('that is called off may be followed by another one', async () => {
    await opened({
      before: ({ simulator }) =>
        Object.assign(simulator.account.bookings[0] ?? {}, { status: 'cancelled', cancellationReason: 'x' }),
    })
    await isShown('Запись отменена')
    await click('[part~="anew"]')
    await found('[part~="time"]')
  })

  it('of a token that is none is said to be none, and leads on', async () => {
    await opened({ token: 'ABCDEFGH.0123456789abcdef0123456789abcdef' })
    expect((await linked()).pathname).to.equal('/olgarozet/delo-40min')
    expect(pageText()).to.contain('Такой записи нет')
    expect(contacts()).to.equal(true)
  })

  it('can be tried again when there was no answer', async () => {
    let isCut = true
    await opened({
      before: ({ booking }) => {
        const { fetch } = booking
        booking.fetch = (input, init) =>
          isCut && String(input).includes('/v1/bookings/')
            ? Promise.reject(new TypeError('Failed to fetch'))
            : (fetch ?? globalThis.fetch)(input, init)
      },
    })
    const retry = await found('[part~="retry"]')
    isCut = false
    retry.click()
    await isShown('Ваша запись')
  })

  it('is taken from the page’s address, which keeps nothing of it', async () => {
    const { booking } = await mount({ attributes: { event: 'none' } })
    history.replaceState(
      null,
      '',
      `${location.pathname}${location.search}#olga-booking=ABCDEFGH.0123456789abcdef0123456789abcdef`,
    )
    dispatchEvent(new HashChangeEvent('hashchange'))
    expect(location.hash).to.equal('')
    expect(booking.booking).to.equal('ABCDEFGH.0123456789abcdef0123456789abcdef')
    await until(() => pageText().includes('Такой записи нет'), 'what came of it')
  })
})
