import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import { click, found, linked, mount, paid, toForm, until } from './support.ts'

/** What a page's list for tag managers hears of an element. */
async function heard(options: Parameters<typeof mount>[0] = {}) {
  const layer: { event: string; meeting?: string; reason?: string }[] = []
  Object.assign(window, { dataLayer: layer })
  return { ...(await mount(options)), layer }
}

describe('goals that come early', () => {
  afterEach(() => Reflect.deleteProperty(window, 'dataLayer'))

  it('F087 tells of a time that was chosen before the code for it had come', async () => {
    const { booking, layer } = await heard()
    booking.addEventListener('olga-ready', () =>
      booking.shadowRoot?.querySelector<HTMLElement>('[part~="nearest"]')?.click(),
    )
    await found('[part~="submit"]')
    expect(layer.map(({ event }) => event)).to.deep.equal(['olga_ready', 'olga_slot'])
  })

  it('F085 tells the page that he is sent on since it costs something, and not that times were shown', async () => {
    const { layer } = await heard({ before: paid })
    await linked()
    await until(() => layer.length > 0, 'a goal')
    expect(layer).to.deep.equal([{ event: 'olga_fallback', meeting: 'delo-40min', reason: 'paid' }])
  })

  it('F087 tells nothing of an element that nobody has opened', async () => {
    const { booking, layer } = await heard({ attributes: { mode: 'popup' } })
    await found('[part~="trigger"]')
    expect(layer).to.deep.equal([])
    booking.open()
    await found('[part~="time"]')
    await until(() => layer.length > 0, 'that it is ready')
    expect(layer.map(({ event }) => event)).to.deep.equal(['olga_ready'])
  })

  it('F087 names the meeting that he has chosen of several', async () => {
    const { layer } = await heard({
      attributes: { events: '15min,30min' },
      setup: { env: { EVENTS: '15min,30min,delo-40min' } },
    })
    await click('li:nth-child(2) [part~="choice"]')
    await toForm(START)
    expect(layer.at(-1)).to.deep.equal({ event: 'olga_slot', meeting: '30min' })
  })
})
