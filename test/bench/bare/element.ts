import { html, LitElement } from 'lit'
import type { Slots } from '../../../proxy/contract.ts'

/** The least that an element of Lit's can do: it fetches the free times, and draws a button for each. */
class BareBooking extends LitElement {
  private slots: string[] = []

  override async firstUpdated() {
    const answer = await fetch('/v1/slots?event=delo-40min')
    this.slots = ((await answer.json()) as Slots).slots
    this.requestUpdate()
  }

  override render() {
    const time = new Intl.DateTimeFormat('ru', { hour: '2-digit', minute: '2-digit' })
    return this.slots.map((slot) => html`<button part="time">${time.format(new Date(slot))}</button>`)
  }
}

customElements.define('olga-booking', BareBooking)
