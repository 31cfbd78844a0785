import { expect } from 'chai'
import { kinds } from '../../demo/simulator/kinds.ts'
import { START } from '../support/proxy.ts'
import { control, formOf } from './kinds.ts'
import {
  all,
  click,
  fill,
  fillIn,
  found,
  gate,
  mount,
  overApp,
  pageText,
  takenByOlga,
  text,
  toForm,
  until,
} from './support.ts'

describe('booking', () => {
  it('F056 asks what the event type asks, and says so when he is booked', async () => {
    const { simulator } = await mount()
    await toForm(START)
    expect(all('[part~="input"]').map((input) => input.getAttribute('name'))).to.deep.equal([
      'name',
      'email',
      'notes',
      'guests',
    ])
    await fillIn()
    fill('notes', 'О переезде')
    fill('guests', 'anna@example.com, petr@example.com')
    await click('[part~="submit"]')
    const booked = await found('[part~="booked"]')
    expect(text(booked)).to.contain('Вы записаны')
    expect(text(booked)).to.contain('среда, 25 ноября')
    expect(text(booked)).to.contain('10:00–10:40')
    expect(text(booked)).to.contain('ivan@example.com')
    const [made] = simulator.account.bookings
    expect(made?.attendees[0]).to.include({ name: 'Иван Петров', email: 'ivan@example.com', language: 'ru' })
    expect(made?.guests).to.deep.equal(['anna@example.com', 'petr@example.com'])
    expect(made?.metadata).to.include({ page: location.origin + location.pathname })
  })

  it('F021 says both times where the zones differ, and the day where that differs too', async () => {
    await mount({ attributes: { 'time-zone': 'Pacific/Pago_Pago' } })
    await click('[data-day="2026-11-24"]')
    await click('.times [data-start="2026-11-25T07:00:00.000Z"]')
    expect(text(await found('[part~="when"]'))).to.equal(
      'вторник, 24 ноября 20:00–20:40 (GMT-11) 10:00 по Москве, на следующий день',
    )
  })

  it('says once where they are the same', async () => {
    await mount()
    await toForm(START)
    expect(text(await found('[part~="when"]'))).to.equal('среда, 25 ноября 10:00–10:40 по Москве')
  })

  it('keeps the last screen whatever the page changes', async () => {
    const { booking } = await mount()
    await toForm(START)
    await fillIn()
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    booking.lang = 'en'
    booking.event = '15min'
    await until(() => pageText().includes('You are booked'), 'the same in English')
    expect(pageText()).not.to.contain('15 минут')
  })

  it('does what the page wanted meanwhile when the time was taken', async () => {
    const { booking, simulator } = await mount()
    await toForm(START)
    await fillIn()
    takenByOlga(simulator)
    booking.addEventListener('olga-submit', () => booking.setAttribute('event', '15min'))
    await click('[part~="submit"]')
    await until(() => text(all('h2')[0]) === '15 минут', 'the other event type')
  })

  it('F048 speaks of a request where Olga has to confirm', async () => {
    await mount({
      before: ({ simulator }) => {
        for (const type of simulator.account.eventTypes) type.confirmationPolicy = { type: 'always' } as never
      },
    })
    await toForm(START)
    expect(text(await found('[part~="submit"]'))).to.equal('Отправить заявку')
    await fillIn()
    await click('[part~="submit"]')
    expect(text(await found('[part~="booked"]'))).to.contain('Заявка отправлена')
    expect(pageText()).to.contain('Ждите подтверждения: ответ придёт на почту.')
    expect(pageText()).not.to.contain('Вы записаны')
  })

  it('sends the time that is kept for him along, though the word that it is kept has not come yet', async () => {
    const { opened, open } = gate()
    const { simulator } = await mount({
      fetch: (app) => async (input, init) => {
        const answer = await overApp(app)(input, init)
        if (String(input).endsWith('/v1/holds')) await opened
        return answer
      },
    })
    await toForm(START)
    await fillIn()
    await click('[part~="submit"]')
    await until(() => text(all('[part~="submit"]')[0]) === 'Записываем…', 'it is being sent')
    open()
    await found('[part~="booked"]')
    expect(simulator.account.bookings).to.have.length(1)
  })

  it('lets go of the time that was kept for him when the page shows another event type', async () => {
    const { booking, app } = await mount()
    await toForm(START)
    await found('[part~="hold"]')
    booking.event = '15min'
    await until(() => text(all('h2')[0]) === '15 минут', 'the other event type')
    const { slots } = await (await app.request('/v1/slots?event=delo-40min&month=2026-11')).json()
    expect(slots).to.include(START)
  })

  it('keeps his consent when the place that he then chooses asks for more', async () => {
    await formOf(kinds.places(), START)
    await fillIn()
    await click('[name="location"][value="Позвоните мне"]')
    await found('[name="location.value"]')
    expect(control('consent').checked).to.equal(true)
  })
})
