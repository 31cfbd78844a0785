import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { type Demo, serveDemo } from '../../../demo/serve.ts'
import { listen } from '../../../proxy/listen.node.ts'

/** Pages of strangers, each of which makes it hard for the widget in a way of its own, on an origin of their own. */
export interface HostileSite {
  /** Where `pages/` are. */
  url: string
  /** The proxy and its simulator. */
  demo: Demo
  close(): Promise<void>
}

/** A Tuesday early in a month: what is free is the same each time. */
export const now = () => new Date('2026-12-01T06:00:00Z')

const NONCE = 'r4nd0m'

/** Nothing is allowed but what the widget cannot do without. */
const STRICT = `default-src 'none'; script-src 'nonce-${NONCE}'; style-src 'nonce-${NONCE}'; img-src data:; connect-src {{proxy}}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html`

/** As an owner pastes it. */
const WIDGET = `<olga-booking event="delo-40min">
      <a href="https://cal.com/olgarozet/delo-40min">Записаться на 40 минут</a>
      <a slot="contact" href="mailto:olga@example.com">или напишите на почту</a>
    </olga-booking>`

export async function serveHostile(): Promise<HostileSite> {
  let proxy = ''
  const fill = (text: string) =>
    text
      .replaceAll('{{proxy}}', proxy)
      // The same server, which for a browser is another origin.
      .replaceAll('{{again}}', proxy.replace('127.0.0.1', 'localhost'))
      .replaceAll('{{nonce}}', NONCE)
      .replaceAll('{{widget}}', WIDGET)
  const app = new Hono().get('/:page{[a-z-]+}', async (c) => {
    const page = c.req.param('page')
    if (page === 'strict-csp') c.header('content-security-policy', fill(STRICT))
    return c.html(fill(await readFile(new URL(`pages/${page}.html`, import.meta.url), 'utf8')))
  })
  const site = await listen(app, 0, '127.0.0.1')
  const url = `http://127.0.0.1:${site.port}`
  const demo = await serveDemo({ port: 0, now, env: { ALLOWED_ORIGINS: url } })
  proxy = demo.url
  return {
    url,
    demo,
    close: async () => {
      await site.close()
      await demo.close()
    },
  }
}
