import { expect } from 'chai'
import type { MomentEvent } from '../../widget/events.ts'
import { START } from '../support/proxy.ts'
import { listen, TYPES } from './heard.ts'
import {
  all,
  click,
  fillIn,
  found,
  gate,
  linked,
  mount,
  overApp,
  submits,
  text,
  times,
  toForm,
  until,
} from './support.ts'
import { resumeTime, stopTime } from './time.ts'

const POST = { method: 'POST' }

describe('what the page hears', () => {
  afterEach(resumeTime)

  it('F081 tells once when the times are drawn, and not again when they are drawn anew', async () => {
    const { booking } = await mount()
    const heard = listen(booking)
    let drawn = 0
    booking.addEventListener('olga-ready', () => {
      drawn = times().length
    })
    await until(() => heard.length > 0, 'olga-ready')
    expect(drawn).to.equal(12)
    await booking.refresh()
    booking.timeZone = 'Asia/Kamchatka'
    await until(() => times()[0] === '19:00', 'the times in Kamchatka')
    await click('[part~="next"]')
    await until(() => text(all('#day')[0]) === 'вторник, 1 декабря', 'the times of December')
    expect(heard.map(({ type }) => type)).to.deep.equal(['olga-ready'])
  })

  it('tells why the link is shown, once for each reason', async () => {
    const time = stopTime()
    const { opened, open } = gate()
    const { booking } = await mount({
      before: ({ simulator }) => simulator.break({ kind: 'refuse' }),
      fetch: (app) => (input, init) => opened.then(() => overApp(app)(input, init)),
    })
    const heard = listen(booking)
    await found('.bone')
    time.pass(4_000)
    await linked()
    open()
    await found('[part~="retry"]')
    expect(heard.map((event) => ('reason' in event ? event.reason : event.type))).to.deep.equal([
      'slow',
      'olga-error',
      'unavailable',
    ])
  })

  it('F083 tells that the form is begun, that it is sent, and that this failed', async () => {
    const { booking, simulator } = await mount()
    const heard = listen(booking)
    await toForm(START)
    await fillIn()
    simulator.break({ kind: 'status', status: 400, on: POST })
    await click('[part~="submit"]')
    await linked()
    const [begun, sent, failed, sentOn] = heard.filter(({ type }) => !/ready|day/.test(type))
    expect(begun).to.include({ type: 'olga-slot', start: START })
    expect(sent).to.include({ type: 'olga-submit', start: START })
    expect(failed).to.include({ type: 'olga-error', code: 'upstream_unavailable' })
    expect(sentOn).to.include({ type: 'olga-fallback', reason: 'submit' })
  })

  it('F082 tells which day and which time he chose', async () => {
    const { booking } = await mount()
    const heard = listen(booking)
    await click('[data-day="2026-11-25"]')
    await click(`.times [data-start="${START}"]`)
    const [chosenDay, chosenTime] = heard.filter(({ type }) => type !== 'olga-ready')
    expect(chosenDay).to.include({ type: 'olga-day', day: '2026-11-25' })
    expect(chosenTime).to.include({ type: 'olga-slot', start: START })
  })

  it('F083 tells that the form is about to be sent, and may be told not to', async () => {
    const { asked, booking } = await mount()
    const heard: MomentEvent<'submit'>[] = []
    booking.addEventListener('olga-submit', (event) => {
      heard.push(event)
      if (heard.length === 1) event.preventDefault()
    })
    await toForm(START)
    await fillIn()
    await click('[part~="submit"]')
    expect(submits(asked)).to.have.length(0)
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    expect(heard.map(({ start }) => start)).to.deep.equal([START, START])
    expect(submits(asked)).to.have.length(1)
  })

  it('F083 tells of no submit while something is missing in the form', async () => {
    const { booking } = await mount()
    await toForm(START)
    const heard = listen(booking)
    await click('[part~="submit"]')
    await found('[part~="error"]')
    expect(heard).to.deep.equal([])
  })

  it('F053 tells that it is being sent before there is an answer, and says so to him', async () => {
    const { booking, hold } = await mount()
    await toForm(START)
    await fillIn()
    const heard = listen(booking)
    const held = hold('POST')
    await click('[part~="submit"]')
    await held.arrived
    expect(heard.map(({ type }) => type)).to.deep.equal(['olga-submit'])
    const submit = await found('[part~="submit"]')
    expect([text(submit), submit.getAttribute('aria-disabled')]).to.deep.equal(['Записываем…', 'true'])
    held.letGo()
    await found('[part~="booked"]')
    expect(heard.map(({ type }) => type)).to.deep.equal(['olga-submit', 'olga-booked'])
  })

  it('F084 tells that he is booked, how it stands, and by which name people know it', async () => {
    const { booking, store } = await mount()
    const heard = listen(booking)
    await toForm(START)
    await fillIn()
    await click('[part~="submit"]')
    await found('[part~="booked"]')
    const [entry] = await store.journal.list()
    expect(heard.at(-1)).to.include({ type: 'olga-booked', status: 'accepted', start: START, ref: entry?.ref })
    expect(heard.filter(({ type }) => type === 'olga-booked')).to.have.length(1)
  })

  it('F086 is heard on the page, out of any shadow root around the element', async () => {
    const { booking } = await mount()
    const place = document.createElement('div')
    place.attachShadow({ mode: 'open' })
    booking.replaceWith(place)
    place.shadowRoot?.append(booking)
    const heard: string[] = []
    const hear = ({ type }: Event) => heard.push(type)
    for (const type of TYPES) document.addEventListener(type, hear)
    await toForm(START)
    for (const type of TYPES) document.removeEventListener(type, hear)
    expect(heard).to.include.members(['olga-day', 'olga-slot'])
  })
})
