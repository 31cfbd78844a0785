import { expect } from 'chai'
import { all, found, mount, pageText, text, times, until } from './support.ts'

describe('whose clocks the times are on', () => {
  it('F021 shows times on the visitor’s clocks, and what the host’s show', async () => {
    await mount({ attributes: { 'time-zone': 'Asia/Kamchatka' } })
    const time = await found('[part~="time"]')
    expect(times()[0]).to.equal('19:00')
    expect(text(time.querySelector('small'))).to.equal('10:00 по Москве')
    expect(pageText()).to.contain('GMT+12')
  })

  it('F020 shows the times of the zone that the page has fixed, and does not call it his', async () => {
    await mount({ attributes: { 'time-zone': 'Asia/Tokyo' } })
    await found('[part~="time"]')
    expect(times()[0]).to.equal('16:00')
    expect(pageText()).to.contain('GMT+9')
    expect(all('button[part~="zone"]')).to.have.length(0)
  })

  it('F022 writes times by twelve hours where its owner wants them, and by twenty-four again', async () => {
    const { booking } = await mount({ attributes: { 'hour-cycle': 'h12', 'time-zone': 'Asia/Kamchatka' } })
    await found('[part~="time"]')
    expect(times()[0]).to.match(/^7:00\sPM$/)
    booking.hourCycle = ''
    await until(() => times()[0] === '19:00', 'the times by twenty-four hours')
  })

  it('takes what it cannot understand for not given', async () => {
    await mount({ attributes: { 'hour-cycle': '24h', 'time-zone': 'Mars/Base', proxy: 'https://book.example.com/' } })
    await found('[part~="time"]')
    expect(times()[0]).to.match(/^\d\d:\d\d$/)
  })

  it('F021 puts a time on the day it has there, and says when the host’s is another', async () => {
    await mount({ attributes: { 'time-zone': 'Pacific/Pago_Pago' } })
    await found('[part~="time"]')
    expect(text(all('#day')[0])).to.equal('воскресенье, 22 ноября')
    expect(times()[0]).to.equal('20:00')
    expect(text(all('.times small')[0])).to.equal('10:00 по Москве, на следующий день')
  })

  it('opens on the month that the first time has where the visitor is', async () => {
    await mount({
      attributes: { 'time-zone': 'Pacific/Pago_Pago' },
      before: ({ simulator }) => simulator.clock.set('2026-11-30T20:00:00Z'),
    })
    await found('[part~="time"]')
    expect(text(all('[part~="month"]')[0])).to.equal('ноябрь 2026')
    expect(text(all('#day')[0])).to.equal('понедельник, 30 ноября')
  })
})
