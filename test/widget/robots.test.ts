import { expect } from 'chai'
import { LIMITS } from '../../proxy/booking/limits.ts'
import { START } from '../support/proxy.ts'
import { control } from './kinds.ts'
import { all, click, fill, fillIn, found, keys, linked, type Mounted, mount, submits, text, toForm } from './support.ts'

/** What each submit says. */
const bodies = async (asked: Request[]) =>
  Promise.all(submits(asked).map(async (request) => JSON.parse(await request.text())))

/** So many that from now on each needs a proof of work. */
async function flood({ app, book }: Pick<Mounted, 'app' | 'book'>): Promise<void> {
  const { slots } = await (await app.request('/v1/slots?event=15min&month=2026-11')).json()
  for (let guest = 0; guest < LIMITS.ofHourUnproven; guest++) {
    const answers = { name: 'Гость', email: `guest${guest}@example.com` }
    const { status } = await book({ event: '15min', start: slots.at(-1 - guest), answers })
    expect(status).to.equal(201)
  }
}

describe('robots', () => {
  it('F107 are caught by a field that no person sees, reaches or has filled in', async () => {
    const { simulator } = await mount()
    await toForm(START)
    const trap = control('_trap')
    const { width, height } = (trap.parentElement ?? trap).getBoundingClientRect()
    expect([width, height, trap.tabIndex, trap.autocomplete]).to.deep.equal([1, 1, -1, 'off'])
    expect(trap.closest('[aria-hidden="true"]')).not.to.equal(null)
    await fillIn()
    fill('_trap', 'https://spam.example.com')
    await click('[part~="submit"]')
    // Who is a person all the same is not left without a way.
    await linked()
    expect(text(all('[role="alert"]')[0])).to.contain('форму заполнил робот')
    expect(simulator.account.bookings).to.have.length(0)
  })

  it('F107 are told from persons by how long the form was open', async () => {
    const { asked } = await mount()
    await toForm(START)
    await fillIn()
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    const [request] = await bodies(asked)
    expect(request?.took).to.equal(3_000)
    expect(request?.website).to.equal('')
  })

  it('F107 cannot flood: where many book, the widget works for it, and he notices nothing', async () => {
    const mounted = await mount({ setup: { limits: { ...LIMITS, ofAddress: 100 } } })
    const { asked, simulator } = mounted
    await flood(mounted)
    await toForm(START)
    await fillIn()
    await click('[part~="submit"]')
    await found('[part~="booked"]', 25_000)
    const [first, second, ...others] = await bodies(asked)
    expect(others).to.deep.equal([])
    expect([first?.proof, typeof second?.proof]).to.deep.equal([undefined, 'string'])
    expect(new Set(keys(asked)).size).to.equal(1)
    expect(simulator.account.bookings).to.have.length(LIMITS.ofHourUnproven + 1)
    expect(all('[part~="fallback"]')).to.have.length(0)
  })
})
