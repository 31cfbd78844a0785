import type { CalcomBooking } from './booking.ts'
import type { BookingsFilter, BookingsPage, Page } from './bookings.ts'

/** A filter without an order of its own. */
export type UnsortedFilter = Omit<BookingsFilter, `sort${string}`>

/** What goes with a list of all pages. */
export interface EachPage {
  signal?: AbortSignal | undefined
  /** Is told of every page as it comes; the `total` of the first is that of the list. */
  onPage?: ((page: BookingsPage) => void) | undefined
}

type List = (filter: BookingsFilter & Page, signal?: AbortSignal) => Promise<BookingsPage>

/** The most that Cal.com gives at once. */
const PAGE = 250

/**
 * Every page begins at the instant at which the one before ended, instead of after a number of bookings: so nothing
 * shifts, whatever comes or goes meanwhile, and no more than one page is ever kept.
 */
export async function* byCreation(
  list: List,
  filter: UnsortedFilter,
  { signal, onPage }: EachPage,
): AsyncGenerator<CalcomBooking, void> {
  let since = filter.afterCreatedAt
  let skip = 0
  // Those of that instant which were given already: the bound is inclusive.
  let given = new Set<string>()
  for (;;) {
    const page = await list({ ...filter, sortCreated: 'asc', afterCreatedAt: since, take: PAGE, skip }, signal)
    onPage?.(page)
    yield* page.bookings.filter(({ uid }) => !given.has(uid))
    const last = page.bookings.at(-1)?.createdAt ?? since
    if (!page.hasNext || page.bookings.length === 0) return
    if (last !== since) given = new Set()
    // A whole page of one instant: there is no way on but to count.
    skip = last === since ? skip + PAGE : 0
    since = last
    for (const { uid, createdAt } of page.bookings) if (createdAt === last) given.add(uid)
  }
}
