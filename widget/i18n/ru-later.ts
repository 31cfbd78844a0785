/** What the form and the last screen say. */
export const ru = {
  atYours: 'у вас',
  /** The host's clocks, after a time of day. */
  zoneOf: (zone: string, offset: string): string => (zone === 'Europe/Moscow' ? 'по Москве' : `(${offset})`),
  form: {
    title: 'Ваши данные',
    optional: 'необязательно',
    choose: 'Выберите…',
    submit: 'Записаться',
    submitPending: 'Отправить заявку',
    submitting: 'Записываем…',
    more: 'подробнее',
    check: 'Проверить запись',
    offline: 'Связь прервалась, и мы не знаем, дошла ли запись. Проверьте ещё раз: дважды мы не запишем',
    unknown: 'Если запись получилась, письмо придёт на вашу почту. Не записывайтесь повторно, пока не проверите',
    notBooked: 'Запись не создана',
    takenOthers: 'Ближайшее свободное время:',
    faults: {
      required: 'Заполните это поле',
      email: 'Похоже, в адресе почты ошибка',
      phone: 'Похоже, в номере телефона ошибка',
      url: 'Нужна ссылка вида https://example.com',
      consent: 'Без согласия мы не можем вас записать',
    },
    labels: {
      name: 'Имя',
      email: 'Почта',
      attendeePhoneNumber: 'Телефон',
      notes: 'О чём хотите поговорить',
      guests: 'Пригласить ещё кого-нибудь',
    },
    guestsHint: 'Адреса почты через запятую',
  },
  booked: {
    accepted: 'Вы записаны',
    pending: 'Заявка отправлена',
    pendingNote: 'Ждите подтверждения: ответ придёт на почту.',
    mail: 'Письмо с подтверждением придёт на',
    mailNote: 'В письме будет ссылка, чтобы перенести или отменить встречу.',
    ref: 'Номер записи',
  },
}

export type LaterWords = typeof ru
