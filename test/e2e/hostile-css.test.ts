import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { type Control, controls, sticking } from './hostile/look.ts'
import { book, fillIn, hostile, part, times, visit } from './hostile/visit.ts'

hostile()

const PHONE = { width: 360, height: 800 }
const DESKTOP = { width: 1280, height: 900 }

/** The kinds of controls in the first two steps, and what sticks out there. */
async function looks(page: Page) {
  const pick = [...(await controls(page)), ...(await sticking(page))]
  await times(page).first().click()
  await part(page, 'submit').waitFor()
  const form = [...(await controls(page)), ...(await sticking(page))]
  const kinds = [...pick, ...form].map((seen) => (typeof seen === 'string' ? `sticks out: ${seen}` : kindOf(seen)))
  return [...new Set(kinds)].sort()
}

const kindOf = ({ what, height, fontSize, text }: Control) =>
  `${what}: ${height} px high, letters of ${fontSize} px, ${text}`

describe('a clean page', () => {
  it('F080 has controls big enough for a finger, and letters for an eye', async () => {
    const page = await visit('clean', { viewport: PHONE, hasTouch: true })
    const pick = await controls(page)
    await times(page).first().click()
    await part(page, 'submit').waitFor()
    for (const { what, height, fontSize } of [...pick, ...(await controls(page))]) {
      // What is ticked has a label that can be hit, too; a link within a text is as high as its line.
      if (!/^(input|a) $/.test(what))
        expect(height, what).toBeGreaterThanOrEqual(/ (time|submit)\b/.test(what) ? 44 : 24)
      expect(fontSize, what).toBeGreaterThanOrEqual(14)
    }
  })
})

describe.each(['revert', 'resets'])('a page whose CSS is for everything (%s)', (name) => {
  it.each([PHONE, DESKTOP])('F009 leaves every control as it is on a clean page, $width px wide', async (viewport) => {
    const clean = await looks(await visit('clean', { viewport }))
    expect(await looks(await visit(name, { viewport }))).toEqual(clean)
  })

  it('F009 books', async () => {
    await book(await visit(name, { viewport: PHONE }))
  })
})

describe('a page from right to left', () => {
  it.each([PHONE, DESKTOP])('has the arrows and the form the other way round, $width px wide', async (viewport) => {
    const page = await visit('rtl', { viewport })
    const left = async (name: string) => (await part(page, name).first().boundingBox())?.x ?? Number.NaN
    expect(await left('next')).toBeLessThan(await left('prev'))
    expect(await sticking(page)).toEqual([])
    await times(page).first().click()
    await fillIn(page)
    expect(await sticking(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
  })

  it('has the week the other way round', async () => {
    const page = await visit('rtl', { viewport: DESKTOP })
    const left = async (day: string) =>
      (await page.locator(`olga-booking [data-day="${day}"]`).boundingBox())?.x ?? Number.NaN
    expect(await left('2026-12-02')).toBeLessThan(await left('2026-12-01'))
  })

  it('books', async () => {
    await book(await visit('rtl', { viewport: PHONE }))
  })
})
