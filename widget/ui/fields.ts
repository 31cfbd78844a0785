import { html, nothing, type TemplateResult } from 'lit'
import type { Answer, Field } from '../../proxy/contract.ts'
import type { LaterWords } from '../i18n/later.ts'

/** How one question of the form stands. */
export interface FieldView {
  field: Field
  value: Answer | undefined
  error: string | undefined
  words: LaterWords
}

/** Tells the browser what it may fill in by itself. */
const AUTOCOMPLETE: Partial<Record<Field['type'], string>> = { name: 'name', email: 'email', phone: 'tel', url: 'url' }
const INPUT_TYPE: Partial<Record<Field['type'], string>> = { email: 'email', phone: 'tel', url: 'url' }

/** One question with its label and, where something is wrong, what. */
export function fieldOf(view: FieldView): TemplateResult {
  const { field, error, words } = view
  const control = controlOf(view)
  const label = html`${labelOf(field, words)}${field.required ? nothing : html` <span class="quiet">${words.form.optional}</span>`}`
  const below = error ? html`<p id="error-${field.slug}" part="error" class="error">${error}</p>` : nothing
  if (field.type === 'boolean') return html`<div part="field" class="field">${control}${below}</div>`
  if (field.type === 'multiemail' && !field.required) {
    return html`<details part="field" class="field" ?open=${hasAny(view.value)}>
      <summary part="label">${labelOf(field, words)}</summary>
      ${control}${below}</details>`
  }
  if (isGroup(field)) {
    return html`<fieldset part="field" class="field" aria-describedby=${describedBy(view)}>
      <legend part="label">${label}</legend>${control}${below}</fieldset>`
  }
  return html`<div part="field" class="field"><label part="label" for="f-${field.slug}">${label}</label>${control}${below}</div>`
}

export const labelOf = ({ slug, label }: Field, { form }: LaterWords): string =>
  label ?? form.labels[slug as keyof typeof form.labels] ?? slug

const hasAny = (value: Answer | undefined) => Array.isArray(value) && value.length > 0
const isGroup = ({ type }: Field) => ['radio', 'checkbox', 'multiselect'].includes(type)
const describedBy = ({ field, error }: FieldView) => (error ? `error-${field.slug}` : nothing)

function controlOf(view: FieldView) {
  switch (view.field.type) {
    case 'textarea':
      return textarea(view)
    case 'select':
      return select(view)
    case 'radio':
      return options(view, 'radio')
    case 'checkbox':
    case 'multiselect':
      return options(view, 'checkbox')
    case 'boolean':
      return flag(view)
    default:
      return line(view)
  }
}

function line(view: FieldView) {
  const { field, value, error, words } = view
  const hint = field.type === 'multiemail' ? words.form.guestsHint : field.type === 'phone' ? '+7' : ''
  return html`<input part="input" class="input ym-disable-keys" id="f-${field.slug}" name=${field.slug}
    type=${INPUT_TYPE[field.type] ?? 'text'} inputmode=${field.type === 'number' ? 'decimal' : nothing}
    autocomplete=${AUTOCOMPLETE[field.type] ?? 'off'} placeholder=${field.placeholder ?? hint}
    .value=${[value ?? ''].flat().join(', ')} ?required=${field.required}
    aria-invalid=${error ? 'true' : nothing} aria-describedby=${describedBy(view)}
    aria-label=${field.type === 'multiemail' ? labelOf(field, words) : nothing} />`
}

function textarea(view: FieldView) {
  const { field, value, error } = view
  return html`<textarea part="input" class="input ym-disable-keys" id="f-${field.slug}" name=${field.slug} rows="3"
    placeholder=${field.placeholder ?? nothing} .value=${String(value ?? '')} ?required=${field.required}
    aria-invalid=${error ? 'true' : nothing} aria-describedby=${describedBy(view)}></textarea>`
}

function select(view: FieldView) {
  const { field, value, error, words } = view
  return html`<select part="input" class="input ym-disable-keys" id="f-${field.slug}" name=${field.slug} ?required=${field.required}
    aria-invalid=${error ? 'true' : nothing} aria-describedby=${describedBy(view)}>
    <option value="">${field.placeholder ?? words.form.choose}</option>
    ${field.options?.map((option) => html`<option ?selected=${option === value}>${option}</option>`)}
  </select>`
}

function options({ field, value, error }: FieldView, type: 'radio' | 'checkbox') {
  const chosen = [value].flat()
  return html`${field.options?.map(
    (
      option,
    ) => html`<label class="choice"><input class="ym-disable-keys" type=${type} name=${field.slug} value=${option}
      .checked=${chosen.includes(option)} aria-invalid=${error ? 'true' : nothing} /><span>${option}</span></label>`,
  )}`
}

function flag(view: FieldView) {
  const { field, value, error, words } = view
  return html`<label class="choice"><input class="ym-disable-keys" type="checkbox" name=${field.slug} .checked=${value === true}
    ?required=${field.required} aria-invalid=${error ? 'true' : nothing} aria-describedby=${describedBy(view)} />
    <span>${labelOf(field, words)}</span></label>`
}
