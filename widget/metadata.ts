import { marksOf } from './link.ts'

/** Where the visitor came from, as Cal.com keeps it with the booking: advertising marks, the page, who linked here. */
export const pageMetadata = ({ search, href }: URL | Location, referrer: string): Record<string, string> => ({
  ...Object.fromEntries(marksOf(search)),
  page: withoutQuery(href),
  ...(referrer && { referrer: withoutQuery(referrer) }),
})

/** Of both addresses no query: it may hold a person. */
const withoutQuery = (address: string) => address.replace(/[?#].*/, '').slice(0, 500)
