import { lineOf, localTime, MARK } from '../export/cells.ts'
import { answerOf, type Request } from './request.ts'

interface Options {
  /** Of the headings. Also says what stands between two cells, as Excel of that language wants it. */
  lang: 'ru' | 'en'
  /** IANA; the times are in it. */
  timeZone: string
}

type Read = (request: Request, time: (instant: string | null) => string) => string | number | null

/** Each with its Russian and its English heading. */
const COLUMNS: [ru: string, en: string, read: Read][] = [
  ['Записана', 'Recorded', ({ createdAt }, time) => time(createdAt)],
  ['Номер', 'Ref', ({ ref }) => ref],
  ['Действие', 'Action', ({ action }) => action],
  ['С записью', 'Of', ({ of }) => of],
  ['Состояние', 'State', ({ state }) => state],
  ['Причина', 'Code', ({ code }) => code],
  ['В Cal.com', 'Standing', ({ standing }) => standing],
  ['Начало', 'Start', ({ start }, time) => time(start)],
  ['Конец', 'End', ({ end }, time) => time(end)],
  ['Встреча', 'Event', ({ event }) => event],
  ['Название', 'Title', ({ title }) => title],
  ['Имя', 'Name', (request) => answerOf(request, 'name')],
  ['Почта', 'E-mail', ({ email }) => email],
  ['Телефон', 'Phone', ({ phone }) => phone],
  ['Что указано', 'Given', ({ given }) => given && JSON.stringify(given)],
  ['Версия согласия', 'Consent version', ({ consentVersion }) => consentVersion],
  ['Согласие дано', 'Consent given', ({ consentAt }, time) => time(consentAt)],
  ['Согласие на рекламу', 'Consent to advertising', ({ adsVersion }) => adsVersion],
  ['Страница', 'Page', ({ page }) => page],
  ['Обращений к Cal.com', 'Calls', ({ attempts }) => attempts],
  ['Последнее обращение', 'Last sent', ({ sentAt }, time) => time(sentAt)],
  ['Следующее', 'To be taken up', ({ dueAt }, time) => time(dueAt)],
  ['Изменена', 'Changed', ({ updatedAt }, time) => time(updatedAt)],
  ['Стёрта', 'Erased', ({ erasedAt }, time) => time(erasedAt)],
]

/**
 * A table that Excel opens as it is, a line per request, with all that JSON has. The first heading names the zone of
 * the times.
 */
export function toCsv(requests: Request[], { lang, timeZone }: Options): string {
  const line = lineOf(lang === 'ru' ? ';' : ',')
  const toLocal = localTime(timeZone)
  const time = (instant: string | null) => (instant ? toLocal(instant) : '')
  const head = COLUMNS.map(([ru, en], at) => `${lang === 'ru' ? ru : en}${at === 0 ? ` (${timeZone})` : ''}`)
  const rows = requests.map((request) => line(COLUMNS.map(([, , read]) => String(read(request, time) ?? ''))))
  return `${MARK}${line(head)}${rows.join('')}`
}
