import type { Fault, Lang, ProblemCode } from './contract.ts'

interface Words {
  problems: Record<ProblemCode, string>
  faults: Record<Fault, string>
}

const ru: Words = {
  problems: {
    invalid_request: 'Запрос составлен неверно',
    invalid_json: 'Тело запроса – не JSON',
    unsupported_media_type: 'Тело запроса должно быть в формате application/json',
    too_large: 'Запрос слишком большой',
    invalid_fields: 'Проверьте, пожалуйста, поля формы',
    idempotency_key_required: 'Нужен заголовок Idempotency-Key: от 22 до 128 букв, цифр, «-» и «_», каждый раз новый',
    idempotency_key_reused: 'Этот Idempotency-Key уже был у другого запроса',
    in_progress: 'Этот запрос уже выполняется, подождите немного',
    origin_not_allowed: 'С этого сайта записываться нельзя: владелец не внёс его в список',
    not_found: 'Здесь ничего нет',
    event_not_found: 'Такой встречи нет',
    not_bookable: 'На эту встречу можно записаться только на странице Cal.com',
    slot_taken: 'Это время уже занято. Выберите, пожалуйста, другое',
    too_late: 'Календарь не ответил вовремя, и записать вас на это время мы уже не успели',
    key_abandoned: 'Эта заявка была отозвана',
    too_many_requests: 'Слишком много заявок подряд. Попробуйте позже или напишите нам',
    too_many_holds: 'Вы уже держите другое время. Выберите одно из них',
    robot: 'Похоже, форму заполнил робот. Если это не так, подождите немного и отправьте ещё раз',
    booking_not_found: 'Такой записи нет. Возможно, ссылка скопирована не целиком',
    not_changeable: 'Эту запись уже нельзя изменить',
    erased: 'Данные этой заявки удалены',
    webhook_refused: 'Подпись не подошла',
    upstream_unavailable: 'Календарь сейчас не отвечает. Попробуйте чуть позже',
    internal: 'Что-то сломалось на нашей стороне',
  },
  faults: {
    required: 'Заполните это поле',
    invalid: 'Такое значение не подходит',
    unknown: 'Такого поля нет',
    too_long: 'Слишком длинно',
    month: 'Нужен месяц вида 2026-11',
    instant: 'Нужно время в UTC вида 2026-11-25T07:00:00Z',
    past: 'Это время уже прошло',
    not_offered: 'Этого времени нет среди свободных',
    time_zone: 'Такого часового пояса нет',
    email: 'Похоже, в адресе почты ошибка',
    phone: 'Похоже, в номере телефона ошибка',
    url: 'Нужна ссылка вида https://example.com',
    number: 'Нужно число',
    option: 'Выберите из предложенного',
    consent: 'Нужно согласие на обработку персональных данных. Если его текст изменился, обновите страницу',
    duration: 'Такой длительности нет',
  },
}

const en: Words = {
  problems: {
    invalid_request: 'The request is not right',
    invalid_json: 'The body is not JSON',
    unsupported_media_type: 'The body must be application/json',
    too_large: 'The request is too large',
    invalid_fields: 'Please check the form',
    idempotency_key_required:
      'An Idempotency-Key header is needed: 22 to 128 letters, digits, “-” and “_”, new each time',
    idempotency_key_reused: 'This Idempotency-Key belongs to another request',
    in_progress: 'This request is still running, please wait a little',
    origin_not_allowed: 'This site may not book: its owner has not listed it',
    not_found: 'There is nothing here',
    event_not_found: 'There is no such meeting',
    not_bookable: 'This meeting can only be booked on its Cal.com page',
    slot_taken: 'This time is taken. Please pick another',
    too_late: 'The calendar did not answer in time, and this time can no longer be booked',
    key_abandoned: 'This request was withdrawn',
    too_many_requests: 'Too many requests in a row. Please try later, or write to us',
    too_many_holds: 'Other times are held for you already. Please pick one of them',
    robot: 'A robot seems to have filled in the form. If you are none, wait a moment and send it again',
    booking_not_found: 'There is no such booking. Perhaps the link was not copied whole',
    not_changeable: 'This booking can no longer be changed',
    erased: 'The data of this request has been erased',
    webhook_refused: 'The signature does not fit',
    upstream_unavailable: 'The calendar does not answer right now. Please try again a little later',
    internal: 'Something broke on our side',
  },
  faults: {
    required: 'Please fill this in',
    invalid: 'This does not fit',
    unknown: 'There is no such field',
    too_long: 'Too long',
    month: 'A month like 2026-11 is needed',
    instant: 'A time in UTC like 2026-11-25T07:00:00Z is needed',
    past: 'This time is over',
    not_offered: 'This is not one of the free times',
    time_zone: 'There is no such time zone',
    email: 'There seems to be a mistake in this address',
    phone: 'There seems to be a mistake in this number',
    url: 'A link like https://example.com is needed',
    number: 'A number is needed',
    option: 'Please pick one of the choices',
    consent: 'Your consent to data processing is needed. If its text has changed, reload the page',
    duration: 'There is no such length',
  },
}

/** What the proxy says to visitors. Russian first. */
export const words: Record<Lang, Words> = { ru, en }
