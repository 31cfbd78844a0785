import { expect } from 'chai'
import { all, click, focused, found, mount, text, times, until } from './support.ts'

const SEARCH = '.zones input'
/** As it is: the visitor may choose a zone only where the page has fixed none. */
const free = { attributes: { 'time-zone': '' } }

async function search(words: string): Promise<void> {
  await found('[part~="time"]')
  await click('button[part~="zone"]')
  const field = await found<HTMLInputElement>(SEARCH)
  field.value = words
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
const shown = () => all('.zones li button').map((one) => [...one.children].map(text))

describe('the zone picker', () => {
  it('F018 finds a city by its Russian name, with its distance from Moscow', async () => {
    await mount(free)
    await search('Челяб')
    await until(() => shown().length === 1, 'the one zone')
    expect(shown()).to.deep.equal([['Екатеринбург', 'GMT+5 · МСК+2']])
  })

  it('F018 finds any zone of the world by its name, and by its offset', async () => {
    await mount(free)
    await search('kiritimati')
    await until(() => shown()[0]?.[0] === 'Kiritimati', 'Kiritimati')
    expect(shown()[0]?.[1]).to.equal('GMT+14 · МСК+11')
    const field = await found<HTMLInputElement>(SEARCH)
    field.value = 'gmt+5:45'
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await until(() => shown()[0]?.[0]?.startsWith('Kath') || shown()[0]?.[0]?.startsWith('Katm') || false, 'Kathmandu')
  })

  it('says so when nothing is found', async () => {
    await mount(free)
    await search('нигде')
    await until(() => text(all('.zones')[0]).includes('Ничего не нашлось'), 'that there is none')
  })

  it('shows the times of the zone that is chosen, and loses nothing', async () => {
    await mount(free)
    await found('[part~="time"]')
    await click('[data-day="2026-11-25"]')
    await search('камчатка')
    await click('.zones [data-zone="Asia/Kamchatka"]')
    await until(() => times().includes('19:00'), 'the times in Kamchatka')
    expect(text(all('#day')[0])).to.equal('среда, 25 ноября')
    expect(all('.zones')).to.have.length(0)
  })

  it('counts by the time of the year that is looked at', async () => {
    await mount({ ...free, before: ({ simulator }) => simulator.clock.set('2027-07-04T12:00:00Z') })
    await search('new_york')
    await until(() => shown().length === 1, 'the one zone')
    expect(shown()[0]?.[1]).to.equal('GMT-4 · МСК−7')
  })

  it('is a dialog: the focus goes in, and comes back', async () => {
    await mount(free)
    await found('[part~="time"]')
    const button = await found('button[part~="zone"]')
    button.focus()
    button.click()
    await until(() => focused() === all(SEARCH)[0], 'the focus in the search')
    expect(all<HTMLDialogElement>('.zones')[0]?.matches(':modal')).to.equal(true)
    await click('.zones [part~="close"]')
    await until(() => focused() === button, 'the focus back on the button')
  })

  it('speaks English', async () => {
    await mount({ attributes: { 'time-zone': '', lang: 'en' } })
    await search('yekat')
    await until(() => shown().length === 1, 'the one zone')
    expect(shown()).to.deep.equal([['Yekaterinburg', 'GMT+5']])
  })
})
