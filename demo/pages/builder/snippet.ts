import type { ContactKind } from '../../../proxy/settings/contact.ts'
import type { Choices } from './choices.ts'
import { onDark, onLight } from './colour.ts'

/** Attributes of the tag, in the order they are written; an empty value is an attribute that only stands there. */
export type Attributes = [name: string, value: string][]

/** The code to paste: style, script and tag. `themeCss` is the file of the theme, or nothing. */
export function snippetOf(choices: Choices, themeCss: string): string {
  const { proxy, label, contacts } = choices
  const style = styleOf(choices, themeCss)
  const tag = attributesOf(choices).map(([name, value]) => (value ? ` ${name}="${quote(value)}"` : ` ${name}`))
  const links = contacts.map(
    ({ kind, href, name }) => `  <a slot="contact" href="${quote(href)}">${quote(CONTACT[kind](name))}</a>\n`,
  )
  return `${style && `<style>\n${indent(style)}\n</style>\n`}<script type="module" src="${quote(proxy)}/olga-booking.js"></script>
<olga-booking${tag.join('')}>
  <a href="${quote(plainLink(choices))}">${quote(label)}</a>
${links.join('')}</olga-booking>`
}

/** How a way to reach the owner goes on after the link. */
const CONTACT: Record<ContactKind, (name: string) => string> = {
  phone: (number) => `или позвоните: ${number}`,
  mail: () => 'или напишите на почту',
  telegram: () => 'или напишите в Telegram',
  whatsapp: () => 'или напишите в WhatsApp',
  vk: () => 'или напишите во ВКонтакте',
  max: () => 'или напишите в MAX',
  web: () => 'или напишите нам',
}

/** What the choices are as attributes. */
export function attributesOf({ events, mode, ...choices }: Choices): Attributes {
  const [only = '', ...more] = events
  const all: Attributes = [
    // Where the page's own buttons lead when the script is blocked: to the link in the tag.
    ['id', mode === 'inline' ? '' : 'olga-booking'],
    more.length ? ['events', events.join(',')] : ['event', only],
    ['mode', mode === 'inline' ? '' : mode],
    ['lang', choices.lang],
    ['theme', choices.scheme],
    ['time-zone', choices.zone],
    ['prefill-from-url', choices.prefill.join(',')],
    ['metrika', choices.metrika],
    ['goals', choices.goals],
  ]
  const set = all.filter(([, value]) => value)
  return choices.ads ? [...set, ['ads-consent', '']] : set
}

/** The theme and what is changed in it; and the widget's place, kept while it loads. */
export function styleOf({ mode, look, accent, radius }: Choices, themeCss: string): string {
  const theme = look ? themeCss.replaceAll(`.olga-${look}`, 'olga-booking').trim() : ''
  const own = [...accentOf(accent), ...(radius === undefined ? [] : [`--olga-radius: ${radius}px`])]
  const parts = [mode === 'inline' ? PLACE : '', theme, own.length ? rule(own) : '', accent ? schemes(accent) : '']
  return parts.filter(Boolean).join('\n')
}

const PLACE = `olga-booking { display: block; min-height: 48em }
@media (min-width: 740px) { olga-booking { min-height: 34em } }`

const rule = (declarations: string[]) => `olga-booking {\n${indent(declarations.join(';\n'))};\n}`

function accentOf(colour: string | undefined): string[] {
  if (!colour) return []
  const { accent, onAccent, soft } = onLight(colour)
  return [`--olga-accent: ${accent}`, `--olga-on-accent: ${onAccent}`, `--olga-soft: ${soft}`]
}

/** In light and dark, where the browser can tell them apart. */
function schemes(colour: string): string {
  const [light, dark] = [onLight(colour), onDark(colour)]
  const both = (name: string, of: keyof typeof light) => `--olga-${name}: light-dark(${light[of]}, ${dark[of]})`
  const declarations = [both('accent', 'accent'), both('on-accent', 'onAccent'), both('soft', 'soft')]
  return `@supports (color: light-dark(#000, #fff)) {\n${indent(rule(declarations))}\n}`
}

function plainLink({ username, events }: Choices): string {
  const [only = '', ...more] = events
  return `https://cal.com/${encodeURIComponent(username)}${more.length ? '' : `/${encodeURIComponent(only)}`}`
}

/** What is typed is never markup. */
const quote = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const indent = (text: string) => text.replace(/^(?=.)/gm, '  ')
