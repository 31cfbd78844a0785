import { expect } from 'chai'
import { abortable } from '../../demo/simulator/local-fetch.ts'
import { START } from '../support/proxy.ts'
import {
  all,
  click,
  contacts,
  fillIn,
  focused,
  found,
  keys,
  linked,
  type Mounted,
  mount,
  takenByOlga,
  text,
  toForm,
  until,
} from './support.ts'

const POST = { method: 'POST' }

/** The app as the pages of that origin meet it: a request that a page itself makes cannot name another. */
const from = (origin: string, app: Mounted['app']) =>
  abortable(async (request) => {
    const headers = new Headers([...request.headers, ['origin', origin]])
    return app.fetch(Object.defineProperty(request, 'headers', { value: headers }))
  })

describe('when the booking fails', () => {
  it('F046 offers the three nearest times when this one has just been taken, and keeps the form', async () => {
    const { simulator } = await mount()
    await toForm(START)
    await fillIn()
    takenByOlga(simulator)
    await click('[part~="submit"]')
    await found('[part~="taken"]')
    expect(all('[part~="taken"] [part~="time"]').map(text)).to.deep.equal([
      'ср, 25 ноября, 10:40',
      'ср, 25 ноября, 11:20',
      'ср, 25 ноября, 12:00',
    ])
    await click('[part~="taken"] [part~="time"]')
    await until(() => text(all('[part~="when"]')[0]).includes('10:40–11:20'), 'the other time')
    expect(text(focused())).to.equal('Ваши данные')
    expect(all<HTMLInputElement>('[name="name"]')[0]?.value).to.equal('Иван Петров')
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    expect(simulator.account.bookings).to.have.length(1)
  })

  it('F012 says that the owner has not listed this site, and gives the link', async () => {
    const { simulator } = await mount({ fetch: (app) => from('https://other.example', app) })
    await toForm(START)
    await fillIn()
    await click('[part~="submit"]')
    await linked()
    expect(text(all('[role="alert"]')[0])).to.contain(
      'С этого сайта записываться нельзя: владелец не внёс его в список',
    )
    expect(contacts()).to.equal(true)
    expect(simulator.account.bookings).to.have.length(0)
  })

  it('says that nothing was booked, and lets him send it anew, when Cal.com refuses', async () => {
    const { asked, simulator } = await mount()
    await toForm(START)
    await fillIn()
    simulator.break({ kind: 'status', status: 400, on: POST, times: 1 })
    await click('[part~="submit"]')
    await linked()
    expect(text(all('[role="alert"]')[0])).to.contain('Попробуйте чуть позже. Запись не создана')
    expect(contacts()).to.equal(true)
    expect(all<HTMLFieldSetElement>('.fields')[0]?.disabled).to.equal(false)
    expect(text(all('[part~="submit"]')[0])).to.equal('Записаться')
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    expect(simulator.account.bookings).to.have.length(1)
    expect(new Set(keys(asked)).size).to.equal(2)
  })

  for (const [what, fault] of [
    ['cannot be reached', { kind: 'refuse' }],
    ['blocks us', { kind: 'status', status: 429 }],
  ] as const) {
    it(`says that his request is recorded, and that he need not send it again: Cal.com ${what}`, async () => {
      const { booking, simulator } = await mount()
      const statuses: string[] = []
      booking.addEventListener('olga-booked', ({ status }) => statuses.push(status))
      await toForm(START)
      await fillIn()
      simulator.break({ ...fault, on: POST, times: 1 })
      await click('[part~="submit"]')
      const screen = text(await found('[part~="booked"]'))
      expect(screen).to.contain('Заявка записана')
      expect(screen).to.contain('Записываться ещё раз не нужно')
      expect(screen).not.to.contain('Вы записаны')
      expect(contacts()).to.equal(true)
      expect(statuses).to.deep.equal(['queued'])
    })
  }

  it('F097 says what is wrong beside the form, as that the time has gone by, and gives the link', async () => {
    const { simulator } = await mount()
    await toForm(START)
    await fillIn()
    simulator.clock.set('2026-11-25T08:00:00Z')
    await click('[part~="submit"]')
    await linked()
    expect(text(all('[role="alert"]')[0])).to.contain('Это время уже прошло')
  })

  it('gives the link when no other time is near', async () => {
    const { simulator } = await mount({
      before: ({ simulator: { account } }) => {
        const [schedule] = account.schedules
        if (schedule) schedule.availability = []
        if (schedule) schedule.overrides = [{ date: '2026-11-25', startTime: '10:00', endTime: '10:40' }]
      },
    })
    await toForm(START)
    await fillIn()
    simulator.account.busy.push({ start: START, end: '2026-11-25T07:40:00.000Z' })
    await click('[part~="submit"]')
    await linked()
    expect(text(all('[role="alert"]')[0])).to.contain('Это время уже занято')
  })
})
