/**
 * The token in the page's address, which opens a booking to whoever has it: taken out of the address before anything
 * else runs, so that neither analytics nor a copied link get it.
 */
let token = take()

function take(): string | undefined {
  const [, found] = /^#olga-booking=([\w.~-]+)/.exec(location.hash) ?? []
  if (found) history.replaceState(history.state, '', location.pathname + location.search)
  return found
}

/** For the first element that asks. */
export function takeToken(): string | undefined {
  const taken = token
  token = undefined
  return taken
}

addEventListener('hashchange', () => {
  const booking = take()
  // The first one on the page, as at the start.
  if (booking) Object.assign(document.querySelector('olga-booking') ?? {}, { booking })
})
