import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { Control } from '../form/controls.ts'
import type { AllWords } from '../i18n/later.ts'

/** How one question of the form stands. */
export interface FieldView {
  control: Control
  value: string[]
  error?: string | undefined
  /** The page's owner knows the answer, and lets nobody change it. */
  isLocked?: boolean
  words: AllWords
}

type ByType = Partial<Record<Control['type'], string>>

/** Tells the browser what it may fill in by itself. */
const AUTOCOMPLETE: ByType = { name: 'name', email: 'email', phone: 'tel', url: 'url', address: 'street-address' }
/** What a glance takes for right. */
const PATTERN: ByType = {
  email: '.+@.+\\..+',
  multiemail: '.+@.+\\..+',
  phone: '(\\D*\\d){7}.*',
  number: '[+\\-]?\\d+([.,]\\d+)?',
}

const isGroup = (type: Control['type']) => ['radio', 'checkbox', 'multiselect'].includes(type)

/** One question with its label and, where something is wrong, what. */
export function fieldOf(view: FieldView): TemplateResult {
  const { control, error, words, value } = view
  const { slug, type, required, label } = control
  const about = error ? `error-${slug}` : nothing
  const name = html`${label}${required ? nothing : html` <span class="quiet small">${words.optional}</span>`}`
  const inner = html`${controlOf(view, about)}${error ? html`<p id=${about} part="error" class="error small">${error}</p>` : nothing}`
  if (type === 'multiemail' && !required)
    return html`<details part="field" class="field" ?open=${value.join()}><summary part="label" class="text">${label}</summary>${inner}</details>`
  if (isGroup(type))
    return html`<fieldset part="field" class="field" aria-describedby=${about}><legend part="label">${name}</legend>${inner}</fieldset>`
  return html`<div part="field" class="field">${type === 'boolean' ? nothing : html`<label part="label" for="f-${slug}">${name}</label>`}${inner}</div>`
}

function controlOf({ control, value, error, words, isLocked }: FieldView, about: unknown) {
  const {
    slug,
    type,
    required,
    label,
    placeholder = nothing,
    options = [],
    minLength = nothing,
    maxLength = nothing,
  } = control
  const invalid = error ? 'true' : nothing
  const text = value.join(', ')
  const box = (of: string, said: unknown) => html`<label class="choice"><input
    class="ym-disable-keys" type=${type === 'radio' ? type : 'checkbox'} name=${slug} value=${of} ?disabled=${isLocked} ?required=${required && !value.length}
    .checked=${value.includes(of)} aria-invalid=${invalid} aria-describedby=${about} /><span>${said}</span></label>`
  if (type === 'boolean') return box('true', label)
  if (isGroup(type)) return options.map((option) => box(option, option))
  if (type === 'textarea')
    return html`<textarea part="input" class="input ym-disable-keys" id="f-${slug}" name=${slug} rows="3" minlength=${minLength} maxlength=${maxLength}
      ?readonly=${isLocked} placeholder=${placeholder} .value=${text} ?required=${required} aria-invalid=${invalid} aria-describedby=${about}></textarea>`
  if (type === 'select')
    return html`<select part="input" class="input ym-disable-keys" id="f-${slug}" name=${slug} ?required=${required} ?disabled=${isLocked}
      aria-invalid=${invalid} aria-describedby=${about}><option value="">${control.placeholder ?? words.choose}</option>
      ${options.map((option) => html`<option ?selected=${value.includes(option)}>${option}</option>`)}</select>`
  const complete = AUTOCOMPLETE[type] ?? 'off'
  return html`<input part="input" class="input ym-disable-keys" id="f-${slug}" name=${slug} type=${/^(email|tel|url)$/.test(complete) ? complete : 'text'}
    inputmode=${type === 'number' ? 'decimal' : nothing} autocomplete=${control.autocomplete ?? complete} pattern=${PATTERN[type] ?? nothing}
    placeholder=${control.placeholder ?? (type === 'multiemail' ? words.guestsHint : type === 'phone' ? '+7' : nothing)} minlength=${minLength} maxlength=${maxLength}
    ?readonly=${isLocked} .value=${text} ?required=${required} aria-label=${type === 'multiemail' ? label : nothing}
    aria-invalid=${invalid} aria-describedby=${about} />`
}
