import { expect } from 'chai'
import { eventType } from '../../demo/simulator/index.ts'
import { kinds } from '../../demo/simulator/kinds.ts'
import { START } from '../support/proxy.ts'
import { control, formOf } from './kinds.ts'
import { all, askPhone, book, click, fill, fillIn, found, mount, text, toForm, until } from './support.ts'

/** By phone or by mail; by which of them is his choice, where neither is required. */
function reachable(isRequired: boolean) {
  const { bookingFields } = kinds.phoneOnly()
  return eventType({
    slug: 'phone-only',
    bookingFields: bookingFields.map((field) =>
      field.slug === 'attendeePhoneNumber' ? { ...field, required: isRequired } : field,
    ),
  })
}

describe('how he can be reached', () => {
  it('F033 books by phone alone, and names no mail that would come', async () => {
    const { simulator } = await formOf(reachable(true), START)
    await fillIn()
    fill('email', '')
    fill('attendeePhoneNumber', '8 916 123-45-67')
    await book()
    expect(simulator.account.bookings[0]?.attendees[0]).to.include({ phoneNumber: '+79161234567' })
    expect(text(all('[part~="booked"]')[0])).not.to.contain('Письмо с подтверждением')
  })

  it('F033 wants one of the two where neither is required', async () => {
    const { simulator } = await formOf(reachable(false), START)
    await fillIn()
    fill('email', '')
    await click('[part~="submit"]')
    await until(() => text(all('[part~="error"]')[0]) === 'Заполните это поле', 'what is missing')
    expect(simulator.account.bookings).to.have.length(0)
  })

  for (const [typed, number] of [
    ['8 (916) 123-45-67', '+79161234567'],
    ['916 123 45 67', '+79161234567'],
    [' +7-916-123-45-67 ', '+79161234567'],
    ['+49 30 901820', '+4930901820'],
  ] as const) {
    it(`F035 takes a phone as people write it: «${typed}»`, async () => {
      const { simulator } = await mount({ before: askPhone })
      await toForm(START)
      await fillIn()
      fill('attendeePhoneNumber', typed)
      await book()
      expect(simulator.account.bookings[0]?.attendees[0]).to.include({ phoneNumber: number })
    })
  }

  it('F035 asks for a phone with +7 ahead, the keys of a phone, and what the browser knows', async () => {
    await mount({ before: askPhone })
    await toForm(START)
    const { placeholder, type, autocomplete } = control('attendeePhoneNumber')
    expect([placeholder, type, autocomplete]).to.deep.equal(['+7', 'tel', 'tel'])
  })

  it('F035 leaves the last word on a number to the proxy', async () => {
    await mount({ before: askPhone })
    await toForm(START)
    await fillIn()
    fill('attendeePhoneNumber', '+7 123 456 78')
    await click('[part~="submit"]')
    await until(() => text(all('#error-attendeePhoneNumber')[0]) === 'Похоже, в номере телефона ошибка', 'the fault')
  })
})

describe('where he is met', () => {
  const places = () => all<HTMLInputElement>('[name="location"]').map(({ value }) => value)

  it('F029 offers every place there is, in words', async () => {
    await formOf(kinds.places(), START)
    expect(places()).to.deep.equal([
      'Видеовстреча: Cal Video',
      'Видеовстреча: Telegram',
      'По адресу: Москва, Тверская, 1',
      'По ссылке',
      'Я позвоню: +79160000000',
      'Позвоните мне',
      'У меня',
      'В другом месте',
    ])
  })

  it('F029 wants one of them', async () => {
    await formOf(kinds.places(), START)
    await fillIn()
    await click('[part~="submit"]')
    expect(text(await found('#error-location'))).to.equal('Заполните это поле')
  })

  it('F029 asks for his number where he is to be called, and tells Cal.com', async () => {
    const { simulator } = await formOf(kinds.places(), START)
    expect(all('[name="location.value"]')).to.have.length(0)
    await click('[name="location"][value="Позвоните мне"]')
    await found('[name="location.value"]')
    await fillIn()
    expect(control('location.value').type).to.equal('tel')
    fill('location.value', '8 916 123-45-67')
    await book()
    expect(simulator.account.bookings[0]?.location).to.equal('+79161234567')
  })

  it('F029 asks for nothing more where the place says it all', async () => {
    const { simulator } = await formOf(kinds.places(), START)
    await fillIn()
    await click('[name="location"][value="По адресу: Москва, Тверская, 1"]')
    await book()
    expect(simulator.account.bookings[0]?.location).to.contain('Тверская')
  })

  it('F029 asks for the address of the only place there is, without a choice', async () => {
    const { simulator } = await formOf(eventType({ slug: 'at-yours', locations: [{ type: 'attendeeAddress' }] }), START)
    expect(all('[name="location"]')).to.have.length(0)
    await fillIn()
    fill('location.value', 'Тверь, Советская, 5')
    await book()
    expect(simulator.account.bookings[0]?.location).to.equal('Тверь, Советская, 5')
  })
})
