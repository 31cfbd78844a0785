import { expect } from 'chai'
import { all, click, day, found, freeInJanuary, gate, linked, mount, overApp, text, until } from './support.ts'

const said = () => text(all('[role="status"]')[0])

describe('what is said to who cannot see', () => {
  it('F079 tells who cannot see what is there', async () => {
    await mount()
    await found('[part~="time"]')
    await until(() => said() === 'понедельник, 23 ноября, 12 свободных времён', 'the first day')
    ;(await day('2026-11-24')).click()
    await until(() => said().startsWith('вторник, 24 ноября'), 'the day that was chosen')
  })

  it('F079 tells that the times are on their way', async () => {
    const { opened, open } = gate()
    await mount({ fetch: (app) => (input, init) => opened.then(() => overApp(app)(input, init)) })
    await until(() => said() === 'Загружаем свободное время…', 'that it is loading')
    open()
    await until(() => said().startsWith('понедельник, 23 ноября'), 'the first day')
  })

  it('F079 tells that a month is empty', async () => {
    await mount({ before: freeInJanuary })
    await found('[part~="time"]')
    expect(said()).to.equal('среда, 20 января, 1 свободное время')
    await click('[part~="prev"]')
    await until(() => said() === 'В этом месяце свободного времени нет', 'that there is nothing')
  })

  it('F079 tells that the times could not be had', async () => {
    await mount({ before: ({ simulator }) => simulator.break({ kind: 'refuse' }) })
    await linked()
    expect(said()).to.equal('Не получилось загрузить календарь. Записаться можно на странице Cal.com')
  })
})
