import { expect } from 'chai'
import { eventType } from '../../demo/simulator/index.ts'
import { ru } from '../../widget/i18n/ru-later.ts'
import { START } from '../support/proxy.ts'
import { all, click, day, fillIn, found, linked, mount, pageText, paid, text, toForm, until } from './support.ts'

const LABELS = ru.labels

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
  const { lang } = document.documentElement
  afterEach(() => {
    document.documentElement.lang = lang
  })

  it('F072 speaks another language without losing the day', async () => {
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
    await until(() => text(all('[part~="month"]')[0]) === 'ноябрь 2026', 'Russian')
    await booking.refresh()
    expect(pageText()).to.contain('Ближайшее время')
  })

  it('F072 takes its language from the page around it', async () => {
    const { booking } = await mount()
    booking.removeAttribute('lang')
    const page = document.createElement('div')
    page.lang = 'en'
    document.body.append(page)
    page.append(booking)
    booking.event = '30min'
    await until(() => text(all('[part~="month"]')[0]) === 'November 2026', 'the month in English')
  })

  it('F059 is English at every step, and Cal.com is told so', async () => {
    const { asked, simulator } = await mount({ attributes: { lang: 'en', 'hour-cycle': 'h12' } })
    await found('[part~="time"]')
    expect(text(all('.times [data-start]')[0])).to.match(/^10:00\sAM$/)
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
    await until(() => pageText().includes('You can book on the Cal.com page'), 'the reason')
    expect(said()).not.to.match(/[а-яё]/i)
  })

  it('F059 F069 is Russian where nobody says anything else, and Cal.com is told so', async () => {
    const { booking, simulator } = await mount()
    document.documentElement.removeAttribute('lang')
    booking.removeAttribute('lang')
    await toForm(START)
    await fillIn()
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    expect(pageText()).to.contain('Вы записаны')
    expect(said().replace(/GMT|Google|Outlook|\.ics|[\w.]+@[\w.]+|:\s[0-9A-Z]+/g, '')).not.to.match(/[a-z]/i)
    expect(simulator.account.bookings[0]?.attendees[0]).to.include({ language: 'ru' })
  })

  it('F070 counts as Russians do: minutes, and free times', async () => {
    const lengths = { one: 21, few: 22, many: 25 }
    const types = Object.values(lengths).map((lengthInMinutes) =>
      eventType({ slug: `m${lengthInMinutes}`, lengthInMinutes }),
    )
    await mount({
      attributes: { events: 'm21,m22,m25' },
      setup: { env: { EVENTS: 'm21,m22,m25' } },
      before: ({ simulator }) => simulator.account.eventTypes.push(...types),
    })
    await found('[part~="choice"]')
    const minutes = all('[part~="choice"] .quiet').map((fact) => text(fact).split(' · ')[0])
    expect(minutes.map((fact) => fact?.replace(/\s/g, ' '))).to.deep.equal(['21 минута', '22 минуты', '25 минут'])
    const { simulator } = await mount()
    const busy = (day: string, end: string) =>
      simulator.account.busy.push({ start: `${day}T07:00:00.000Z`, end: `${day}T${end}:00.000Z` })
    busy('2026-12-01', '14:20')
    busy('2026-12-02', '13:40')
    busy('2026-12-03', '11:00')
    await click('[part~="next"]')
    await until(() => text(all('#day')[0]) === 'вторник, 1 декабря', 'December')
    const names = ['2026-12-01', '2026-12-02', '2026-12-03'].map((of) =>
      all(`[data-day="${of}"]`)[0]?.getAttribute('aria-label')?.split(', ').at(-1),
    )
    expect(names).to.deep.equal(['1 свободное время', '2 свободных времени', '6 свободных времён'])
  })

  it('F071 names a month by itself and with a day as Russians do', async () => {
    await mount()
    await click('[data-day="2026-11-25"]')
    expect(text(all('[part~="month"]')[0])).to.equal('ноябрь 2026')
    expect(text(all('#day')[0])).to.equal('среда, 25 ноября')
    expect(text(all('[part~="nearest"]')[0])).to.equal('Ближайшее время: пн, 23 ноября, 10:00')
  })

  it('F073 says what the owner wants instead, of the first step and of the later ones', async () => {
    const { booking } = await mount()
    booking.messages = { nearest: 'Раньше всего', submit: 'Беру', labels: { ...LABELS, name: 'Как вас зовут' } }
    await until(() => text(all('[part~="nearest"]')[0]).startsWith('Раньше всего:'), 'his words')
    await toForm(START)
    expect(text(all('[part~="submit"]')[0])).to.equal('Беру')
    expect(text(all('label[for="f-name"]')[0])).to.equal('Как вас зовут')
    expect(text(all('label[for="f-email"]')[0])).to.equal('Почта')
  })

  it('F073 says it at once when it is told later, and in another language too', async () => {
    const { booking } = await mount({ attributes: { lang: 'en' } })
    await toForm(START)
    booking.messages = { submit: 'Take it' }
    await until(() => text(all('[part~="submit"]')[0]) === 'Take it', 'the words')
    expect(text(all('[part~="back"]')[0])).to.equal('Another time')
    booking.messages = undefined
    await until(() => text(all('[part~="submit"]')[0]) === 'Book', 'our own words')
  })

  it('F074 begins the week on Monday', async () => {
    await mount()
    await found('[part~="time"]')
    expect(all('th').map(text)).to.deep.equal(['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'])
    const [first] = all('tbody tr')
    expect([...(first?.querySelectorAll('[data-day]') ?? [])].map(text)).to.deep.equal(['1'])
  })

  it('F075 says what it costs in roubles, and leads to where it is paid', async () => {
    await mount({ before: paid })
    await linked()
    await until(() => pageText().includes('₽'), 'the price')
    expect(pageText().replace(/\s/g, ' ')).to.contain('5 000 ₽')
    expect((await linked()).pathname).to.equal('/olgarozet/delo-40min')
  })
})
