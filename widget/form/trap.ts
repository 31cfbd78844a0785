import { html } from 'lit/html.js'
import type { BookingRequest } from '../../proxy/contract.ts'

const NAME = '_trap'

/** A field that no person sees: whoever fills it in is a robot. */
export const trap = html`<span class="sr" aria-hidden="true"><input name=${NAME} tabindex="-1" autocomplete="off"></span>`

/** What stands in it, for the proxy to judge. */
export function trapped(data: FormData): Pick<BookingRequest, 'website'> {
  const website = data.get(NAME)?.toString()
  return website ? { website } : {}
}
