/** Where the visitor came from, as Cal.com keeps it with the booking: advertising marks, the page, and who linked here. */
export function pageMetadata(page: URL, referrer: string): Record<string, string> {
  const marks = [...page.searchParams].filter(([name]) => /^(utm_[a-z0-9_]{1,30}|yclid|gclid)$/.test(name))
  // Of both addresses no query: it may hold a person.
  const entries = [...marks.slice(0, 20), ['page', page.origin + page.pathname], ['referrer', withoutQuery(referrer)]]
  return Object.fromEntries(entries.filter(([, value]) => value).map(([name, value]) => [name, value?.slice(0, 500)]))
}

/** The same of the page that the script runs on. */
export const metadataOfPage = () => pageMetadata(new URL(location.href), document.referrer)

const withoutQuery = (address: string) => address.split(/[?#]/)[0] ?? ''
