import { sendKeys } from '@web/test-runner-commands'
import { expect } from 'chai'
import { START } from '../support/proxy.ts'
import { control } from './kinds.ts'
import { all, askPhone, click, fill, fillIn, focused, found, mount, submits, text, toForm, until } from './support.ts'

const SUMMARY = '[part~="faults"]'

/** At the form, sent as it is. */
async function sentEmpty() {
  const mounted = await mount()
  await toForm(START)
  await click('[part~="submit"]')
  await found(SUMMARY)
  return mounted
}

describe('the form', () => {
  it('F041 says beside each field what is wrong with it, and sends nothing', async () => {
    const { asked } = await sentEmpty()
    expect(['name', 'email', 'consent'].map((slug) => text(all(`#error-${slug}`)[0]))).to.deep.equal([
      'Заполните это поле',
      'Заполните это поле',
      'Без согласия мы не можем вас записать',
    ])
    for (const slug of ['name', 'email', 'consent']) {
      expect(control(slug).getAttribute('aria-invalid'), slug).to.equal('true')
      expect(control(slug).getAttribute('aria-describedby'), slug).to.equal(`error-${slug}`)
    }
    expect(submits(asked)).to.have.length(0)
  })

  it('F041 says it together above the fields, and leads the focus there, where several are wrong', async () => {
    await sentEmpty()
    await until(() => focused()?.matches(SUMMARY) === true, 'the focus is on the summary')
    expect(all(`${SUMMARY} p, ${SUMMARY} li`).map(text)).to.deep.equal([
      'Проверьте, пожалуйста:',
      'Имя: Заполните это поле',
      'Почта: Заполните это поле',
      'Без согласия мы не можем вас записать',
    ])
  })

  it('F041 leads to the field itself, without a summary, where one is wrong', async () => {
    await mount()
    await toForm(START)
    await fillIn()
    fill('email', 'ivan')
    await click('[part~="submit"]')
    await until(() => focused() === control('email'), 'the focus is on the field')
    expect(text(all('#error-email')[0])).to.equal('Похоже, здесь ошибка')
    expect(all(SUMMARY)).to.have.length(0)
  })

  it('F041 takes back a fault as soon as it is mended', async () => {
    await sentEmpty()
    fill('name', 'Иван')
    await until(() => all('#error-name').length === 0, 'one fault less')
    expect(control('name').hasAttribute('aria-invalid')).to.equal(false)
    expect(all('[part~="error"]')).to.have.length(2)
  })

  it('F041 shows beside the field, and in the summary, what only the proxy sees', async () => {
    await mount({ before: askPhone })
    await toForm(START)
    await fillIn()
    fill('attendeePhoneNumber', '+7 123 456 78')
    fill('email', 'ivan@example')
    await click('[part~="submit"]')
    await found(SUMMARY)
    expect([text(all('#error-email')[0]), text(all('#error-attendeePhoneNumber')[0])]).to.deep.equal([
      'Похоже, в адресе почты ошибка',
      'Похоже, в номере телефона ошибка',
    ])
  })

  it('F043 is a form of the browser’s own, that Enter sends', async () => {
    const { simulator } = await mount()
    await toForm(START)
    await fillIn()
    expect([control('name').form?.localName, control('name').form?.noValidate]).to.deep.equal(['form', true])
    control('name').focus()
    await sendKeys({ press: 'Enter' })
    await found('[part~="booked"]')
    expect(simulator.account.bookings).to.have.length(1)
  })

  it('F043 tells the browser what it may fill in by itself', async () => {
    await mount({ before: askPhone })
    await toForm(START)
    const tokens = ['name', 'email', 'attendeePhoneNumber', 'notes', 'guests'].map((name) => control(name).autocomplete)
    expect(tokens).to.deep.equal(['name', 'email', 'tel', '', 'off'])
  })

  it('hides what is typed from session recorders', async () => {
    await mount({ before: askPhone })
    await toForm(START)
    for (const input of all('[part~="input"], input[name="consent"]'))
      expect(input.className, input.getAttribute('name') ?? '').to.contain('ym-disable-keys')
  })
})
