import { expect } from 'chai'
import { visitorZone } from '../../widget/zone.ts'
import { START } from '../support/proxy.ts'
import {
  all,
  askPhone,
  click,
  fill,
  fillIn,
  found,
  LINK,
  linked,
  type Mounted,
  mount,
  text,
  toForm,
} from './support.ts'

const isDown = ({ simulator }: Pick<Mounted, 'simulator'>) => simulator.break({ kind: 'refuse' })
const cannotBook = ({ simulator }: Pick<Mounted, 'simulator'>) =>
  simulator.break({ kind: 'status', status: 400, on: { method: 'POST' } })

/** His own click, that does not leave the page. */
async function follow(): Promise<URLSearchParams> {
  const link = await found<HTMLAnchorElement>(LINK)
  link.addEventListener('click', (event) => event.preventDefault())
  link.click()
  return new URL(link.href).searchParams
}

describe('the link to the plain page', () => {
  it('opens the link safely and elsewhere', async () => {
    await mount({ before: isDown })
    const link = await found<HTMLAnchorElement>(LINK)
    expect([link.rel, link.referrerPolicy, link.target]).to.deep.equal(['noopener', 'no-referrer', '_blank'])
  })

  it('leaves a link of another kind as the owner wrote it', async () => {
    for (const href of ['tel:+79990001122', 'https://t.me/olga_example']) {
      await mount({
        children: `<a href="${href}">Сюда</a>`,
        before: isDown,
      })
      expect((await found<HTMLAnchorElement>(LINK)).href).to.equal(href)
    }
  })

  it('shows the owner’s link when nothing else is known', async () => {
    await mount({
      children: '<a href="https://cal.com/olgarozet/30min">Сюда</a>',
      before: isDown,
    })
    expect((await linked()).pathname).to.equal('/olgarozet/30min')
  })

  it('gives the link with the time, and what he typed only on his own click', async () => {
    const parts = await mount()
    await toForm(START)
    await fillIn()
    fill('notes', 'О деле')
    cannotBook(parts)
    await click('[part~="submit"]')
    const link = await found<HTMLAnchorElement>(LINK)
    const before = new URL(link.href).searchParams
    expect([before.get('slot'), before.get('date'), before.get('month')]).to.deep.equal([
      START,
      '2026-11-25',
      '2026-11',
    ])
    expect(link.href).not.to.contain('ivan')
    const after = await follow()
    expect([after.get('name'), after.get('email'), after.get('notes')]).to.deep.equal([
      'Иван Петров',
      'ivan@example.com',
      'О деле',
    ])
    expect(after.has('guests')).to.equal(false)
    expect(text(all('[role="alert"]')[0])).to.contain('Запись не создана')
  })

  it('says where he came from, by the marks of the page’s address alone', async () => {
    const before = location.href
    const marks = { utm_source: 'vk', utm_campaign: 'осень', yclid: '17' }
    const query = new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(location.search)), ...marks })
    history.replaceState(null, '', `?${query}&email=ivan@example.com`)
    await mount({ before: isDown })
    const { searchParams } = await linked()
    history.replaceState(null, '', before)
    expect(Object.fromEntries(searchParams)).to.deep.equal({
      'cal.tz': 'Europe/Moscow',
      'metadata[utm_source]': 'vk',
      'metadata[utm_campaign]': 'осень',
      'metadata[yclid]': '17',
    })
  })

  it('takes a phone with it as Cal.com reads one', async () => {
    const parts = await mount({ before: askPhone })
    await toForm(START)
    await fillIn()
    fill('attendeePhoneNumber', '8 (916) 123‑45–67')
    cannotBook(parts)
    await click('[part~="submit"]')
    expect((await follow()).get('attendeePhoneNumber')).to.equal('+79161234567')
  })

  it('names the zone of the device where the page’s is an offset, which Cal.com does not know', async () => {
    await mount({ attributes: { 'time-zone': '+03:00' }, before: isDown })
    expect((await linked()).searchParams.get('cal.tz')).to.equal(visitorZone())
  })
})
