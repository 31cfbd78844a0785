import { describe, expect, it } from 'vitest'
import { hostile, times, visit } from './hostile/visit.ts'

hostile()

describe('the tag', () => {
  it('F005 F007 F008 is one script and one element with a shadow root, and no frame', async () => {
    const page = await visit('clean')
    expect(await page.locator('script').count()).toBe(1)
    expect(await page.locator('olga-booking').count()).toBe(1)
    expect(await page.locator('iframe').count()).toBe(0)
    expect(await page.locator('olga-booking').evaluate(({ shadowRoot }) => !!shadowRoot)).toBe(true)
  })

  it('F006 says by its attributes what is booked, and in which language', async () => {
    const page = await visit('several')
    const [second, third] = [page.locator('#second'), page.locator('#third')]
    await times(second).first().waitFor()
    await times(third).first().waitFor()
    expect(await second.locator('h2').innerText()).toBe('15 минут')
    expect(await second.locator('[part~="month"]').innerText()).toMatch(/декабрь 2026/i)
    expect(await third.locator('h2').innerText()).toBe('40 минут с Ольгой Розет')
    expect(await third.locator('[part~="month"]').innerText()).toBe('December 2026')
  })
})
