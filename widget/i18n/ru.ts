/** What the first step says. Russian is first; other languages must match it. Dates and plurals come from `Intl`. */
export const ru = {
  /** 1 (Monday) to 7 (Sunday). */
  weekStart: 1,
  loading: 'Загружаем свободное время…',
  timesFree: {
    one: 'свободное время',
    few: 'свободных времени',
    many: 'свободных времён',
    other: 'свободного времени',
  } as Partial<Record<Intl.LDMLPluralRule, string>>,
  noneFree: 'нет свободного времени',
  prevMonth: 'Предыдущий месяц',
  nextMonth: 'Следующий месяц',
  nearest: 'Ближайшее время',
  pickDay: 'Выберите день',
  monthEmpty: 'В этом месяце свободного времени нет',
  yearEmpty: 'Свободного времени пока нет',
  until: 'Запись открыта до',
  stale: 'Календарь отвечает с задержкой: время могли уже занять',
  showMonth: 'Показать',
  more: 'ещё',
  moreDays: 'Показать ещё дни',
  length: 'Длительность',
  back: 'Другое время',
  others: 'Другая встреча',
  dryRun: 'Проверка: запись не создаётся',
  atYours: 'у вас',
  /** Of a day that the host's clocks show already, or still. */
  dayBefore: 'накануне',
  dayAfter: 'на следующий день',
  /** The host's clocks, after a time of day. */
  inZone: (zone: string, offset: string): string => (zone === 'Europe/Moscow' ? 'по Москве' : `(${offset})`),
  /** `city`: what people call the zone by, once that is known. */
  zoneOf: (zone: string, isOwn: boolean, city = zone): string =>
    zone === 'Europe/Moscow' ? 'Время московское' : isOwn ? 'Время ваше, местное' : `Часовой пояс: ${city}`,
  places: { video: 'видеовстреча', phone: 'по телефону', address: 'личная встреча', link: 'онлайн', other: '' },
  awaySlow: 'Календарь загружается дольше обычного. Можно подождать или записаться на странице Cal.com',
  awayUnavailable: 'Не получилось загрузить календарь. Записаться можно на странице Cal.com',
  open: 'Открыть Cal.com',
  retry: 'Попробовать ещё раз',
}

/** Every string of the first step. */
export type FirstWords = typeof ru
