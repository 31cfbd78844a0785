import { html, raw } from 'hono/html'
import type { Contact, Lang } from '../contract.ts'
import type { Labelled } from '../settings/contacts.ts'
import { style } from './style.ts'
import { words } from './words.ts'

interface PageOptions {
  lang: Lang
  /** The plain Cal.com page of the main event type. */
  link: string
  contacts: Labelled[]
}

/**
 * Our own page for who has the link to his booking: `/manage#olga-booking=TOKEN`. The token stays behind the `#`, which
 * no server sees; the widget takes it from there. What the widget does not replace is for when it does not come.
 */
export function managePage({ lang, link, ...options }: PageOptions) {
  const { title, lead, noScript, reach, ...said } = words[lang]
  const contacts = options.contacts.map(({ kind, name, label, href }) => ({ label: label ?? reach[kind](name), href }))
  return html`<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex, nofollow">
    <meta name="referrer" content="no-referrer">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <style>${raw(style)}</style>
    <script type="module" src="/olga-booking.js"></script>
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      <p class="lead">${lead}</p>
      <noscript><p class="no-script">${noScript}</p></noscript>
      <olga-booking booking lang="${lang}">
        <a href="${link}" rel="noopener noreferrer">${said.link}</a>
        ${contacts.map(({ label, href }) => html`<a slot="contact" href="${href}" rel="noopener noreferrer">${label}</a>`)}
      </olga-booking>
      ${contacts.length ? footer(said.contacts, contacts) : ''}
    </main>
  </body>
</html>
`
}

/** The same contacts below the widget, which shows its own only when something is wrong. */
const footer = (title: string, contacts: Contact[]) => html`<footer>
        <p>${title}</p>
        ${contacts.map(({ label, href }) => html`<a href="${href}" rel="noopener noreferrer">${label}</a>`)}
      </footer>`
