import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { setup } from '../support/proxy.ts'

const CONTACTS = 'Звоните <нам> & "пишите"=+79161234567, @olga_rozet'

async function page(language = 'ru', env: Record<string, string> = { CONTACTS }) {
  const { app, log } = await setup({ env })
  const res = await app.request('/manage?olga-booking=TOKEN', { headers: { 'accept-language': language } })
  return { res, text: await res.text(), log }
}

describe('GET /manage', () => {
  it('is a page that nobody keeps, frames, indexes, or hears of', async () => {
    const { res, log } = await page()
    expect(res.status).toBe(200)
    expect(Object.fromEntries(res.headers)).toMatchObject({
      'content-type': 'text/html; charset=UTF-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
    })
    expect(JSON.stringify(log)).not.toContain('TOKEN')
  })

  it('runs nothing but the widget, and lets nothing through that was put into it', async () => {
    const { res, text } = await page()
    const policy = (res.headers.get('content-security-policy') ?? '').split('; ')
    const style = /<style>([^<]*)<\/style>/.exec(text)?.[1] ?? ''
    const digest = createHash('sha256').update(style).digest('base64')
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        `style-src 'sha256-${digest}'`,
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types lit-html',
      ]),
    )
    expect(policy.join()).not.toContain('unsafe')
    expect(text.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/olga-booking.js">'])
    expect(text).not.toMatch(/ style=| on\w+=/)
  })

  it('F104 takes nothing from third parties, and leads to the calendar and the contacts alone', async () => {
    const { text } = await page()
    expect([...text.matchAll(/ src="([^"]*)"/g)].map(([, src]) => src)).toEqual(['/olga-booking.js'])
    const hrefs = [...text.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href)
    expect(new Set(hrefs)).toEqual(
      new Set(['data:,', 'https://cal.com/olgarozet/delo-40min', 'tel:+79161234567', 'https://t.me/olga_rozet']),
    )
    expect(text).toContain('<a slot="contact" href="https://t.me/olga_rozet" rel="noopener noreferrer">')
    expect(text).toContain('Звоните &lt;нам&gt; &amp; &quot;пишите&quot;')
  })

  it('never writes what stands in its address', async () => {
    expect((await page()).text).not.toContain('TOKEN')
  })

  it.each([
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru', 'Ваша запись'],
    ['en-GB', 'en', 'Your booking'],
    ['de', 'ru', 'Ваша запись'],
  ])('speaks the visitor’s language: %s', async (language, lang, title) => {
    const { text } = await page(language)
    expect(text).toContain(`<html lang="${lang}">`)
    expect(text).toContain(`<title>${title}</title>`)
    expect(text).toContain(`<olga-booking booking lang="${lang}">`)
    expect(text).toContain('<noscript>')
  })

  it.each([
    ['ru', ['Звоните', 'Позвонить +7 916 000-00-01', 'olga@example.com', 'Написать в Telegram']],
    ['en', ['Звоните', 'Call +7 916 000-00-01', 'olga@example.com', 'Write on Telegram']],
  ])('names the contacts in its own language, but for what the owner has named: %s', async (language, labels) => {
    const CONTACTS = 'Звоните=+79161234567, +79160000001, olga@example.com, @olga_rozet'
    const { text } = await page(language, { CONTACTS })
    const links = [...text.matchAll(/<a (slot="contact" )?href="[^"]*" rel="noopener noreferrer">([^<]*)</g)]
    expect(links.map(([, , label]) => label)).toEqual([expect.stringContaining('Cal.com'), ...labels, ...labels])
  })

  it('has no place for contacts where there are none', async () => {
    const { text } = await page('ru', {})
    expect(text).not.toContain('<footer>')
    expect(text).not.toContain('slot="contact"')
  })
})
