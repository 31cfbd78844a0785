import { setViewport } from '@web/test-runner-commands'
import { expect } from 'chai'
import { all, click, focused, found, mount, text, until } from './support.ts'

const days = () => all('.days h4').map(text)
const timesOf = (day: string) =>
  all('.days [role="group"]')
    .filter((group) => text(group.querySelector('h4')) === day)
    .flatMap((group) => [...group.querySelectorAll('[data-start]')])

describe('a narrow place', () => {
  beforeEach(() => setViewport({ width: 360, height: 800 }))
  after(() => setViewport({ width: 800, height: 600 }))

  it('F016 F017 shows days with their times, one below the other, and no month grid', async () => {
    await mount()
    await found('.days [data-start]')
    expect(all('table')).to.have.length(0)
    expect(days()).to.deep.equal(['понедельник, 23 ноября', 'вторник, 24 ноября', 'среда, 25 ноября'])
    for (const one of days()) expect(timesOf(one), one).to.have.length(5)
  })

  it('shows the rest of a day when asked, and leads there', async () => {
    const { booking } = await mount()
    const chosen: string[] = []
    booking.addEventListener('olga-day', ({ day }) => chosen.push(day))
    await found('.days [data-start]')
    const [, more] = all('.days li [part~="more"]')
    expect(text(more)).to.equal('ещё 7')
    more?.click()
    await until(() => timesOf('вторник, 24 ноября').length === 12, 'all times of Tuesday')
    await until(
      () => focused()?.getAttribute('data-start') === '2026-11-24T10:20:00.000Z',
      'the focus on the first new one',
    )
    expect(chosen).to.deep.equal(['2026-11-24'])
  })

  it('shows more days when asked, and leads there', async () => {
    await mount()
    await click('.days > [part~="more"]')
    await until(() => days().length === 6, 'the rest of November')
    await until(() => focused()?.getAttribute('data-start') === '2026-11-26T07:00:00.000Z', 'the focus on Thursday')
    expect(all('.days > [part~="more"]')).to.have.length(0)
  })

  it('turns to another month', async () => {
    await mount()
    await found('.days [data-start]')
    await click('[part~="next"]')
    await until(() => days()[0] === 'вторник, 1 декабря', 'December')
  })

  it('F017 goes by the room of the element, not of the window', async () => {
    await setViewport({ width: 1280, height: 800 })
    const { booking } = await mount()
    await found('table')
    booking.style.inlineSize = '400px'
    await found('.days [data-start]')
    booking.style.inlineSize = ''
    await found('table')
  })

  it('takes what a phone of 320 px has, and no more', async () => {
    await setViewport({ width: 320, height: 640 })
    await mount({ attributes: { 'time-zone': 'Pacific/Pago_Pago' } })
    await found('.days [data-start]')
    expect(document.documentElement.scrollWidth).to.be.at.most(320)
  })
})
