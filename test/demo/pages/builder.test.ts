import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Demo, serveDemo } from '../../../demo/serve.ts'
import { launch } from '../../support/browser.ts'

let demo: Demo
let browser: Browser
let page: Page

beforeAll(async () => {
  demo = await serveDemo({ port: 0 })
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

beforeEach(async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  page = await context.newPage()
  await page.goto(`${demo.url}/builder.html`)
  await page.locator('[part~="time"]').first().waitFor()
  return () => context.close()
})

/** The code as a browser would understand it. */
const pasted = () =>
  page.evaluate(() => {
    const template = document.createElement('template')
    template.innerHTML = document.querySelector('#code')?.textContent ?? ''
    const attributesOf = (element: Element) =>
      Object.fromEntries(element.getAttributeNames().map((name) => [name, element.getAttribute(name)]))
    return {
      elements: [...template.content.querySelectorAll('*')].map(({ localName }) => localName),
      tag: [...template.content.querySelectorAll('olga-booking')].map(attributesOf)[0],
      links: [...template.content.querySelectorAll('a')].map((link) => [link.getAttribute('href'), link.textContent]),
    }
  })

const preview = () =>
  page.locator('#preview olga-booking').evaluate((element) => ({
    events: element.getAttribute('events') ?? element.getAttribute('event'),
    isDryRun: element.hasAttribute('dry-run'),
    isCounted: element.hasAttribute('metrika'),
    accent: getComputedStyle(element).getPropertyValue('--olga-accent'),
    radius: getComputedStyle(element).getPropertyValue('--olga-radius'),
  }))

describe('the builder', () => {
  it('F013 shows the chosen meeting at once, and never books it', async () => {
    expect(await preview()).toMatchObject({ events: 'delo-40min', isDryRun: true })
    await page.getByLabel('40 минут').uncheck()
    await page.getByLabel('15 минут').check()
    await page.locator('#preview h2').getByText('15 минут').waitFor()
    expect((await pasted()).tag).toEqual({ event: '15min' })
  })

  it('F013 gives what is typed back as text, whatever it is', async () => {
    const evil = '"></a><img src=x onerror=alert(1)>&amp;<script>'
    await page.getByLabel('Слова на запасной ссылке').fill(evil)
    await page
      .getByLabel('Как ещё с вами связаться')
      .fill(`@olga_example\nhttps://example.com/?a="&b=<script>\n${evil}`)
    const { elements, links } = await pasted()
    expect(elements).toEqual(['style', 'script', 'olga-booking', 'a', 'a', 'a'])
    expect(links).toEqual([
      ['https://cal.com/olgarozet/delo-40min', evil],
      ['https://t.me/olga_example', 'или напишите в Telegram'],
      ['https://example.com/?a=%22&b=%3Cscript%3E', 'или напишите нам'],
    ])
  })

  it('F013 says beside the field what cannot be understood', async () => {
    await page.getByText('Часы, Метрика, реклама и прочее').click()
    const counter = page.getByLabel('Номер счётчика')
    await counter.fill('счётчик')
    expect(await counter.getAttribute('aria-invalid')).toBe('true')
    await page.getByText('Номер счётчика – это только цифры').waitFor()
    await counter.fill('12345678')
    expect(await counter.getAttribute('aria-invalid')).toBe('false')
    expect((await pasted()).tag).toMatchObject({ metrika: '12345678' })
    expect((await preview()).isCounted).toBe(false)
  })

  it('F013 dresses the preview in the theme and the colour that the code has', async () => {
    await page.getByLabel('строгая').check()
    await page.waitForFunction(() => document.querySelector('#code')?.textContent?.includes('--olga-radius: 0px'))
    expect(await preview()).toMatchObject({ radius: '0px', accent: 'light-dark(#111111, #ffffff)' })
    await page.getByLabel('свой цвет').check()
    await page.getByLabel('Цвет кнопок').fill('#ffd400')
    await page.getByText('Буквы такого цвета на белом не прочесть').waitFor()
    const { accent } = await preview()
    expect(await page.locator('#code').textContent()).toContain(`--olga-accent: ${accent};`)
  })

  it('F013 copies the code and says so', async () => {
    await page.getByRole('button', { name: 'Скопировать' }).click()
    await page.getByRole('button', { name: 'Скопировано' }).waitFor()
    expect(await page.locator('#copied').textContent()).toBe('Код скопирован, осталось вставить его на сайт.')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await page.locator('#code').textContent())
  })

  it('F013 selects the code where the clipboard is closed', async () => {
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await page.getByRole('button', { name: 'Скопировать' }).click()
    await page.getByRole('button', { name: 'Выделено' }).waitFor()
    expect(await page.evaluate(() => String(getSelection()))).toContain('<olga-booking')
  })

  it('F013 works by keyboard alone', async () => {
    await page.locator('[name="event"]').first().focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect((await pasted()).tag).toEqual({ events: 'delo-40min,30min' })
    // Past the other meetings, to the modes: arrows choose among them.
    for (const key of ['Tab', 'Tab', 'Tab', 'ArrowDown']) await page.keyboard.press(key)
    expect((await pasted()).tag).toMatchObject({ mode: 'popup', id: 'olga-booking' })
    await page.getByText('поставьте адрес #olga-booking').waitFor()
    await page.locator('#copy').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Скопировано' }).waitFor()
  })
})
