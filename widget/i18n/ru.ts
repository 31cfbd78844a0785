/** What the widget says. Russian is first; other languages must match it. Dates and plurals come from `Intl`. */
export const ru = {
  /** 1 (Monday) to 7 (Sunday). */
  weekStart: 1,
  loading: 'Загружаем свободное время…',
  timesFree: {
    one: 'свободное время',
    few: 'свободных времени',
    many: 'свободных времён',
    other: 'свободного времени',
  },
  noneFree: 'нет свободного времени',
  prevMonth: 'Предыдущий месяц',
  nextMonth: 'Следующий месяц',
  nearest: 'Ближайшее время',
  pickDay: 'Выберите день, чтобы увидеть свободное время',
  monthEmpty: 'В этом месяце свободного времени нет',
  yearEmpty: 'Свободного времени пока нет',
  showMonth: 'Показать',
  back: 'Другое время',
  zoneOf: (zone: string, isOwn: boolean): string =>
    zone === 'Europe/Moscow' ? 'Время московское' : isOwn ? 'Время ваше, местное' : `Часовой пояс ${zone}`,
  places: { video: 'видеовстреча', phone: 'по телефону', address: 'личная встреча', link: 'онлайн', other: '' },
  away: {
    slow: 'Календарь загружается дольше обычного. Можно подождать или записаться на странице Cal.com',
    form: 'Не получилось открыть форму. Записаться на это время можно на странице Cal.com',
    month: 'Не получилось загрузить этот месяц. Посмотреть его можно на странице Cal.com',
    unavailable: 'Не получилось загрузить свободное время. Записаться можно на странице Cal.com',
    not_bookable: 'На эту встречу записывают на странице Cal.com',
    misconfigured: 'Такой встречи нет в календаре. Посмотрите на странице Cal.com',
  },
  open: 'Открыть Cal.com',
  retry: 'Попробовать ещё раз',
}

/** Every string of the first step. */
export type Words = typeof ru
