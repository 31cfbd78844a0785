/** The advertising marks in an address's query. */
export const marksOf = (query: string): [string, string][] =>
  [...new URLSearchParams(query)]
    .filter(([name, value]) => value && /^(utm_[a-z0-9_]{1,30}|yclid|gclid)$/.test(name))
    .slice(0, 20)
    .map(([name, value]) => [name, value.slice(0, 500)])

/** Where the visitor came from, as Cal.com keeps it with the booking: advertising marks, the page, and who linked here. */
export const pageMetadata = ({ search, href }: URL | Location, referrer: string): Record<string, string> => ({
  ...Object.fromEntries(marksOf(search)),
  page: withoutQuery(href),
  ...(referrer && { referrer: withoutQuery(referrer) }),
})

/** Of both addresses no query: it may hold a person. */
const withoutQuery = (address: string) => address.replace(/[?#].*/, '').slice(0, 500)
