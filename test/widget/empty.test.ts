import { expect } from 'chai'
import { all, click, contacts, found, freeInJanuary, mount, pageText, text, until } from './support.ts'

describe('where nothing is free', () => {
  it('F024 leads on from an empty month to the next that has a time', async () => {
    await mount({ before: freeInJanuary })
    await found('[part~="time"]')
    expect(text(all('[part~="month"]')[0])).to.equal('январь 2027')
    await click('[part~="prev"]')
    const button = await found('[part~="show-next"]')
    expect(text(button)).to.equal('Показать: январь 2027')
    button.click()
    await found('[part~="time"]')
    expect(text(all('#day')[0])).to.contain('20 января')
  })

  it('F024 says so when nothing is free for a year, and shows the contacts', async () => {
    await mount({
      before: ({ simulator }) => {
        for (const schedule of simulator.account.schedules) schedule.availability = []
      },
    })
    await until(() => pageText().includes('Свободного времени пока нет'), 'that nothing is free')
    expect(contacts()).to.equal(true)
  })

  it('F024 says until when one can book, in the last month there is', async () => {
    await mount({
      before: ({ simulator }) => {
        const window = { type: 'range', value: ['2026-11-23', '2026-12-24'] }
        for (const type of simulator.account.eventTypes) type.bookingWindow = window as never
      },
    })
    await found('[part~="time"]')
    expect(pageText()).not.to.contain('Запись открыта')
    await click('[part~="next"]')
    await until(() => pageText().includes('Запись открыта до 24 декабря'), 'until when')
  })
})
