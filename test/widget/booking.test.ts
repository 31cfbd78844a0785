import { expect } from 'chai'
import { eventType } from '../../demo/simulator/seed.ts'
import { START } from '../support/proxy.ts'
import { all, askPhone, click, fill, fillIn, found, mount, pageText, posts, text, toForm, until } from './support.ts'

describe('booking', () => {
  it('asks what the event type asks, and says so when he is booked', async () => {
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

  it('says both times where the zones differ, and the day where that differs too', async () => {
    await mount({ attributes: { 'time-zone': 'Pacific/Pago_Pago' } })
    await click('[data-day="2026-11-24"]')
    await click('.times [data-start="2026-11-25T07:00:00.000Z"]')
    expect(text(await found('[part~="when"]'))).to.equal(
      'вторник, 24 ноября 20:00–20:40 (GMT-11) 10:00 по Москве, ср, 25 ноября',
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
    const { booking, book } = await mount()
    await toForm(START)
    await fillIn()
    await book()
    booking.addEventListener('olga-submit', () => booking.setAttribute('event', '15min'))
    await click('[part~="submit"]')
    await until(() => text(all('h2')[0]) === '15 минут', 'the other event type')
  })

  it('asks for the consent anew when its words have changed meanwhile', async () => {
    const { asked, booking, consent, simulator } = await mount()
    await toForm(START)
    await fillIn()
    const { version } = consent
    consent.version = 'a newer one'
    consent.text.ru = 'Согласен на новое'
    simulator.clock.advance(600_001)
    await click('[part~="submit"]')
    await until(() => pageText().includes('Согласен на новое'), 'the new words')
    expect(all<HTMLInputElement>('input[name="consent"]')[0]?.checked).to.equal(false)
    // A copy that the browser has kept would bring the old words again.
    expect(asked.filter(({ url }) => url.includes('/v1/events/')).map(({ cache }) => cache)).to.deep.equal([
      'default',
      'no-cache',
    ])
    await click('input[name="consent"]')
    expect(booking.isConnected && version !== consent.version).to.equal(true)
    await click('[part~="submit"]')
    await found('[part~="booked"]')
  })

  it('speaks of a request where Olga has to confirm', async () => {
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

  it('does not send a form that is not filled in, and says what is missing', async () => {
    const { asked } = await mount()
    await toForm(START)
    await click('[part~="submit"]')
    await found('[part~="error"]')
    expect(all('[part~="error"]').map(text)).to.deep.equal([
      'Заполните это поле',
      'Заполните это поле',
      'Без согласия мы не можем вас записать',
    ])
    expect(posts(asked)).to.have.length(0)
    fill('name', 'Иван')
    await until(() => all('[part~="error"]').length === 2, 'one fault less')
  })

  it('is not ticked for him: consent is his own act', async () => {
    await mount()
    await toForm(START)
    expect(all<HTMLInputElement>('input[name="consent"]')[0]?.checked).to.equal(false)
  })

  it('leads to the policy that he consents to', async () => {
    await mount({ setup: { env: { CONSENT_URL: 'https://olgaroset.ru/policy' } } })
    await toForm(START)
    const link = await found<HTMLAnchorElement>('[part~="consent"] a')
    expect([link.href, link.target, link.rel, text(link)]).to.deep.equal([
      'https://olgaroset.ru/policy',
      '_blank',
      'noopener',
      'подробнее',
    ])
  })

  it('keeps what was typed while he looks for another time', async () => {
    await mount()
    await toForm(START)
    fill('name', 'Иван Петров')
    await click('[part~="back"]')
    await toForm('2026-11-26T07:00:00.000Z')
    expect(all<HTMLInputElement>('[name="name"]')[0]?.value).to.equal('Иван Петров')
  })

  it('fills in what the page knows', async () => {
    const known = { name: 'Иван', email: 'ivan@example.com', phone: '8 916 123-45-67', notes: 'О деле' }
    await mount({ attributes: known, before: askPhone })
    await toForm(START)
    const slugs = ['name', 'email', 'attendeePhoneNumber', 'notes']
    expect(slugs.map((slug) => all<HTMLInputElement>(`[name="${slug}"]`)[0]?.value)).to.deep.equal(Object.values(known))
  })

  it('may be held back by the page, once and not for ever', async () => {
    const { booking, asked } = await mount()
    booking.addEventListener('olga-submit', (event) => event.preventDefault(), { once: true })
    await toForm(START)
    await fillIn()
    await click('[part~="submit"]')
    expect(posts(asked)).to.have.length(0)
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    expect(posts(asked)).to.have.length(1)
  })

  it('hides what is typed from session recorders, and helps the browser to fill in', async () => {
    await mount()
    await toForm(START)
    expect(all('[part~="input"]').every(({ classList }) => classList.contains('ym-disable-keys'))).to.equal(true)
    expect(all<HTMLInputElement>('[part~="input"]').map(({ autocomplete }) => autocomplete)).to.include.members([
      'name',
      'email',
    ])
  })

  it('asks every kind of question, and Cal.com gets the answers', async () => {
    const field = (type: string, slug: string, more = {}) =>
      ({ type, slug, label: `Поле ${slug}`, required: true, isDefault: false, hidden: false, ...more }) as never
    const options = ['Первое', 'Второе', 'Третье']
    const { simulator } = await mount({
      attributes: { event: 'survey' },
      setup: { env: { EVENTS: 'survey' } },
      before: ({ simulator: { account } }) => {
        const survey = eventType({ slug: 'survey', title: 'Опрос', lengthInMinutes: 40 })
        survey.bookingFields.push(
          field('phone', 'attendeePhoneNumber', { isDefault: true }),
          field('text', 'topic'),
          field('textarea', 'story'),
          field('number', 'age'),
          field('address', 'address'),
          field('url', 'site'),
          field('select', 'choice', { options }),
          field('radio', 'one', { options }),
          field('checkbox', 'many', { options }),
          field('multiselect', 'some', { options }),
          field('boolean', 'agree'),
          field('text', 'secret', { hidden: true, required: false }),
        )
        account.eventTypes.push(survey)
      },
    })
    await toForm(START)
    expect(all('[name="secret"]')).to.have.length(0)
    for (const box of all('[name="one"], [name="many"], [name="some"], [name="agree"]'))
      expect(box.className, box.getAttribute('name') ?? '').to.contain('ym-disable-keys')
    await fillIn()
    const answers = {
      topic: 'Тема',
      story: 'Долго',
      age: '41',
      address: 'Тверская, 1',
      site: 'https://example.com',
      choice: 'Второе',
    }
    for (const [name, value] of Object.entries(answers)) fill(name, value)
    fill('attendeePhoneNumber', '8 (916) 123-45-67')
    for (const box of ['one', 'many', 'some']) await click(`[name="${box}"][value="Третье"]`)
    await click('[name="many"][value="Первое"]')
    await click('[name="agree"]')
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    const [made] = simulator.account.bookings
    expect(made?.attendees[0]).to.include({ phoneNumber: '+79161234567' })
    expect(made?.responses ?? made).to.deep.include({
      ...answers,
      age: 41,
      one: 'Третье',
      many: ['Первое', 'Третье'],
      some: ['Третье'],
      agree: true,
    })
  })

  it('shows beside the field what only the proxy sees', async () => {
    await mount({ before: askPhone })
    await toForm(START)
    await fillIn()
    fill('attendeePhoneNumber', '+7 123 456 78')
    await click('[part~="submit"]')
    await until(() => text(all('#error-attendeePhoneNumber')[0]) === 'Похоже, в номере телефона ошибка', 'the fault')
    expect(pageText()).to.contain('Проверьте, пожалуйста, поля формы')
  })
})
