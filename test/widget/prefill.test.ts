import { expect } from 'chai'
import { kinds } from '../../demo/simulator/kinds.ts'
import { START } from '../support/proxy.ts'
import { control, formOf } from './kinds.ts'
import { all, askPhone, book, click, fill, fillIn, type Mounted, mount, toForm } from './support.ts'

const KNOWN = { name: 'Иван', email: 'ivan@example.com', phone: '8 916 123-45-67', notes: 'О деле' }
const values = (...names: string[]) => names.map((name) => control(name).value)
const made = ({ simulator }: Mounted) => simulator.account.bookings[0]

describe('what the page knows of him', () => {
  const before = location.href
  const address = (query: string) => history.replaceState(null, '', `${location.pathname}?${query}`)
  afterEach(() => {
    history.replaceState(null, '', before)
    Reflect.deleteProperty(document, 'referrer')
  })

  it('F036 stands in the form, by attributes', async () => {
    await mount({ attributes: KNOWN, before: askPhone })
    await toForm(START)
    expect(values('name', 'email', 'attendeePhoneNumber', 'notes')).to.deep.equal(Object.values(KNOWN))
  })

  it('F036 stands in the form, by properties', async () => {
    const { booking } = await mount({ before: askPhone })
    Object.assign(booking, KNOWN)
    await toForm(START)
    expect(values('name', 'email', 'attendeePhoneNumber', 'notes')).to.deep.equal(Object.values(KNOWN))
  })

  it('F036 counts when it was set before the script came', async () => {
    const Early = class extends (customElements.get('olga-booking') as CustomElementConstructor) {}
    const { booking } = await mount()
    const early = document.createElement('olga-early')
    Object.assign(early, { name: 'Иван', prefill: { notes: 'О деле' }, fetch: booking.fetch, now: booking.now })
    early.setAttribute('proxy', booking.proxy)
    early.setAttribute('lang', 'ru')
    booking.replaceWith(early)
    customElements.define('olga-early', Early)
    await toForm(START)
    expect(values('name', 'notes')).to.deep.equal(['Иван', 'О деле'])
  })

  it('F036 may be of any field, as a query', async () => {
    await formOf(kinds.questions(), START, { attributes: { prefill: 'topic=Право%20и%20мир&people=2&one=Второе' } })
    expect(values('topic', 'people', 'one')).to.deep.equal(['Право и мир', '2', 'Второе'])
  })

  it('F036 may be of any field, as an object, with several answers and with ticks', async () => {
    const { booking } = await mount()
    const prefill = { topic: 'Право', some: ['Первое', 'Третье'], either: 'Второе' }
    const parts = await formOf(kinds.questions(), START, {
      before: () => queueMicrotask(() => Object.assign(all('olga-booking')[0] ?? booking, { prefill })),
    })
    expect(control('topic').value).to.equal('Право')
    const ticked = all<HTMLInputElement>('input:checked').map(({ name, value }) => `${name} ${value}`)
    expect(ticked).to.deep.equal(['some Первое', 'some Третье', 'either Второе', 'first true'])
    await fillIn()
    await book()
    expect(made(parts)?.responses).to.deep.include({ topic: 'Право', some: ['Первое', 'Третье'], either: 'Второе' })
  })

  it('F036 gives way to what he types himself', async () => {
    const parts = await mount({ attributes: KNOWN })
    await toForm(START)
    await fillIn()
    fill('name', 'Пётр')
    await book()
    expect(made(parts)?.attendees[0]).to.include({ name: 'Пётр' })
  })

  it('F036 never consents for him', async () => {
    await mount({ attributes: { prefill: 'consent=on&ads=on', 'ads-consent': '', 'prefill-from-url': 'consent,ads' } })
    await toForm(START)
    expect([control('consent').checked, control('ads').checked]).to.deep.equal([false, false])
  })

  it('F037 may stand in the page’s address, and counts more than what the page says', async () => {
    address('name=Анна&email=anna@example.com')
    await mount({ attributes: { name: 'Иван', 'prefill-from-url': 'name, email' } })
    await toForm(START)
    expect(values('name', 'email')).to.deep.equal(['Анна', 'anna@example.com'])
  })

  it('F037 is taken from the address only where its owner lets it, and only what he lists', async () => {
    address('name=Анна&email=anna@example.com')
    const { booking } = await mount()
    await toForm(START)
    expect(values('name', 'email')).to.deep.equal(['', ''])
    booking.prefillFromUrl = 'email'
    await click('[part~="back"]')
    await toForm(START)
    expect(values('name', 'email')).to.deep.equal(['', 'anna@example.com'])
  })

  it('F038 cannot be changed where its owner says so, and what he did not give can', async () => {
    const parts = await formOf(kinds.questions(), START, {
      attributes: { 'readonly-prefill': '', name: 'Иван', prefill: 'one=Второе&either=Третье' },
    })
    expect([control('name').readOnly, control('one').disabled, control('either').disabled]).to.deep.equal([
      true,
      true,
      true,
    ])
    expect([control('email').readOnly, control('topic').readOnly]).to.deep.equal([false, false])
    parts.simulator.clock.advance(3_000)
    fill('email', 'ivan@example.com')
    fill('name', 'Не тот')
    await click('input[name="consent"]')
    await book()
    expect(made(parts)?.attendees[0]).to.include({ name: 'Иван' })
    expect(made(parts)?.responses).to.include({ one: 'Второе', either: 'Третье' })
  })

  it('F039 is sent from a field that is not shown, in place of its default', async () => {
    const parts = await formOf(kinds.questions(), START, { attributes: { prefill: 'source=рассылка' } })
    expect(all('[name="source"]')).to.have.length(0)
    await fillIn()
    await book()
    expect(made(parts)?.responses).to.include({ source: 'рассылка' })
  })

  it('F039 is sent from a field that is not shown as its kind wants it, though an address knows only texts', async () => {
    const type = kinds.questions()
    for (const field of type.bookingFields ?? []) if (/first|some|colleagues/.test(field.slug)) field.hidden = true
    address('some=Первое&some=Третье&first=false&colleagues=a@example.com,%20b@example.com')
    const parts = await formOf(type, START, { attributes: { 'prefill-from-url': 'some, first, colleagues' } })
    await fillIn()
    await book()
    expect(made(parts)?.responses).to.deep.include({
      some: ['Первое', 'Третье'],
      first: false,
      colleagues: ['a@example.com', 'b@example.com'],
    })
  })

  it('F036 stands in both parts of a name, and in the number of the place', async () => {
    await formOf(kinds.splitName(), START, { attributes: { name: 'Анна Мария Петрова' } })
    expect(values('name.first', 'name.last')).to.deep.equal(['Анна', 'Мария Петрова'])
    await formOf(kinds.phoneOnly(), START, { attributes: { phone: KNOWN.phone } })
    expect(values('location.value')).to.deep.equal([KNOWN.phone])
  })

  it('F040 of where he came from goes into the booking: the marks of the address, and the page', async () => {
    address('utm_source=vk&utm_campaign=осень&yclid=17&gclid=18&email=ivan@example.com&token=1')
    const parts = await mount()
    await toForm(START)
    await fillIn()
    await book()
    expect(made(parts)?.metadata).to.include({
      utm_source: 'vk',
      utm_campaign: 'осень',
      yclid: '17',
      gclid: '18',
      page: location.origin + location.pathname,
    })
    expect(made(parts)?.metadata).not.to.have.any.keys('email', 'token')
  })

  it('F040 of who linked to the page goes into the booking, without what stood in that address', async () => {
    Object.defineProperty(document, 'referrer', { configurable: true, value: 'https://example.com/a?person=1#x' })
    const parts = await mount()
    await toForm(START)
    await fillIn()
    await book()
    expect(made(parts)?.metadata).to.include({ referrer: 'https://example.com/a' })
  })
})
