import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import { control } from './kinds.ts'
import { all, book, click, fillIn, found, mount, submits, text, toForm, until } from './support.ts'

const sent = async (asked: Request[]) => JSON.parse((await submits(asked)[0]?.text()) ?? '{}')
const words = (name: string) => text(control(name).closest('label'))

describe('consent', () => {
  it('F101 is his own act: the box is not ticked, and without it nothing is sent', async () => {
    const { asked, simulator } = await mount()
    await toForm(START)
    expect(control('consent').checked).to.equal(false)
    await fillIn()
    control('consent').click()
    await click('[part~="submit"]')
    expect(text(await found('#error-consent'))).to.equal('Без согласия мы не можем вас записать')
    expect(await sent(asked)).to.deep.equal({})
    expect(simulator.account.bookings).to.have.length(0)
  })

  it('F101 is asked for anew at each visit of the form', async () => {
    await mount()
    await toForm(START)
    await fillIn()
    await click('[part~="back"]')
    await toForm('2026-11-26T07:00:00.000Z')
    expect(control('consent').checked).to.equal(false)
  })

  it('F101 is sent as the version of its words, and recorded with the booking', async () => {
    const { asked, consent, simulator, store } = await mount()
    await toForm(START)
    await fillIn()
    await book()
    expect(await sent(asked)).to.include({ consent: consent.version })
    const [entry] = await store.journal.list()
    expect(entry).to.include({ consentVersion: consent.version, adsVersion: null })
    expect(simulator.account.bookings[0]?.metadata).to.include({ consent_version: consent.version })
  })

  it('F101 has the owner’s words, in the language that is spoken', async () => {
    const { booking } = await mount()
    await toForm(START)
    expect(words('consent')).to.equal('Я даю согласие на обработку моих персональных данных')
    booking.lang = 'en'
    await until(() => words('consent') === 'I agree to the processing of my personal data', 'the English words')
  })

  it('F101 leads to the policy, which opens elsewhere', async () => {
    await mount({ setup: { env: { CONSENT_URL: 'https://olgaroset.ru/policy' } } })
    await toForm(START)
    const link = control('consent').closest('label')?.querySelector('a')
    expect([link?.href, link?.target, link?.rel, text(link)]).to.deep.equal([
      'https://olgaroset.ru/policy',
      '_blank',
      'noopener',
      'подробнее',
    ])
  })

  it('F101 to advertising is a second box, only where the page wants it, and not ticked either', async () => {
    const { booking } = await mount()
    await toForm(START)
    expect(all('[name="ads"]')).to.have.length(0)
    booking.adsConsent = true
    await found('[name="ads"]')
    expect([control('ads').checked, control('ads').required]).to.deep.equal([false, false])
    expect(words('ads')).to.contain('рекламу')
  })

  it('F101 to advertising is nobody’s who did not give it', async () => {
    const { asked, store } = await mount({ attributes: { 'ads-consent': '' } })
    await toForm(START)
    await fillIn()
    await book()
    expect(await sent(asked)).not.to.have.property('ads')
    expect((await store.journal.list())[0]).to.include({ adsVersion: null })
  })

  it('F101 to advertising is sent and recorded where it was given', async () => {
    const { asked, consent, store } = await mount({ attributes: { 'ads-consent': '' } })
    await toForm(START)
    await fillIn()
    control('ads').click()
    await book()
    expect(await sent(asked)).to.include({ consent: consent.version, ads: consent.ads.version })
    expect((await store.journal.list())[0]).to.include({ adsVersion: consent.ads.version })
  })

  it('F101 is asked for anew when its words have changed meanwhile', async () => {
    const { asked, consent, simulator } = await mount()
    await toForm(START)
    await fillIn()
    consent.version = 'a newer one'
    consent.text.ru = 'Согласен на новое'
    simulator.clock.advance(600_001)
    await click('[part~="submit"]')
    await until(() => words('consent') === 'Согласен на новое', 'the new words')
    expect(control('consent').checked).to.equal(false)
    // A copy that the browser has kept would bring the old words again.
    const caches = asked.filter(({ url }) => url.includes('/v1/events/')).map(({ cache }) => cache)
    expect(caches).to.deep.equal(['default', 'no-cache'])
    control('consent').click()
    await book()
  })
})
