import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import { all, click, fillIn, found, mount, text, toForm, until } from './support.ts'

async function booked(attributes: Record<string, string> = {}) {
  const mounted = await mount({ attributes })
  await toForm(START)
  await fillIn()
  await click('[part~="submit"]')
  return { ...mounted, screen: await found('[part~="booked"]') }
}
const hrefs = () => all<HTMLAnchorElement>('.field a').map(({ href }) => new URL(href))

describe('the last screen', () => {
  it('F056 says in place that he is booked, what, when, and by what number', async () => {
    const { screen, simulator } = await booked({ 'time-zone': 'Asia/Kamchatka' })
    const [made] = simulator.account.bookings
    expect(text(screen)).to.contain('Вы записаны')
    expect(text(screen)).to.contain('40 минут с Ольгой Розет')
    expect(text(screen)).to.contain('среда, 25 ноября')
    expect(text(screen)).to.contain('10:00 по Москве')
    expect(text(screen)).to.contain(`Номер записи: ${made?.metadata.ref}`)
  })

  it('F054 gives the calendar file by address, with the UID of Cal.com’s own invitation', async () => {
    const { app, simulator } = await booked()
    const [file] = hrefs()
    const answer = await app.request(`${file?.pathname}`)
    expect(answer.headers.get('content-type')).to.contain('text/calendar')
    expect(await answer.text()).to.contain(simulator.account.bookings[0]?.icsUid ?? 'no UID')
  })

  it('F055 leads to Google’s and Outlook’s calendars with title and time', async () => {
    await booked()
    const [, google, outlook] = hrefs()
    expect(google?.searchParams.get('dates')).to.equal('20261125T070000Z/20261125T074000Z')
    expect(google?.searchParams.get('text')).to.equal('40 минут с Ольгой Розет')
    expect(outlook?.searchParams.get('startdt')).to.equal(START)
    expect(outlook?.searchParams.get('subject')).to.equal('40 минут с Ольгой Розет')
    for (const link of all<HTMLAnchorElement>('.field a'))
      expect([link.rel, link.referrerPolicy]).to.deep.equal(['noopener', 'no-referrer'])
  })

  it('F060 leads to where it can be moved and cancelled: here, or by an address to keep', async () => {
    await booked()
    const link = await found<HTMLAnchorElement>('[part~="manage"]')
    expect(link.href).to.match(/^https:\/\/book\.example\.com\/manage#olga-booking=[\w.-]+$/)
    link.click()
    await until(() => text(all('.managed h2')[0]) === 'Ваша запись', 'his booking')
  })

  it('has no uid of Cal.com’s in it, nor in the page', async () => {
    const { simulator, screen } = await booked()
    const { uid = 'no uid' } = simulator.account.bookings[0] ?? {}
    expect(screen.innerHTML + document.body.innerHTML).not.to.contain(uid)
  })
})
