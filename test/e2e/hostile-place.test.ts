import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { cut, sticking, unprintable } from './hostile/look.ts'
import { book, fillIn, hostile, part, times, visit } from './hostile/visit.ts'

hostile()

const PHONE = { width: 360, height: 640 }

/** Turns the wheel over the middle of the box, as a visitor must, until the control is within it. */
async function wheelTo(page: Page, box: Locator, control: Locator) {
  const { x = 0, y = 0, width = 0, height = 0 } = (await box.boundingBox()) ?? {}
  await page.mouse.move(x + width / 2, y + height / 2)
  const isThere = async () => {
    const at = await control.boundingBox()
    return at && at.y >= y && at.y + at.height <= y + height + 1
  }
  for (let turns = 0; turns < 60 && !(await isThere()); turns++) {
    await page.mouse.wheel(0, 120)
    // What is turned is scrolled by the next frame.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }
  expect(await isThere(), 'the control can be scrolled to').toBe(true)
}

describe('a popup that is fixed, cut off and transformed, with a scroller of its own', () => {
  it('F009 can be scrolled to the last control, and books', async () => {
    const page = await visit('tilda-popup', { viewport: PHONE })
    const scroller = page.locator('.t-popup__scroll')
    await wheelTo(page, scroller, times(page).last())
    await times(page).last().click()
    await fillIn(page)
    await scroller.evaluate((element) => element.scrollTo(0, 0))
    await wheelTo(page, scroller, part(page, 'submit'))
    await part(page, 'submit').click()
    await part(page, 'booked').waitFor()
    // Nothing was reached but by the scroller: a visitor cannot scroll what is cut off.
    for (const still of ['.t-popup', '.t-popup__container']) {
      expect(await page.locator(still).evaluate(({ scrollTop }) => scrollTop)).toBe(0)
    }
  })
})

describe('a parent that is 400 px high', () => {
  it('F009 scrolls, and nothing of the widget lies over what comes after', async () => {
    const page = await visit('low-parent', { viewport: PHONE })
    const parent = page.locator('.low')
    await wheelTo(page, parent, times(page).last())
    expect((await parent.boundingBox())?.height).toBe(402)
    await page.locator('#after').click()
    await parent.evaluate((element) => element.scrollTo(0, 0))
    await book(page)
  })
})

describe('a parent that asks how wide its children would be', () => {
  it.each(['.flex', '.column', '.grid', '.float'])('F009 gets all the room there is: %s', async (parent) => {
    const page = await visit('flex-parent', { viewport: { width: 800, height: 900 } })
    const widget = page.locator(`${parent} olga-booking`)
    await times(widget).first().waitFor()
    expect((await widget.boundingBox())?.width).toBe(800)
  })
})

describe('a tab that is opened later', () => {
  it('F009 shows the times at once, laid out for the room it then has', async () => {
    let answered: Promise<unknown> | undefined
    const page = await visit('hidden', {
      isPlain: true,
      viewport: { width: 1280, height: 900 },
      before: async (opened) => {
        answered = opened.waitForResponse(/\/v1\/slots/)
      },
    })
    await answered
    await page.getByRole('button', { name: 'Запись' }).click()
    await times(page).first().waitFor()
    const [calendar, list] = [await part(page, 'calendar').boundingBox(), await part(page, 'times').boundingBox()]
    expect(list?.x).toBeGreaterThan((calendar?.x ?? 0) + (calendar?.width ?? 0) - 1)
    expect(await sticking(page)).toEqual([])
    await book(page)
  })
})

describe('a page that never reloads', () => {
  it('F014 moves the element about, and the visitor goes on where he was', async () => {
    const page = await visit('spa')
    await times(page).last().click()
    await fillIn(page)
    await page.evaluate(() => {
      const booking = document.querySelector('olga-booking')
      if (booking) document.querySelector('#elsewhere')?.append(booking)
    })
    expect(await page.locator('input[name="name"]').inputValue()).toBe('Анна Ветрова')
    await part(page, 'submit').click()
    await part(page, 'booked').waitFor()
  })

  it('F014 takes it out and puts it back later, and it works', async () => {
    const page = await visit('spa')
    const booking = await page.locator('olga-booking').elementHandle()
    await booking?.evaluate((element) => element.remove())
    await booking?.evaluate((element) => document.querySelector('#view')?.append(element))
    await times(page).first().waitFor()
    await book(page)
  })

  it('F014 restores a copy of the page, as Turbolinks does, runs the script again, and it works', async () => {
    const page = await visit('spa')
    await page.evaluate(() => {
      const copy = document.body.cloneNode(true) as HTMLBodyElement
      document.body.replaceWith(document.createElement('body'))
      document.body.replaceWith(copy)
      const script = document.querySelector('script')?.cloneNode(true) as HTMLScriptElement
      // A script that is cloned does not run: such pages make it anew.
      const anew = document.createElement('script')
      for (const { name, value } of script.attributes) anew.setAttribute(name, value)
      document.head.append(anew)
    })
    await times(page).first().waitFor()
    await book(page)
  })

  it('F014 writes the tag as a string, long after the script ran', async () => {
    const page = await visit('spa')
    await page.evaluate(() => {
      const view = document.querySelector('#view')
      if (view)
        view.innerHTML = '<olga-booking event="15min"><a href="https://cal.com/olgarozet/15min">15</a></olga-booking>'
    })
    await page.locator('h2').getByText('15 минут').waitFor()
    await book(page)
  })
})

describe('paper', () => {
  it.each(['auto', 'dark'])('has every time of the day on it, in ink, when the theme is %s', async (theme) => {
    const page = await visit('print', { colorScheme: 'dark' })
    await page.locator('olga-booking').evaluate((booking, to) => booking.setAttribute('theme', to), theme)
    // A day that has not begun: of a quarter of an hour each, it has more times than fit on a screen.
    await part(page, 'next').click()
    await part(page, 'free').last().click()
    await page.emulateMedia({ media: 'print' })
    expect(await cut(page)).toEqual([])
    expect(await unprintable(page)).toEqual([])
  })

  it('has all of «вы записаны» on it, in ink', async () => {
    const page = await visit('print', { colorScheme: 'dark' })
    await book(page)
    await page.emulateMedia({ media: 'print' })
    expect(await cut(page)).toEqual([])
    expect(await unprintable(page)).toEqual([])
  })
})
