import type { Lang } from '../contract.ts'

interface Words {
  title: string
  lead: string
  link: string
  contacts: string
  noScript: string
}

/** What our own page says. Russian first. */
export const words: Record<Lang, Words> = {
  ru: {
    title: 'Ваша запись',
    lead: 'Здесь можно посмотреть, перенести или отменить встречу.',
    link: 'Открыть страницу записи на Cal.com',
    contacts: 'Связаться иначе',
    noScript:
      'Чтобы показать вашу запись, этой странице нужен JavaScript. Без него перенести или отменить встречу можно по ссылкам в письме от Cal.com.',
  },
  en: {
    title: 'Your booking',
    lead: 'Here you can see, move or cancel your meeting.',
    link: 'Open the booking page on Cal.com',
    contacts: 'Other ways to get in touch',
    noScript:
      'This page needs JavaScript to show your booking. Without it, the links in the mail from Cal.com move or cancel the meeting.',
  },
}
