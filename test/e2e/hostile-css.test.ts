import { describe, expect, it } from 'vitest'
import { sticking } from './hostile/look.ts'
import { book, fillIn, hostile, part, times, visit } from './hostile/visit.ts'

hostile()

const PHONE = { width: 360, height: 800 }
const DESKTOP = { width: 1280, height: 900 }

describe.each(['revert', 'resets'])('a page whose CSS is for everything (%s)', (name) => {
  it('F009 books', async () => {
    await book(await visit(name, { viewport: PHONE }))
  })
})

describe('a page from right to left', () => {
  it.each([PHONE, DESKTOP])(
    'has the week, the arrows and the form the other way round, $width px wide',
    async (viewport) => {
      const page = await visit('rtl', { viewport })
      const left = async (name: string) => (await part(page, name).first().boundingBox())?.x ?? Number.NaN
      expect(await left('next')).toBeLessThan(await left('prev'))
      const days = await part(page, 'free').evaluateAll((all) => all.map((day) => day.getBoundingClientRect()))
      const [one, other] = days.filter(({ top }) => top === days[0]?.top)
      if (one && other) expect(other.x).toBeLessThan(one.x)
      expect(await sticking(page)).toEqual([])
      await times(page).first().click()
      await fillIn(page)
      expect(await sticking(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
    },
  )

  it('books', async () => {
    await book(await visit('rtl', { viewport: PHONE }))
  })
})
