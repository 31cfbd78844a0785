import { sendKeys } from '@web/test-runner-commands'
import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import { all, click, fill, fillIn, focused, found, mount, text, toForm, until } from './support.ts'

const dialog = () => all<HTMLDialogElement>('dialog.window')[0]
const isOpen = () => until(() => !!dialog()?.open, 'the open dialog')
const isClosed = () => until(() => !dialog()?.open, 'the closed dialog')

/** Adds something that opens the dialog. */
function trigger(html: string): HTMLElement {
  const holder = document.createElement('p')
  holder.innerHTML = html
  document.body.prepend(holder)
  return holder.firstElementChild as HTMLElement
}

describe('a popup', () => {
  it('F002 F091 asks for nothing until somebody wants it, and opens by a method', async () => {
    const { asked, booking } = await mount({ attributes: { mode: 'popup' } })
    await found('[part~="trigger"]')
    expect(asked).to.have.length(0)
    booking.open()
    await isOpen()
    await found('dialog [part~="time"]')
    booking.close()
    await isClosed()
  })

  it('F004 opens by its own link, by any element with data-olga-booking, and by links to #olga-booking', async () => {
    const { booking } = await mount({ attributes: { mode: 'popup' } })
    const triggers = [
      trigger('<button data-olga-booking><b>Записаться</b></button>'),
      trigger('<a href="#olga-booking">Записаться</a>'),
      booking.querySelector('a') as HTMLElement,
    ]
    await found('[part~="trigger"]')
    for (const one of triggers) {
      ;(one.querySelector('b') ?? one).click()
      await isOpen()
      booking.close()
      await isClosed()
    }
    expect(location.hash).to.equal('')
  })

  it('F004 opens the one of its event type, where there are several', async () => {
    const { booking } = await mount({ attributes: { mode: 'popup' } })
    const other = document.createElement('olga-booking')
    Object.assign(other, {
      fetch: booking.fetch,
      now: booking.now,
      event: '15min',
      mode: 'popup',
      proxy: booking.proxy,
    })
    document.body.append(other)
    await until(() => all('[part~="trigger"]').length === 2, 'both')
    trigger('<button data-olga-booking="15min">15 минут</button>').click()
    await until(
      () =>
        all<HTMLDialogElement>('dialog')
          .map(({ open }) => open)
          .join() === 'false,true',
      'the second one',
    )
    other.close()
  })

  it('F090 is fetched as soon as a pointer comes near', async () => {
    const { asked } = await mount({ attributes: { mode: 'popup' } })
    const button = trigger('<button data-olga-booking>Записаться</button>')
    await found('[part~="trigger"]')
    button.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }))
    await until(() => asked.length === 2, 'event type and times')
  })

  it('F078 is a modal dialog with a name: Escape closes it, and the focus comes back', async () => {
    await mount({ attributes: { mode: 'popup' } })
    const button = trigger('<button data-olga-booking>Записаться</button>')
    await found('[part~="trigger"]')
    button.focus()
    button.click()
    await isOpen()
    expect(dialog()?.matches(':modal')).to.equal(true)
    expect(dialog()?.getAttribute('aria-label')).to.equal('Записаться')
    await found('dialog [part~="time"]')
    expect(dialog()?.contains(focused())).to.equal(true)
    await sendKeys({ press: 'Escape' })
    await isClosed()
    expect(document.activeElement).to.equal(button)
  })

  it('closes by its button, and by a click beside it', async () => {
    const { booking } = await mount({ attributes: { mode: 'popup' } })
    booking.open()
    await isOpen()
    await click('[part~="close"]')
    await isClosed()
    booking.open()
    await isOpen()
    dialog()?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }))
    await isClosed()
  })

  it('holds the page behind it still, and lets it go', async () => {
    const { booking } = await mount({ attributes: { mode: 'popup' } })
    booking.open()
    await isOpen()
    expect(getComputedStyle(document.documentElement).overflow).to.equal('hidden')
    booking.close()
    await isClosed()
    await until(() => getComputedStyle(document.documentElement).overflow !== 'hidden', 'that it scrolls again')
  })

  it('lets it go when it is taken off the page, and is shut when it is put back', async () => {
    const { booking } = await mount({ attributes: { mode: 'popup' } })
    booking.open()
    await isOpen()
    booking.remove()
    await until(() => getComputedStyle(document.documentElement).overflow !== 'hidden', 'that it scrolls again')
    document.body.append(booking)
    expect(dialog()?.open).to.equal(false)
    booking.open()
    await isOpen()
    expect(dialog()?.matches(':modal')).to.equal(true)
    booking.close()
  })

  it('F042 keeps what was typed when it is closed and opened again', async () => {
    const { booking } = await mount({ attributes: { mode: 'popup' } })
    booking.open()
    await toForm(START)
    fill('name', 'Иван')
    await click('[part~="close"]')
    await isClosed()
    booking.open()
    await isOpen()
    expect(all<HTMLInputElement>('[name="name"]')[0]?.value).to.equal('Иван')
    booking.close()
  })

  it('F058 may be closed by the page once he is booked', async () => {
    const { booking } = await mount({ attributes: { mode: 'popup' } })
    booking.addEventListener('olga-booked', () => booking.close())
    booking.open()
    await toForm(START)
    await fillIn()
    await click('[part~="submit"]')
    await isClosed()
  })
})

describe('a floating button', () => {
  it('F003 stands in the corner and opens the dialog', async () => {
    await mount({ attributes: { mode: 'floating' } })
    const launcher = await found('[part~="launcher"]')
    expect(text(launcher)).to.equal('Записаться')
    const { right, bottom } = launcher.getBoundingClientRect()
    expect(innerWidth - right).to.be.within(0, 60)
    expect(innerHeight - bottom).to.be.within(0, 60)
    launcher.click()
    await isOpen()
    await found('dialog [part~="time"]')
    await click('[part~="close"]')
  })
})

describe('an element in the page', () => {
  it('F004 is led to by a trigger', async () => {
    const { booking } = await mount()
    await found('[part~="time"]')
    let isLed = false
    booking.scrollIntoView = () => {
      isLed = true
    }
    trigger('<a href="#olga-booking">Записаться</a>').click()
    await until(() => isLed, 'that the page leads there')
  })
})

describe('a choice of event types', () => {
  const several = { attributes: { events: '15min, 30min,delo-40min' } }

  it('F026 comes first, with what each is', async () => {
    await mount(several)
    await found('[part~="choice"]')
    expect(all('[part~="choice"] b').map(text)).to.deep.equal(['15 минут', '30 минут', '40 минут с Ольгой Розет'])
    await click('[part~="choice"]')
    await found('[part~="time"]')
    expect(text(all('h2')[0])).to.equal('15 минут')
    await click('[part~="header"] [part~="back"]')
    await until(() => all('[part~="choice"]').length === 3, 'the choice again')
  })

  it('leaves out what cannot be had', async () => {
    await mount({ attributes: { events: '15min,nope' } })
    await found('[part~="choice"]')
    expect(all('[part~="choice"]')).to.have.length(1)
  })

  it('gives the link when none can be had', async () => {
    await mount({ ...several, before: ({ simulator }) => simulator.break({ kind: 'refuse' }) })
    await found('a[part~="link"]')
  })
})
