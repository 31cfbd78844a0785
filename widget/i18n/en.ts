import type { Words } from './ru.ts'

export const en: Words = {
  weekStart: weekStartOf(navigator.language),
  loading: 'Loading free times…',
  timesFree: { one: 'free time', few: 'free times', many: 'free times', other: 'free times' },
  noneFree: 'no free times',
  prevMonth: 'Previous month',
  nextMonth: 'Next month',
  nearest: 'Next free time',
  pickDay: 'Pick a day to see its free times',
  monthEmpty: 'There are no free times this month',
  yearEmpty: 'There are no free times for now',
  showMonth: 'Show',
  back: 'Another time',
  zoneOf: (zone) => `Time in ${zone.split('/').at(-1)?.replaceAll('_', ' ')}`,
  places: { video: 'video call', phone: 'by phone', address: 'in person', link: 'online', other: '' },
  away: {
    slow: 'The calendar takes longer than usual. You can wait, or book on the Cal.com page',
    form: 'The form could not be opened. You can book this time on the Cal.com page',
    month: 'This month could not be loaded. You can see it on the Cal.com page',
    unavailable: 'The free times could not be loaded. You can book on the Cal.com page',
    not_bookable: 'This meeting is booked on its Cal.com page',
    misconfigured: 'There is no such meeting in the calendar. Have a look at the Cal.com page',
  },
  open: 'Open Cal.com',
  retry: 'Try again',
}

/** Monday where the browser has no week data, as Firefox, or names a language that is none, as `en-US@posix`. */
function weekStartOf(language: string): number {
  try {
    const locale = new Intl.Locale(language) as Intl.Locale & {
      getWeekInfo?(): { firstDay: number }
      weekInfo?: { firstDay: number }
    }
    return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1
  } catch {
    return 1
  }
}
