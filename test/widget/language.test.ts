import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import { all, click, day, fillIn, found, linked, mount, pageText, text, times, toForm, until } from './support.ts'

/** What the calendar's owner wrote, in his own language. */
const OWNERS = '40 минут с Ольгой Розет'

/** All that our shadow roots say, to those who see and to those who listen. */
function said(): string {
  const shown = all('*').map(({ shadowRoot }) => shadowRoot?.textContent ?? '')
  const heard = all('*').flatMap((element) =>
    ['aria-label', 'placeholder', 'title', 'abbr'].map((name) => element.getAttribute(name) ?? ''),
  )
  return [...shown, ...heard].join('\n').replaceAll(OWNERS, '')
}

describe('language', () => {
  it('speaks another language without losing the day', async () => {
    const { booking } = await mount()
    ;(await day('2026-11-25')).click()
    booking.lang = 'en'
    await until(() => text(all('#day')[0]) === 'Wednesday, November 25', 'the day in English')
  })

  it('ends in the language that was asked for last', async () => {
    const { booking } = await mount()
    await found('[part~="time"]')
    booking.lang = 'en'
    booking.lang = 'ru'
    await until(() => text(all('[part~="month"]')[0]) === 'Ноябрь 2026', 'Russian')
    await booking.refresh()
    expect(pageText()).to.contain('Ближайшее время')
  })

  it('takes its language from the page around it', async () => {
    const { booking } = await mount()
    booking.removeAttribute('lang')
    const page = document.createElement('div')
    page.lang = 'en'
    document.body.append(page)
    page.append(booking)
    booking.event = '30min'
    await until(() => text(all('[part~="month"]')[0]) === 'November 2026', 'the month in English')
  })

  it('is English at every step, and Cal.com is told so', async () => {
    const { asked, simulator } = await mount({ attributes: { lang: 'en', 'hour-cycle': 'h12' } })
    await found('[part~="time"]')
    expect(times()[0]).to.match(/^10:00\sAM$/)
    expect(text(all('[part~="month"]')[0])).to.equal('November 2026')
    expect(pageText()).to.contain(OWNERS)
    expect(said()).not.to.match(/[а-яё]/i)
    await toForm(START)
    expect(said()).not.to.match(/[а-яё]/i)
    await click('[part~="submit"]')
    await found('[part~="error"]')
    expect(said()).not.to.match(/[а-яё]/i)
    await fillIn()
    simulator.break({ kind: 'status', status: 400, on: { method: 'POST' }, times: 1 })
    await click('[part~="submit"]')
    await linked()
    expect(text(all('[role="alert"]')[0])).to.contain('Nothing was booked')
    expect(said()).not.to.match(/[а-яё]/i)
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    expect(pageText()).to.contain('You are booked')
    expect(said()).not.to.match(/[а-яё]/i)
    expect(simulator.account.bookings[0]?.attendees[0]).to.include({ language: 'en' })
    expect(asked.at(-1)?.headers.get('accept-language')).to.equal('en')
  })

  it('is English where the times cannot be shown', async () => {
    await mount({ attributes: { lang: 'en' }, before: ({ simulator }) => simulator.break({ kind: 'refuse' }) })
    await linked()
    expect(pageText()).to.contain('You can book on the Cal.com page')
    expect(said()).not.to.match(/[а-яё]/i)
  })
})
