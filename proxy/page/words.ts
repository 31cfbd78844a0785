import type { Lang } from '../contract.ts'
import type { ContactKind } from '../settings/contact.ts'

interface Words {
  title: string
  lead: string
  link: string
  contacts: string
  noScript: string
  /** Of a way to reach the host, by its name. */
  reach: Record<ContactKind, (name: string) => string>
}

const itself = (name: string) => name

/** What our own page says. Russian first. */
export const words: Record<Lang, Words> = {
  ru: {
    title: 'Ваша запись',
    lead: 'Здесь можно посмотреть, перенести или отменить встречу.',
    link: 'Открыть страницу записи на Cal.com',
    contacts: 'Связаться иначе',
    noScript:
      'Чтобы показать вашу запись, этой странице нужен JavaScript. Без него перенести или отменить встречу можно по ссылкам в письме от Cal.com.',
    reach: {
      phone: (number) => `Позвонить ${number}`,
      mail: itself,
      telegram: () => 'Написать в Telegram',
      whatsapp: () => 'Написать в WhatsApp',
      vk: () => 'Написать во ВКонтакте',
      max: () => 'Написать в MAX',
      web: itself,
    },
  },
  en: {
    title: 'Your booking',
    lead: 'Here you can see, move or cancel your meeting.',
    link: 'Open the booking page on Cal.com',
    contacts: 'Other ways to get in touch',
    noScript:
      'This page needs JavaScript to show your booking. Without it, the links in the mail from Cal.com move or cancel the meeting.',
    reach: {
      phone: (number) => `Call ${number}`,
      mail: itself,
      telegram: () => 'Write on Telegram',
      whatsapp: () => 'Write on WhatsApp',
      vk: () => 'Write on VK',
      max: () => 'Write on MAX',
      web: itself,
    },
  },
}
