import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import { askPhone, click, fill, fillIn, found, linked, type Mounted, mount, toForm, until } from './support.ts'

type Goal = [counter: number, action: string, name: string, about?: object]
type Changes = NonNullable<Parameters<typeof mount>[0]>

const POST = { method: 'POST' }

/** A page with Metrika and a list for tag managers. */
async function counted(options: Changes = {}) {
  const goals: Goal[] = []
  const layer: { event: string }[] = []
  Object.assign(window, { ym: (...goal: Goal) => goals.push(goal), dataLayer: layer })
  const mounted = await mount({ ...options, attributes: { metrika: '12345', ...options.attributes } })
  const names = () => (mounted.booking.metrika ? goals.map(([, , name]) => name) : layer.map(({ event }) => event))
  return { ...mounted, goals, layer, names }
}

/** Once the code that tells goals has come. */
async function toFormOf({ names }: { names: () => string[] }): Promise<void> {
  await until(() => names().length > 0, 'the first goal')
  await toForm(START)
}

async function book(counter: { names: () => string[] }): Promise<void> {
  await toFormOf(counter)
  await fillIn()
  await click('[part~="submit"]')
  await found('[part~="booked"]')
}

/** Olga has to accept it first. */
const confirmed = ({ simulator }: Pick<Mounted, 'simulator'>) => {
  for (const type of simulator.account.eventTypes) type.confirmationPolicy = { type: 'always' } as never
}

describe('goals', () => {
  afterEach(() => {
    Reflect.deleteProperty(window, 'ym')
    Reflect.deleteProperty(window, 'dataLayer')
  })

  it('F087 tells the counter each moment, under the names that the page gives', async () => {
    const counter = await counted()
    await book(counter)
    expect(counter.goals).to.deep.equal(
      ['ready', 'slot', 'submit', 'booked'].map((goal) => [
        12345,
        'reachGoal',
        `olga_${goal}`,
        { meeting: 'delo-40min' },
      ]),
    )
  })

  it('F087 lets the page choose what their names begin with', async () => {
    const counter = await counted({ attributes: { goals: 'zapis-' } })
    await toFormOf(counter)
    expect(counter.names()).to.deep.equal(['zapis-ready', 'zapis-slot'])
  })

  it('F087 tells a request apart that Olga has to accept', async () => {
    const counter = await counted({ before: confirmed })
    await book(counter)
    expect(counter.names().at(-1)).to.equal('olga_pending')
  })

  it('F087 tells a request apart that waits for the calendar', async () => {
    const { names, simulator } = await counted()
    await toFormOf({ names })
    await fillIn()
    simulator.break({ kind: 'refuse', on: POST })
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    expect(names().at(-1)).to.equal('olga_queued')
  })

  it('F087 tells the page’s data layer the same', async () => {
    const counter = await counted({ attributes: { metrika: '' } })
    await book(counter)
    expect(counter.layer).to.deep.equal(
      ['ready', 'slot', 'submit', 'booked'].map((goal) => ({ event: `olga_${goal}`, meeting: 'delo-40min' })),
    )
  })

  it('F087 tells no counter that the page did not name, and makes no list of its own', async () => {
    const counter = await counted({ attributes: { metrika: '' } })
    await until(() => counter.layer.length > 0, 'the first goal')
    Reflect.deleteProperty(window, 'dataLayer')
    await book(counter)
    expect(counter.goals).to.deep.equal([])
    expect(window).not.to.have.property('dataLayer')
  })

  it('F087 books where the counter is blocked', async () => {
    const counter = await counted()
    await until(() => counter.layer.length > 0, 'the first goal')
    Reflect.deleteProperty(window, 'ym')
    await book(counter)
    expect(counter.layer).to.have.length(4)
  })

  it('F088 tells success once, and only after the server has confirmed it', async () => {
    const { names, hold } = await counted()
    await toFormOf({ names })
    await fillIn()
    const held = hold('POST')
    await click('[part~="submit"]')
    await held.arrived
    expect(names()).to.deep.equal(['olga_ready', 'olga_slot', 'olga_submit'])
    held.letGo()
    await found('[part~="booked"]')
    expect(names().filter((name) => name === 'olga_booked')).to.have.length(1)
  })

  it('F088 tells no success where there was none', async () => {
    const { names, simulator } = await counted()
    await toFormOf({ names })
    await fillIn()
    simulator.break({ kind: 'status', status: 400, on: POST })
    await click('[part~="submit"]')
    await linked()
    expect(names()).to.deep.equal(['olga_ready', 'olga_slot', 'olga_submit', 'olga_fallback'])
  })

  it('F088 tells no submit that the page has held back', async () => {
    const { booking, names } = await counted()
    booking.addEventListener('olga-submit', (event) => event.preventDefault())
    await toFormOf({ names })
    await fillIn()
    await click('[part~="submit"]')
    expect(names()).to.deep.equal(['olga_ready', 'olga_slot'])
  })

  it('says nothing of the person', async () => {
    const { asked, goals, layer, names, simulator } = await counted({ before: askPhone })
    await toFormOf({ names })
    await fillIn()
    fill('attendeePhoneNumber', '8 (916) 123-45-67')
    fill('notes', 'О переезде')
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    const said = JSON.stringify([goals, layer])
    expect(said).not.to.match(/Иван|ivan|example\.com|916\D*123|переезд/i)
    expect(said).not.to.contain(simulator.account.bookings[0]?.uid)
    expect(said).not.to.contain(asked.at(-1)?.headers.get('idempotency-key'))
  })
})
