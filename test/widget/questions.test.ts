import { expect } from 'chai'
import type { EventType } from '../../demo/simulator/index.ts'
import { kinds } from '../../demo/simulator/kinds.ts'
import { START } from '../support/proxy.ts'
import { control, formOf, mountKind } from './kinds.ts'
import { all, book, click, fill, fillIn, found, type Mounted, text, until } from './support.ts'

const made = ({ simulator }: Mounted) => simulator.account.bookings[0]

/** The words beside a field that say what is wrong with it. */
const fault = async (slug: string) => text(await found(`#error-${CSS.escape(slug)}`))

/** The questions, with some of them changed. */
function questions(changes: Record<string, object>): EventType {
  const type = kinds.questions()
  return { ...type, bookingFields: type.bookingFields.map((field) => ({ ...field, ...changes[field.slug] })) }
}

describe('the questions of an event type', () => {
  it('F029 asks every kind of question, and Cal.com gets each answer as it wants it', async () => {
    const parts = await formOf(kinds.questions(), START)
    await fillIn()
    const typed = { topic: 'Тема', story: 'Долгая история', city: 'Тверь', site: 'https://example.com', one: 'Второе' }
    for (const [name, value] of Object.entries(typed)) fill(name, value)
    fill('people', '2')
    fill('colleagues', 'anna@example.com, petr@example.com')
    for (const value of ['Первое', 'Третье']) await click(`[name="some"][value="${value}"]`)
    await click('[name="marks"][value="Второе"]')
    await click('[name="either"][value="Третье"]')
    await book()
    expect(made(parts)?.responses).to.deep.include({
      ...typed,
      people: 2,
      colleagues: ['anna@example.com', 'petr@example.com'],
      some: ['Первое', 'Третье'],
      marks: ['Второе'],
      either: 'Третье',
      first: true,
    })
  })

  it('F029 shows each as the control that people know', async () => {
    await formOf(kinds.questions(), START)
    const kindOf = (name: string) => `${control(name).localName} ${control(name).type}`
    const names = ['name', 'email', 'attendeePhoneNumber', 'topic', 'story', 'people', 'site', 'one']
    expect(names.map(kindOf)).to.deep.equal([
      'input text',
      'input email',
      'input tel',
      'input text',
      'textarea textarea',
      'input text',
      'input url',
      'select select-one',
    ])
    expect(['some', 'marks', 'either', 'first'].map(kindOf)).to.deep.equal([
      'input checkbox',
      'input checkbox',
      'input radio',
      'input checkbox',
    ])
    expect(control('people').inputMode).to.equal('decimal')
  })

  it('F029 sends him to the link where a required question is of a kind that we do not know', async () => {
    const type = kinds.questions()
    type.bookingFields.push({ type: 'hologram', slug: 'x', label: 'Что-то', required: true } as never)
    await mountKind(type)
    await found('a[part~="link"]')
    expect(all('form')).to.have.length(0)
  })

  it('F030 asks in the owner’s own words, with his hints, choices and defaults', async () => {
    await formOf(kinds.questions(), START)
    const label = (name: string) => text(all(`label[for="f-${name}"]`)[0])
    expect(label('topic')).to.equal('Тема необязательно')
    expect(control('topic').placeholder).to.equal('В двух словах')
    expect(all('[name="one"] option').map(text)).to.deep.equal(['Что-нибудь', 'Первое', 'Второе', 'Третье'])
    expect(all('[part~="field"] legend').map(text)).to.include('Либо необязательно')
    expect(control('first').checked).to.equal(true)
  })

  for (const [slug, typed, wrong, said] of [
    ['topic', 'Ой', 'too short a text', 'Слишком коротко'],
    ['people', '0', 'a number below the least', 'Это число слишком маленькое'],
    ['people', '11', 'a number above the most', 'Это число слишком большое'],
    ['people', 'много', 'what is no number', 'Нужно число'],
    ['site', 'example', 'what is no address', 'Похоже, здесь ошибка'],
  ] as const) {
    it(`F031 says beside the field: ${wrong}`, async () => {
      const { simulator } = await formOf(kinds.questions(), START)
      await fillIn()
      fill(slug, typed)
      await click('[part~="submit"]')
      expect(await fault(slug)).to.equal(said)
      expect(simulator.account.bookings).to.have.length(0)
    })
  }

  it('F031 takes no more letters than the question does', async () => {
    await formOf(kinds.questions(), START)
    expect(control('topic').maxLength).to.equal(80)
  })

  it('F031 wants an answer, of whatever kind, where one is required', async () => {
    const all = ['topic', 'story', 'people', 'city', 'site', 'one', 'some', 'marks', 'either', 'colleagues']
    await formOf(questions(Object.fromEntries(all.map((slug) => [slug, { required: true }]))), START)
    await fillIn()
    await click('[part~="submit"]')
    for (const slug of all) expect(await fault(slug), slug).to.equal('Заполните это поле')
  })

  it('F031 does not show what is hidden, and sends its default', async () => {
    const parts = await formOf(kinds.questions(), START)
    expect(all('[name="source"]')).to.have.length(0)
    await fillIn()
    await book()
    expect(made(parts)?.responses).to.include({ source: 'site' })
  })

  it('F031 does not ask what is asked only of those who move a booking', async () => {
    await formOf(questions({ topic: { views: [{ id: 'reschedule', label: 'Reschedule View' }] } }), START)
    expect(all('[name="rescheduleReason"], [name="topic"]')).to.have.length(0)
  })

  it('F032 asks for both parts of a name, and books under the whole of it', async () => {
    const parts = await formOf(kinds.splitName(), START)
    parts.simulator.clock.advance(3_000)
    const labels = ['name.first', 'name.last'].map((name) => text(all(`label[for="f-${name}"]`)[0]))
    expect(labels).to.deep.equal(['Имя', 'Фамилия'])
    expect(['name.first', 'name.last'].map((name) => control(name).autocomplete)).to.deep.equal([
      'given-name',
      'family-name',
    ])
    fill('name.first', 'Иван')
    fill('email', 'ivan@example.com')
    await click('[name="consent"]')
    await click('[part~="submit"]')
    expect(await fault('name.last')).to.equal('Заполните это поле')
    fill('name.last', 'Петров')
    await book()
    expect(made(parts)?.attendees[0]).to.include({ name: 'Иван Петров' })
  })

  it('F034 invites the guests that he names', async () => {
    const parts = await formOf(kinds.questions(), START)
    expect(control('guests').closest('details')?.open).to.equal(false)
    await fillIn()
    fill('guests', 'anna@example.com; petr@example.com')
    await book()
    expect(made(parts)?.guests).to.deep.equal(['anna@example.com', 'petr@example.com'])
  })

  it('F034 says which field of guests has a wrong address in it', async () => {
    await formOf(kinds.questions(), START)
    await fillIn()
    fill('guests', 'anna@example.com, petr')
    await click('[part~="submit"]')
    expect(await fault('guests')).to.equal('Похоже, в адресе почты ошибка')
    await until(() => control('guests').checkVisibility(), 'the field can be seen')
  })
})
