import { html, nothing, type TemplateResult } from 'lit'
import type { Consent, Lang } from '../../proxy/contract.ts'
import type { LaterWords } from '../i18n/later.ts'

/** The name of the box in the form, and of its fault in the proxy's answers. */
export const CONSENT = 'consent'

/** The consent as its owner worded it: a box of its own, never ticked for him. */
export function consentOf(
  { text, url }: Consent,
  lang: Lang,
  error: string | undefined,
  { form }: LaterWords,
): TemplateResult {
  const more = url && html` (<a href=${url} target="_blank" rel="noopener">${form.more}</a>)`
  return html`<div part="consent" class="field">
    <label class="choice"><input type="checkbox" name=${CONSENT} required aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? 'error-consent' : nothing} /><span>${text[lang]}${more}</span></label>
    ${error ? html`<p id="error-consent" part="error" class="error">${error}</p>` : nothing}
    <slot name="consent"></slot>
  </div>`
}
