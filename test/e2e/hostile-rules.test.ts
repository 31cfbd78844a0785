import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { book, hostile, part, proxyUrls, times, visit } from './hostile/visit.ts'

hostile()

/** Where the links of the widget, its own and those in the tag, lead. */
const links = (page: Page) =>
  page.locator('olga-booking a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))

const blockScript = (page: Page) => page.route('**/olga-booking.js', (route) => route.abort())

describe('a page with a base that is elsewhere', () => {
  it('F009 fetches the chunks from where the script came from, and books', async () => {
    const scripts: string[] = []
    const page = await visit('base', {
      before: async (opened) => void opened.on('request', (request) => scripts.push(request.url())),
    })
    await book(page)
    const chunks = scripts.filter((url) => url.includes('/assets/'))
    expect(chunks.length).toBeGreaterThan(0)
    expect(new Set(chunks.map((url) => new URL(url).origin))).toEqual(new Set([proxyUrls()[0]]))
    // The owner's own link means what he meant; none of ours takes his base.
    const strange = (await links(page)).filter((url) => url.startsWith('https://other.example/'))
    expect(strange.filter((url) => url !== 'https://other.example/contacts')).toEqual([])
  })
})

describe('a strict policy, and trusted types', () => {
  it('F109 books without one violation', async () => {
    const page = await visit('strict-csp', {
      before: (opened) =>
        opened.addInitScript(() => {
          document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
            console.log(`violation: ${violatedDirective} ${blockedURI} ${sample}`)
          })
        }),
    })
    await part(page, 'next').click()
    await times(page).first().waitFor()
    await book(page)
  })
})

describe('a script that does not come', () => {
  it('F096 leaves the link and the contacts', async () => {
    // He leaves for Cal.com by himself: no other of these pages asks anything of it.
    const page = await visit('clean', {
      isPlain: true,
      before: blockScript,
      expected: /net::ERR_FAILED|^request: https:\/\/cal\.com\//,
    })
    const link = page.getByRole('link', { name: 'Записаться на 40 минут' })
    expect(await link.isVisible()).toBe(true)
    expect(await page.getByRole('link', { name: 'или напишите на почту' }).isVisible()).toBe(true)
    const wanted = page.waitForRequest('https://cal.com/**')
    await page.route('https://cal.com/**', (route) => route.fulfill({ body: 'Cal.com' }))
    await link.click({ noWaitAfter: true })
    expect((await wanted).url()).toBe('https://cal.com/olgarozet/delo-40min')
  })

  it('F010 leaves them where there is no JavaScript', async () => {
    const page = await visit('clean', { isPlain: true, javaScriptEnabled: false })
    await page.getByRole('link', { name: 'Записаться на 40 минут' }).waitFor()
    await page.getByRole('link', { name: 'или напишите на почту' }).waitFor()
  })
})

describe('a browser that keeps nothing', () => {
  it('F102 books where each look at storage and cookies is an error', async () => {
    const page = await visit('clean', {
      before: (opened) =>
        opened.addInitScript(() => {
          const refuse = () => {
            throw new DOMException('Access is denied for this document.', 'SecurityError')
          }
          for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
            Object.defineProperty(window, name, { get: refuse })
          Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse })
          Object.defineProperty(Navigator.prototype, 'cookieEnabled', { get: () => false })
        }),
    })
    await book(page)
  })

  it('F102 books where storage is full', async () => {
    const page = await visit('clean', {
      before: (opened) =>
        opened.addInitScript(() => {
          Storage.prototype.setItem = () => {
            throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
          }
        }),
    })
    await book(page)
  })

  it('F103 sets no cookie', async () => {
    const page = await visit('clean')
    await book(page)
    expect(await page.context().cookies()).toEqual([])
  })
})

describe('several elements, and the script three times from two origins', () => {
  it('F011 each books its own, and none stirs another', async () => {
    // The browser's own word for a time that the second one holds already.
    const page = await visit('several', { expected: /status of 409/ })
    await book(page.locator('#first'), 'last')
    await book(page.locator('#second'), 'first')
    const third = page.locator('#third')
    expect(await times(third).count()).toBeGreaterThan(0)
    expect(await page.locator('#second').locator('[part~="booked"]').innerText()).toContain('15 минут')
    await times(third).first().click()
    expect(await third.locator('input[name="name"]').inputValue()).toBe('')
  })

  it('F011 gives no two regions of the page the same name', async () => {
    const page = await visit('several')
    for (const id of ['second', 'third'])
      await times(page.locator(`#${id}`))
        .first()
        .waitFor()
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') })
    const { violations } = await page.evaluate(() =>
      window.axe.run({ runOnly: ['landmark-unique', 'duplicate-id-aria'] }),
    )
    expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([])
  })
})
