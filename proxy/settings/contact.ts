/** What a contact leads to; each page has its own words for it. */
export type ContactKind = 'phone' | 'mail' | 'telegram' | 'whatsapp' | 'vk' | 'max' | 'web'

/** A way to reach the host, as it was typed and understood. */
export interface Reach {
  kind: ContactKind
  /** `tel:`, `mailto:` or `https:`. */
  href: string
  /** What it is called in any language: the number, the address, the messenger. */
  name: string
}

/**
 * Reads a phone, an e-mail address, `@name` in Telegram or an https link; nothing else may become a link. The builder's
 * page reads with it, too, so it imports nothing.
 */
export function readContact(typed: string): Reach | undefined {
  const text = typed.trim()
  const bare = text.replace(/^(tel|mailto):/i, '')
  return phone(bare) ?? mail(bare) ?? link(text.replace(/^@(?=\w{4,32}$)/, 't.me/'))
}

/** 8 900 … and 900 … are Russian numbers; what begins with a plus is of the country it names. */
function phone(text: string): Reach | undefined {
  const digits = text.replace(/[\s()-]/g, '')
  if (!/^\+?\d{5,15}$/.test(digits)) return undefined
  const number = digits.replace(/^8?(?=\d{10}$)/, '+7').replace(/^(?=\d{11})/, '+')
  return { kind: 'phone', href: `tel:${number}`, name: spaced(number) }
}

/** A Russian number as it is read; others as they are. */
const spaced = (number: string) => number.replace(/^(\+7)(\d{3})(\d{3})(\d\d)(\d\d)$/, '$1 $2 $3-$4-$5')

const MAIL = /^[\p{L}\p{N}._+'-]+@(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}$/u

const mail = (text: string): Reach | undefined =>
  MAIL.test(text) ? { kind: 'mail', href: `mailto:${encodeURI(text)}`, name: text } : undefined

const MESSENGERS: Record<string, [ContactKind, string]> = {
  't.me': ['telegram', 'Telegram'],
  'wa.me': ['whatsapp', 'WhatsApp'],
  'vk.me': ['vk', 'VK'],
  'max.ru': ['max', 'MAX'],
}

/** The messengers' own are understood without `https://`, too. */
function link(text: string): Reach | undefined {
  const address = text.replace(/^(?:http:\/\/)?(?=(?:t\.me|wa\.me|vk\.me|max\.ru)\/.)/i, 'https://')
  if (!/^https:\/\/\S+$/i.test(address) || !URL.canParse(address)) return undefined
  const { href, host } = new URL(address)
  const [kind, name] = MESSENGERS[host] ?? ['web', host.replace(/^www\./, '')]
  return { kind, href, name }
}
