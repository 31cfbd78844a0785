import type { Entry } from '../store/store.ts'
import type { Kind } from './notify.ts'

/** What is said of a request: of the booking its name and title. */
interface Told {
  kind: Kind
  request: Pick<Entry, 'ref' | 'action' | 'state' | 'code' | 'start' | 'erasedAt'>
  title: string
  /** First name, where there is one. */
  name: string | null
}

/** What the owner reads: Russian, the time on the clocks of `zone`. */
export function noticeWords(told: Told, zone: string): { subject: string; text: string } {
  const { request, title } = told
  const { ref, action } = request
  const { subject, says } = isOver(told) ? OVER : KINDS[told.kind](ACTIONS[action], reasonOf(request.code))
  const who = told.name ?? (request.erasedAt ? 'имя удалено' : 'без имени')
  const lines = [
    `${ACTIONS[action].title} ${ref}: ${who}, ${timeIn(zone, request.start)}, «${title}».`,
    says,
    ...(request.erasedAt ? [] : [`Контакты: npm run journal -- show ${ref}`]),
  ]
  return { subject: `${ACTIONS[action].title} ${ref}: ${subject}`, text: lines.join('\n') }
}

interface Words {
  subject: string
  says: string
}

const ACTIONS = {
  book: { title: 'Заявка', done: 'записать гостя' },
  cancel: { title: 'Отмена', done: 'отменить встречу' },
  move: { title: 'Перенос', done: 'перенести встречу' },
} satisfies Record<Entry['action'], { title: string; done: string }>

const KINDS: Record<Kind, (action: { done: string }, reason: string) => Words> = {
  queued: ({ done }) => ({
    subject: 'календарь не отвечает',
    says: `Календарь не отвечает. Попробую ${done} ещё раз сам, пока ничего делать не нужно.`,
  }),
  refused: ({ done }, reason) => ({
    subject: `не получилось ${done}`,
    says: `Не получилось ${done}: ${reason}. Гость этого ещё не знает: напишите ему, пожалуйста.`,
  }),
  conflict: () => ({
    subject: 'в календаре иначе',
    says: 'В календаре не так, как сказано гостю. Посмотрите эту встречу в Cal.com и напишите гостю.',
  }),
  stuck: ({ done }) => ({
    subject: 'чем кончилось, неизвестно',
    says: `Не удаётся узнать, получилось ли ${done}. Посмотрите это время в Cal.com и напишите гостю.`,
  }),
}

/** By the time it is told, it may have come right. */
const OVER: Words = { subject: 'всё в порядке', says: 'Календарь долго не отвечал, но теперь всё сделано.' }

const isOver = ({ kind, request: { state } }: Told) =>
  (kind === 'queued' || kind === 'stuck') && (state === 'confirmed' || state === 'cancelled')

function reasonOf(code: string | null): string {
  if (code === 'slot_taken') return 'это время успели занять'
  if (code === 'too_late') return 'календарь молчал до последнего'
  if (code === 'erased') return 'данные гостя удалены'
  return 'календарь отказал'
}

/** `среда, 25 ноября, 10:00 (Москва)` */
function timeIn(timeZone: string, start: string): string {
  const date = new Date(start)
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('ru', { timeZone, ...options })
  const day = format({ weekday: 'long', day: 'numeric', month: 'long' }).format(date)
  const time = format({ hour: '2-digit', minute: '2-digit' }).format(date)
  const parts = format({ hour: 'numeric', timeZoneName: 'shortGeneric' }).formatToParts(date)
  const place = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  return `${day}, ${time} (${place})`
}
