import { sendKeys } from '@web/test-runner-commands'
import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import { all, click, day, fillIn, focused, found, gate, mount, text, toForm, until } from './support.ts'

const dayOf = (element: Element | null) => (element instanceof HTMLElement ? element.dataset.day : undefined)
async function press(keys: string): Promise<void> {
  const [key = '', modifier] = keys.split('+').reverse()
  if (modifier) await sendKeys({ down: modifier })
  await sendKeys({ press: key })
  if (modifier) await sendKeys({ up: modifier })
}

describe('by keyboard', () => {
  it('F028 moves through the month as a date grid does', async () => {
    await mount()
    ;(await day('2026-11-23')).focus()
    const path = [
      ['ArrowRight', '2026-11-24'],
      ['ArrowDown', '2026-12-01'],
      ['ArrowUp', '2026-11-24'],
      ['End', '2026-11-29'],
      ['Home', '2026-11-23'],
      ['PageDown', '2026-12-23'],
      ['PageUp', '2026-11-23'],
      ['Shift+PageDown', '2027-11-23'],
      ['Shift+PageUp', '2026-11-23'],
      ['ArrowLeft', '2026-11-22'],
    ] as const
    for (const [key, to] of path) {
      await press(key)
      await until(() => dayOf(focused()) === to, `${key} leads to ${to}`)
    }
  })

  it('leaves to the browser what is pressed with Alt, Ctrl or Meta', async () => {
    await mount()
    ;(await day('2026-11-23')).focus()
    const taken: boolean[] = []
    const note = (event: KeyboardEvent) => event.key === 'ArrowRight' && taken.push(event.defaultPrevented)
    document.addEventListener('keydown', note)
    for (const keys of ['Alt+ArrowRight', 'Control+ArrowRight', 'Meta+ArrowRight', 'ArrowRight']) await press(keys)
    document.removeEventListener('keydown', note)
    expect(taken).to.deep.equal([false, false, false, true])
    await until(() => dayOf(focused()) === '2026-11-24', 'the next day')
  })

  it('goes on from the day that was clicked, free or not', async () => {
    await mount()
    const saturday = await day('2026-11-28')
    saturday.focus()
    saturday.click()
    await press('ArrowLeft')
    await until(() => dayOf(focused()) === '2026-11-27', 'the day before')
  })

  it('keeps the focus on the way to the first month', async () => {
    await mount()
    await found('[part~="time"]')
    await click('[part~="next"]')
    await until(() => text(all('[part~="month"]')[0]) === 'декабрь 2026', 'December')
    const prev = await found('[part~="prev"]')
    prev.focus()
    await press('Enter')
    await until(() => text(all('[part~="month"]')[0]) === 'ноябрь 2026', 'November')
    expect(focused()).to.equal(prev)
    expect(prev.ariaDisabled).to.equal('true')
  })

  it('is led to the month that is shown instead of an empty one', async () => {
    await mount({
      before: ({ simulator }) => {
        const [schedule] = simulator.account.schedules
        if (schedule) schedule.availability = []
        if (schedule) schedule.overrides = [{ date: '2027-01-20', startTime: '12:00', endTime: '13:00' }]
      },
    })
    await click('[part~="prev"]')
    await click('[part~="show-next"]')
    await until(() => dayOf(focused()) === '2027-01-20', 'the focus on the 20th')
  })

  it('is led to the times when they come after all', async () => {
    const { simulator } = await mount({ before: (parts) => parts.simulator.break({ kind: 'refuse' }) })
    // The words of the later code take the place of the first ones, and their buttons.
    await found('a[part~="link"]')
    const retry = await found('[part~="retry"]')
    retry.focus()
    retry.click()
    await until(
      () => focused() !== retry && focused()?.getAttribute('part') === 'retry',
      'the focus, since it failed again',
    )
    await found('a[part~="link"]')
    simulator.mend()
    ;(await found('[part~="retry"]')).focus()
    await press('Enter')
    await until(() => dayOf(focused()) === '2026-11-23', 'the focus on the first day')
  })

  it('is led inside another shadow root, and not called back from outside it', async () => {
    const { booking } = await mount()
    const outer = document.body.appendChild(document.createElement('div'))
    outer.attachShadow({ mode: 'open' }).append(booking)
    await toForm(START)
    await until(() => focused() === all('.step h3')[0], 'the focus on the heading')
    const elsewhere = document.body.appendChild(document.createElement('input'))
    await click('[part~="back"]')
    elsewhere.focus()
    booking.requestUpdate()
    await booking.updateComplete
    expect(document.activeElement).to.equal(elsewhere)
  })

  it('is not called back from elsewhere on the page', async () => {
    const { opened, open } = gate()
    const { simulator } = await mount({ before: (parts) => parts.simulator.break({ kind: 'refuse' }) })
    const retry = await found('[part~="retry"]')
    const booking = document.querySelector('olga-booking')
    const { fetch } = booking ?? {}
    if (booking && fetch) booking.fetch = (input, init) => opened.then(() => fetch(input, init))
    simulator.mend()
    retry.click()
    const elsewhere = document.body.appendChild(document.createElement('input'))
    elsewhere.focus()
    open()
    await found('[part~="time"]')
    await booking?.updateComplete
    expect(document.activeElement).to.equal(elsewhere)
  })

  it('is led to the choice that is missing in a group', async () => {
    await mount({
      before: ({ simulator }) => {
        for (const type of simulator.account.eventTypes) {
          const group = { type: 'radio', slug: 'one', label: 'Одно', required: true, isDefault: false, hidden: false }
          type.bookingFields.push({ ...group, options: ['А', 'Б'] } as never)
        }
      },
    })
    await click('.times [part~="time"]')
    await found('[part~="submit"]')
    await fillIn()
    await click('[part~="submit"]')
    await until(() => focused()?.getAttribute('name') === 'one', 'the focus on the group')
  })

  it('does not go back before this month', async () => {
    await mount()
    ;(await day('2026-11-23')).focus()
    await press('PageUp')
    expect(dayOf(focused())).to.equal('2026-11-23')
  })

  it('reaches the grid with one Tab', async () => {
    await mount()
    await found('[part~="time"]')
    expect(all('[data-day][tabindex="0"]')).to.have.length(1)
  })

  it('books from the first Tab to the last word', async () => {
    const { simulator } = await mount()
    ;(await day('2026-11-23')).focus()
    await press('ArrowRight')
    await until(() => dayOf(focused()) === '2026-11-24', 'the 24th')
    await press('Enter')
    await until(() => text(all('#day')[0]).includes('24'), 'its times')
    await press('Tab')
    expect(focused()?.getAttribute('data-start')).to.equal('2026-11-24T07:00:00.000Z')
    await press('Enter')
    await found('[part~="submit"]')
    await until(() => text(focused()) === 'Ваши данные', 'the focus on the form')
    await press('Tab')
    await sendKeys({ type: 'Иван Петров' })
    await press('Tab')
    await sendKeys({ type: 'ivan@example.com' })
    await press('Tab')
    await press('Tab')
    await press('Tab')
    await press(' ')
    await press('Tab')
    await press('Enter')
    await found('[part~="booked"]')
    await until(() => text(focused()) === 'Вы записаны', 'the focus on the news')
    expect(simulator.account.bookings).to.have.length(1)
  })

  it('comes back to the time it left', async () => {
    await mount()
    await click('[data-day="2026-11-24"]')
    await click('.times [data-start="2026-11-24T09:00:00.000Z"]')
    await click('[part~="back"]')
    await until(() => focused()?.getAttribute('data-start') === '2026-11-24T09:00:00.000Z', 'the focus on the time')
  })

  it('is led to the first field that is wrong', async () => {
    await mount()
    await click('.times [part~="time"]')
    await found('[part~="submit"]')
    await fillIn()
    const [email] = all<HTMLInputElement>('[name="email"]')
    if (email) email.value = 'ivan'
    await click('[part~="submit"]')
    await until(() => focused()?.getAttribute('name') === 'email', 'the focus on the address')
    expect(email?.getAttribute('aria-describedby')).to.equal('error-email')
    expect(text(all('#error-email')[0])).to.equal('Похоже, здесь ошибка')
  })
})
