import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Control } from '../form/controls.ts'
import type { AllWords } from '../i18n/later.ts'

/** How one question of the form stands. */
export interface Question extends Omit<Control, 'value'> {
  value: string[]
  error?: string | undefined
  /** The page's owner knows the answer, and lets nobody change it. */
  isLocked?: boolean
}

/** What the browser may fill in by itself; of an input the type too, since one that is none is a text. */
const AUTOCOMPLETE: Partial<Record<Control['type'], string>> = {
  name: 'name',
  email: 'email',
  phone: 'tel',
  url: 'url',
  address: 'street-address',
}

const isGroup = (type: Control['type']) => ['radio', 'checkbox', 'multiselect'].includes(type)

/** One question with its label and, where something is wrong, what. */
export function fieldOf(question: Question, words: AllWords): TemplateResult {
  const { slug, type, required, label, value, error } = question
  const about = error ? `error-${slug}` : nothing
  const name = html`${label}${required ? nothing : html`&nbsp;<span class="quiet small">${words.optional}</span>`}`
  const inner = html`${controlOf(question, words, about)}${error ? html`<p id=${about} part="error" class="error small">${error}</p>` : nothing}`
  if (isGroup(type))
    return html`<fieldset part="field" class="field"><legend part="label">${name}</legend>${inner}</fieldset>`
  if (type === 'multiemail' && !required)
    return html`<details part="field" class="field" ?open=${value.join()}><summary part="label" class="text">${label}</summary>${inner}</details>`
  return html`<div part="field" class="field">${type === 'boolean' ? nothing : html`<label part="label" for="f-${slug}">${name}</label>`}${inner}</div>`
}

function controlOf(question: Question, words: AllWords, about: unknown) {
  const { slug, type, required, label, value, error, isLocked, placeholder, options = [] } = question
  const { autocomplete = AUTOCOMPLETE[type] ?? 'off', maxLength = nothing } = question
  const invalid = error ? 'true' : nothing
  const text = value.join(', ')
  const box = (
    of: string,
    said: unknown,
  ) => html`<label class="choice"><input class="ym-disable-keys" name=${slug} ?required=${required && !value.length} aria-invalid=${invalid} aria-describedby=${about}
    type=${type === 'radio' ? type : 'checkbox'} value=${of} ?disabled=${isLocked} .checked=${value.includes(of)} /><span>${said}</span></label>`
  if (type === 'boolean') return box('true', label)
  if (isGroup(type)) return options.map((option) => box(option, option))
  if (type === 'select')
    return html`<select part="input" id="f-${slug}" class="input ym-disable-keys" name=${slug} ?required=${required} aria-invalid=${invalid} aria-describedby=${about}
      ?disabled=${isLocked}><option value="">${placeholder ?? words.choose}</option>${options.map((option) => html`<option ?selected=${value.includes(option)}>${option}</option>`)}</select>`
  if (type === 'textarea')
    return html`<textarea part="input" id="f-${slug}" class="input ym-disable-keys" name=${slug} ?required=${required} aria-invalid=${invalid} aria-describedby=${about}
      maxlength=${maxLength} ?readonly=${isLocked} .value=${text} placeholder=${placeholder ?? nothing} rows="3"></textarea>`
  return html`<input part="input" id="f-${slug}" class="input ym-disable-keys" name=${slug} ?required=${required} aria-invalid=${invalid} aria-describedby=${about}
    maxlength=${maxLength} ?readonly=${isLocked} .value=${text} placeholder=${placeholder ?? (type === 'multiemail' ? words.guestsHint : type === 'phone' ? '+7' : nothing)}
    type=${autocomplete} inputmode=${type === 'number' ? 'decimal' : nothing}
    autocomplete=${autocomplete} pattern=${type === 'phone' ? '(\\D*\\d){7}.*' : nothing} aria-label=${type === 'multiemail' ? label : nothing} />`
}
