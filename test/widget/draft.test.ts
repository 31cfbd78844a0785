import { expect } from 'chai'
import { kinds } from '../../demo/simulator/kinds.ts'
import { START } from '../support/proxy.ts'
import { control, formOf } from './kinds.ts'
import { all, click, fill, fillIn, found, type Mounted, mount, text, toForm, until } from './support.ts'

const OTHER = '2026-11-26T07:00:00.000Z'

/** As after a reload: another element, in the same tab. */
function reload({ booking }: Mounted): void {
  const anew = document.createElement('olga-booking')
  for (const { name, value } of booking.attributes) anew.setAttribute(name, value)
  anew.fetch = booking.fetch
  anew.now = booking.now
  booking.replaceWith(anew)
}

describe('what he has typed', () => {
  const { setItem, getItem, removeItem } = Storage.prototype
  afterEach(() => Object.assign(Storage.prototype, { setItem, getItem, removeItem }))

  it('F042 is there again at another time', async () => {
    await mount()
    await toForm(START)
    fill('name', 'Иван Петров')
    await click('[part~="back"]')
    await toForm(OTHER)
    expect(control('name').value).to.equal('Иван Петров')
  })

  it('F042 is there again when the page has shown another event type meanwhile', async () => {
    const { booking } = await mount()
    await toForm(START)
    fill('name', 'Иван Петров')
    booking.event = '15min'
    await until(() => text(all('h2')[0]) === '15 минут', 'the other event type')
    booking.event = 'delo-40min'
    await until(() => text(all('h2')[0]).startsWith('40 минут'), 'the first one')
    await toForm(OTHER)
    expect(control('name').value).to.equal('Иван Петров')
  })

  it('F042 is there again after the page was loaded anew, whatever kind of answer it is', async () => {
    const parts = await formOf(kinds.questions(), START)
    fill('name', 'Иван Петров')
    fill('colleagues', 'anna@example.com, petr')
    fill('story', 'Две строки,\nвот вторая')
    fill('one', 'Второе')
    for (const box of ['some', 'marks', 'either']) await click(`[name="${box}"][value="Третье"]`)
    await click('[name="first"]')
    reload(parts)
    await toForm(OTHER)
    expect(['name', 'colleagues', 'story', 'one'].map((name) => control(name).value)).to.deep.equal([
      'Иван Петров',
      'anna@example.com, petr',
      'Две строки,\nвот вторая',
      'Второе',
    ])
    const ticked = all<HTMLInputElement>('input:checked').map(({ name, value }) => `${name} ${value}`)
    expect(ticked).to.deep.equal(['some Третье', 'marks Третье', 'either Третье'])
  })

  it('F042 is there again in another language', async () => {
    const { booking } = await mount()
    await toForm(START)
    fill('name', 'Иван Петров')
    booking.lang = 'en'
    await until(() => text(all('[part~="submit"]')[0]) === 'Book', 'English')
    expect(control('name').value).to.equal('Иван Петров')
  })

  it('F042 is forgotten once he is booked', async () => {
    const parts = await mount()
    await toForm(START)
    await fillIn()
    expect(JSON.stringify({ ...sessionStorage })).to.contain('Иван Петров')
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    expect({ ...sessionStorage }).to.deep.equal({})
    reload(parts)
    await toForm(OTHER)
    expect(control('name').value).to.equal('')
  })

  it('F042 is kept in the tab alone', async () => {
    await mount()
    await toForm(START)
    await fillIn()
    expect(JSON.stringify({ ...localStorage })).not.to.contain('Иван')
  })

  it('F042 lives as long as the page where storage is forbidden, and he books all the same', async () => {
    const fail = () => {
      throw new DOMException('No', 'SecurityError')
    }
    await mount()
    Object.assign(Storage.prototype, { setItem: fail, getItem: fail, removeItem: fail })
    await toForm(START)
    fill('name', 'Иван Петров')
    await click('[part~="back"]')
    await toForm(OTHER)
    expect(control('name').value).to.equal('Иван Петров')
    await fillIn()
    await click('[part~="submit"]')
    await found('[part~="booked"]')
  })
})
