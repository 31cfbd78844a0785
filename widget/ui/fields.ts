import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Answer } from '../../proxy/contract.ts'
import type { Control } from '../form/controls.ts'
import type { AllWords } from '../i18n/later.ts'

/** How one question of the form stands. */
export interface FieldView {
  control: Control
  value?: Answer | undefined
  error?: string | undefined
  /** The page's owner knows the answer, and lets nobody change it. */
  isLocked?: boolean
  words: AllWords
}

/** Tells the browser what it may fill in by itself. */
const AUTOCOMPLETE: Partial<Record<Control['type'], string>> = {
  name: 'name',
  email: 'email',
  phone: 'tel',
  url: 'url',
  address: 'street-address',
}
const INPUT_TYPE: Partial<Record<Control['type'], string>> = { email: 'email', phone: 'tel', url: 'url' }

/** One question with its label and, where something is wrong, what. */
export function fieldOf(view: FieldView): TemplateResult {
  const { control, error, words, value } = view
  const { slug, type, required, label } = control
  const name = html`${label}${required ? nothing : html` <span class="quiet">${words.optional}</span>`}`
  const inner = html`${controlOf(view)}${error ? html`<p id="error-${slug}" part="error" class="error">${error}</p>` : nothing}`
  if (type === 'boolean') return html`<div part="field" class="field">${inner}</div>`
  if (type === 'multiemail' && !required)
    return html`<details part="field" class="field" ?open=${[value ?? []].flat().length > 0}><summary part="label">${label}</summary>${inner}</details>`
  if (['radio', 'checkbox', 'multiselect'].includes(type))
    return html`<fieldset part="field" class="field" aria-describedby=${describedBy(view)}><legend part="label">${name}</legend>${inner}</fieldset>`
  return html`<div part="field" class="field"><label part="label" for="f-${slug}">${name}</label>${inner}</div>`
}

const describedBy = ({ control, error }: FieldView) => (error ? `error-${control.slug}` : nothing)

function controlOf(view: FieldView) {
  const { control, value, error, words, isLocked } = view
  const { slug, type, required, placeholder, options = [], minLength = nothing, maxLength = nothing } = control
  const invalid = error ? 'true' : nothing
  const chosen = [value].flat()
  const box = (kind: string, of: string, label: unknown, isChosen: boolean) => html`<label class="choice"><input
    class="ym-disable-keys" type=${kind} name=${slug} value=${of} ?disabled=${isLocked} ?required=${required && kind !== 'checkbox'} .checked=${isChosen}
    aria-invalid=${invalid} aria-describedby=${describedBy(view)} /><span>${label}</span></label>`
  switch (type) {
    case 'textarea':
      return html`<textarea part="input" class="input ym-disable-keys" id="f-${slug}" name=${slug} rows="3" minlength=${minLength} maxlength=${maxLength}
        ?readonly=${isLocked} placeholder=${placeholder ?? nothing} .value=${String(value ?? '')} ?required=${required}
        aria-invalid=${invalid} aria-describedby=${describedBy(view)}></textarea>`
    case 'select':
      return html`<select part="input" class="input ym-disable-keys" id="f-${slug}" name=${slug} ?required=${required} ?disabled=${isLocked}
        aria-invalid=${invalid} aria-describedby=${describedBy(view)}><option value="">${placeholder ?? words.choose}</option>
        ${options.map((option) => html`<option ?selected=${option === value}>${option}</option>`)}</select>`
    case 'radio':
      return options.map((option) => box('radio', option, option, chosen.includes(option)))
    case 'checkbox':
    case 'multiselect':
      return options.map((option) => box('checkbox', option, option, chosen.includes(option)))
    case 'boolean':
      return box('checkbox', 'on', control.label, value === true || value === 'true')
    default:
      return html`<input part="input" class="input ym-disable-keys" id="f-${slug}" name=${slug} type=${INPUT_TYPE[type] ?? 'text'}
        inputmode=${type === 'number' ? 'decimal' : nothing} autocomplete=${control.autocomplete ?? AUTOCOMPLETE[type] ?? 'off'}
        placeholder=${placeholder ?? (type === 'multiemail' ? words.guestsHint : type === 'phone' ? '+7' : nothing)} minlength=${minLength} maxlength=${maxLength}
        ?readonly=${isLocked} .value=${[value ?? ''].flat().join(', ')} ?required=${required} aria-label=${type === 'multiemail' ? control.label : nothing}
        aria-invalid=${invalid} aria-describedby=${describedBy(view)} />`
  }
}
