import { setViewport } from '@web/test-runner-commands'
import { expect } from 'chai'
import { all, click, day, found, mount, pageText, text, times, until } from './support.ts'

describe('picking a time', () => {
  it('F001 shows what is booked, the first month with a free time, and the times of its first day', async () => {
    await mount()
    await found('[part~="time"]')
    expect(text(all('h2')[0])).to.equal('40 минут с Ольгой Розет')
    expect(text(all('[part~="month"]')[0])).to.equal('ноябрь 2026')
    expect(text(all('#day')[0])).to.equal('понедельник, 23 ноября')
    expect(times()[0]).to.equal('10:00')
    expect(times()).to.have.length(12)
  })

  it('follows its properties', async () => {
    const { booking } = await mount()
    await found('[part~="time"]')
    booking.theme = 'dark'
    booking.timeZone = 'Asia/Kamchatka'
    await until(() => times()[0] === '19:00', 'the times in Kamchatka')
    expect(booking.getAttribute('theme')).to.equal('dark')
  })

  it('shows the times of the day that is chosen', async () => {
    const { booking } = await mount()
    const days: string[] = []
    booking.addEventListener('olga-day', (event) => days.push(event.day))
    ;(await day('2026-11-24')).click()
    await until(() => text(all('#day')[0]).includes('24'), 'the times of the 24th')
    expect(times()).to.have.length(12)
    expect(days).to.deep.equal(['2026-11-24'])
  })

  it('F015 has six rows whatever the month', async () => {
    await mount()
    await found('[part~="time"]')
    for (const month of ['декабрь 2026', 'январь 2027', 'февраль 2027']) {
      await click('[part~="next"]')
      await until(() => text(all('[part~="month"]')[0]) === month, month)
      expect(all('tbody tr')).to.have.length(6)
    }
  })

  it('F076 tells each day and how much is free on it', async () => {
    await mount()
    await found('[part~="time"]')
    expect((await day('2026-11-23')).ariaLabel).to.equal('понедельник, 23 ноября, 12 свободных времён')
    expect((await day('2026-11-28')).ariaLabel).to.equal('суббота, 28 ноября, нет свободного времени')
    expect((await day('2026-11-28')).ariaDisabled).to.equal('true')
  })

  it('F070 counts in Russian as one does', async () => {
    await mount({
      before: ({ simulator }) => {
        const [schedule] = simulator.account.schedules
        if (schedule) schedule.availability = [{ days: ['Monday'], startTime: '10:00', endTime: '11:20' }]
      },
    })
    await found('[part~="time"]')
    expect((await day('2026-11-23')).ariaLabel).to.contain('2 свободных времени')
  })

  it('F023 chooses the nearest time with one click', async () => {
    const { booking } = await mount()
    const starts: string[] = []
    booking.addEventListener('olga-slot', (event) => starts.push(event.start))
    const nearest = await found('[part~="nearest"]')
    expect(text(nearest)).to.equal('Ближайшее время: пн, 23 ноября, 10:00')
    nearest.click()
    await found('[part~="submit"]')
    expect(starts).to.deep.equal(['2026-11-23T07:00:00.000Z'])
  })

  it('shows anew what is free when asked', async () => {
    const { booking, simulator } = await mount()
    await found('[part~="time"]')
    simulator.account.busy.push({ start: '2026-11-23T07:00:00.000Z', end: '2026-11-23T07:40:00.000Z' })
    // So long that the proxy asks before it answers.
    simulator.clock.advance(600_001)
    await booking.refresh()
    await until(() => times()[0] === '10:40', '10:00 is gone')
  })

  it('loads anew when it is taken out while loading and put back', async () => {
    const { booking } = await mount()
    booking.remove()
    document.body.append(booking)
    await found('[part~="time"]')
  })

  it('leaves what it shows when asking anew fails', async () => {
    const { booking, simulator } = await mount()
    await found('[part~="time"]')
    simulator.clock.advance(60_000)
    simulator.break({ kind: 'refuse' })
    await booking.refresh()
    expect(times()).to.have.length(12)
    expect(all('[part~="fallback"]')).to.have.length(0)
  })

  it('F014 keeps what it shows when it is moved about the page', async () => {
    const { booking, simulator } = await mount()
    await found('[part~="time"]')
    const { length } = simulator.calls
    document.body.append(booking)
    await booking.updateComplete
    expect(times()).to.have.length(12)
    expect(simulator.calls).to.have.length(length)
  })

  it('F077 has the times as a list with a name', async () => {
    await mount()
    await found('[part~="time"]')
    const [group] = all('.times')
    const name = group?.getAttribute('aria-labelledby')
    expect(text(all(`#${name}`)[0])).to.equal('понедельник, 23 ноября')
    expect(group?.querySelectorAll('ul > li > button')).to.have.length(12)
  })

  it('F099 says that what it shows may be old', async () => {
    const { simulator, booking } = await mount()
    await found('[part~="time"]')
    simulator.clock.advance(600_001)
    simulator.break({ kind: 'refuse' })
    await booking.refresh()
    await until(() => pageText().includes('Календарь отвечает с задержкой'), 'that the times may be old')
  })

  it('F025 offers the lengths that there are, each with its own times', async () => {
    const { asked } = await mount({
      before: ({ simulator }) => {
        for (const type of simulator.account.eventTypes) type.lengthInMinutesOptions = [40, 80]
      },
    })
    await found('[part~="time"]')
    expect(all('.chips button').map(text)).to.deep.equal(['40 минут', '80 минут'])
    expect(all('[part~="duration"]').map(({ ariaPressed }) => ariaPressed)).to.deep.equal(['true', 'false'])
    all('[part~="duration"]')[1]?.click()
    await until(() => asked.some(({ url }) => url.includes('duration=80')), 'times of the longer one')
    await click('[part~="time"]')
    await until(() => text(all('[part~="when"]')[0]).includes('10:00–11:20'), 'the longer meeting')
    expect(text(all('[part~="header"]')[0])).to.contain('80 минут')
  })

  it('has the times beside the month where there is room', async () => {
    await setViewport({ width: 1280, height: 800 })
    await mount()
    await found('[part~="time"]')
    const [times, calendar] = ['.times', '[part="calendar"]'].map((one) => all(one)[0]?.getBoundingClientRect())
    expect(calendar?.width).to.be.greaterThan(400)
    expect(times?.left).to.be.greaterThan(calendar?.right ?? Number.NaN)
  })

  it('F011 stands on a page several times', async () => {
    const { booking } = await mount()
    const other = document.createElement('olga-booking')
    Object.assign(other, { fetch: booking.fetch, now: booking.now, event: '15min', timeZone: 'Europe/Moscow' })
    document.body.append(other)
    await until(() => all('h2').map(text).join().includes('15 минут'), 'the other event type')
    await until(() => all('h2').length === 2, 'both')
  })
})
