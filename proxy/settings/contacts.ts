import { z } from 'zod'
import type { Contact } from '../contract.ts'
import { list } from './kinds.ts'

const WRONG = 'must be phones, e-mail addresses, @names and https links, each as it is or as Label=address'

/** Ways to reach the host when nothing else works: `Позвонить=+79161234567, olga@example.com, @olga`. */
export const Contacts = z
  .string()
  .default('')
  .transform((text, context): Contact[] =>
    list(text).flatMap((one) => {
      const contact = toContact(one)
      if (!contact) context.addIssue(WRONG)
      return contact ?? []
    }),
  )

/** A label ends at the first `=`, unless that is inside an address. */
function toContact(text: string): Contact | undefined {
  const [, label, address = text] = /^([^=:/@]+)=(.+)$/.exec(text) ?? []
  const found = toAddress(address.trim())
  return found && (label ? { ...found, label: label.trim() } : found)
}

function toAddress(address: string): Contact | undefined {
  const bare = address.replace(/^(tel|mailto):/i, '')
  const digits = bare.replace(/[\s()-]/g, '')
  if (/^\+?\d{5,15}$/.test(digits)) return { label: `Позвонить ${spaced(digits)}`, href: `tel:${digits}` }
  if (z.email().safeParse(bare).success) return { label: bare, href: `mailto:${bare}` }
  if (/^@\w{4,32}$/.test(address)) return toLink(`https://t.me/${address.slice(1)}`)
  return z.url({ protocol: /^https$/ }).safeParse(address).success ? toLink(address) : undefined
}

const WRITE: Record<string, string> = {
  't.me': 'Написать в Telegram',
  'wa.me': 'Написать в WhatsApp',
  'vk.me': 'Написать во ВКонтакте',
  'max.ru': 'Написать в MAX',
}

function toLink(address: string): Contact {
  const { href, host } = new URL(address)
  return { label: WRITE[host] ?? host.replace(/^www\./, ''), href }
}

/** A Russian number as it is read; others as they are. */
const spaced = (number: string) => number.replace(/^(\+7|8)(\d{3})(\d{3})(\d\d)(\d\d)$/, '$1 $2 $3-$4-$5')
