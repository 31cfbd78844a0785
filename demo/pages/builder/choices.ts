import { type Reach, readContact } from '../../../proxy/settings/contact.ts'

/** What the owner of a site has chosen, understood and checked; and what of it could not be. */
export interface Choices {
  /** Origin of the proxy. */
  proxy: string
  /** Whose calendar it is on Cal.com. */
  username: string
  /** Slugs; with several the visitor chooses first. Never empty. */
  events: string[]
  mode: 'inline' | 'popup' | 'floating'
  lang: string
  /** A theme of the demo by its file, or none. */
  look: string
  scheme: string
  /** `#rrggbb`, or the theme's own. */
  accent: string | undefined
  /** In px, or the theme's own. */
  radius: number | undefined
  zone: string
  metrika: string
  goals: string
  ads: boolean
  prefill: string[]
  /** The words of the link inside the tag. */
  label: string
  /** Ways to reach the owner. */
  contacts: Reach[]
}

/** By the field that has it: what is wrong there. */
export type Faults = Record<string, string>

const SLUG = /^[a-z\d][\w-]*$/i
const NAME = /^[\w-]+$/

/** Reads a form's data. What has a fault is left out of the choices, so that there is always code to show. */
export function readChoices(data: FormData, origin: string): { choices: Choices; faults: Faults } {
  const faults: Faults = {}
  const text = (name: string) => String(data.get(name) ?? '').trim()
  const checked = (name: string, isRight: (value: string) => boolean, fault: string) => {
    const value = text(name)
    if (value && !isRight(value)) faults[name] = fault
    return faults[name] ? '' : value
  }
  const all = (name: string, pattern: RegExp, fault: string) => {
    const values = text(name).split(/[\s,;]+/)
    const wrong = values.find((value) => value && !pattern.test(value))
    if (wrong) faults[name] = `${fault}: «${wrong}»`
    return values.filter((value) => pattern.test(value))
  }
  const radius = Number(text('radius') || -1)
  const choices: Choices = {
    proxy: new URL(checked('proxy', isWebAddress, 'Нужен адрес целиком: https://book.ваш-сайт.ru') || origin).origin,
    username: checked('username', (name) => NAME.test(name), 'Только латинские буквы, цифры и дефис') || 'olgarozet',
    events: withDefault([...data.getAll('event').map(String), ...all('other', SLUG, 'Так ссылки не кончаются')]),
    mode: modeOf(text('mode')),
    lang: text('lang'),
    look: text('look'),
    scheme: text('scheme'),
    accent: data.has('own') && /^#[\da-f]{6}$/i.test(text('accent')) ? text('accent') : undefined,
    radius: radius >= 0 ? radius : undefined,
    zone: text('zone'),
    metrika: checked('metrika', (id) => /^\d+$/.test(id), 'Номер счётчика – это только цифры'),
    goals: checked('goals', (prefix) => NAME.test(prefix), 'Только латинские буквы, цифры, дефис и подчёркивание'),
    ads: data.has('ads'),
    prefill: all('prefill', NAME, 'Так поля анкеты не называются'),
    label: text('label') || 'Выбрать время',
    contacts: contactsOf(text('contacts'), faults),
  }
  return { choices, faults }
}

const withDefault = (events: string[]) => (events.length ? [...new Set(events)] : ['delo-40min'])

const modeOf = (mode: string): Choices['mode'] => (mode === 'popup' || mode === 'floating' ? mode : 'inline')

const isWebAddress = (typed: string) => URL.canParse(typed) && /^https?:$/.test(new URL(typed).protocol)

function contactsOf(typed: string, faults: Faults): Reach[] {
  const lines = typed.split('\n').flatMap((line) => line.trim() || [])
  const strange = lines.find((line) => !readContact(line))
  if (strange)
    faults.contacts = `Не похоже ни на телеграм, ни на телефон, ни на почту, ни на ссылку с https://: «${strange}»`
  return lines.flatMap((line) => readContact(line) ?? [])
}
