import type { EventType } from './account.ts'
import { bookingFields } from './fields.ts'
import { eventType } from './seed.ts'

const splitName = {
  isDefault: true,
  type: 'splitName',
  slug: 'splitName',
  required: true,
  firstNameLabel: 'Имя',
  firstNamePlaceholder: 'Иван',
  lastNameLabel: 'Фамилия',
  lastNamePlaceholder: 'Петров',
  lastNameRequired: true,
  disableOnPrefill: false,
}

const CHOICE = { options: ['Первое', 'Второе', 'Третье'] }

/** Event types that ask for what Olga's own do not: every kind of question, and of place. */
export const kinds = {
  /** Every type of question, none of them required. */
  questions: (): EventType =>
    eventType({
      slug: 'questions',
      title: 'Со всеми вопросами',
      fields: [
        { type: 'phone', slug: 'attendeePhoneNumber', label: 'Телефон', isDefault: true },
        { type: 'text', slug: 'topic', label: 'Тема', placeholder: 'В двух словах', minLength: 3, maxLength: 80 },
        { type: 'textarea', slug: 'story', label: 'Расскажите подробнее' },
        { type: 'number', slug: 'people', label: 'Сколько вас', min: 1, max: 10 },
        { type: 'address', slug: 'city', label: 'Откуда вы' },
        { type: 'url', slug: 'site', label: 'Ваш сайт' },
        { type: 'select', slug: 'one', label: 'Выберите одно', placeholder: 'Что-нибудь', ...CHOICE },
        { type: 'multiselect', slug: 'some', label: 'Выберите несколько', ...CHOICE },
        { type: 'checkbox', slug: 'marks', label: 'Отметьте', ...CHOICE },
        { type: 'radio', slug: 'either', label: 'Либо', ...CHOICE },
        { type: 'multiemail', slug: 'colleagues', label: 'Коллеги' },
        { type: 'boolean', slug: 'first', label: 'Вы у нас впервые', defaultValue: true },
        { type: 'text', slug: 'source', label: 'Откуда узнали', hidden: true, defaultValue: 'site' },
      ],
    }),

  /** The name is asked for in two parts. */
  splitName: (): EventType =>
    eventType({
      slug: 'split-name',
      title: 'Имя и фамилия',
      bookingFields: bookingFields().map((field) => (field.slug === 'name' ? splitName : field)),
    }),

  /** The phone is required, and the e-mail is not. */
  phoneOnly: (): EventType =>
    eventType({
      slug: 'phone-only',
      title: 'По телефону',
      locations: [{ type: 'attendeePhone' }],
      bookingFields: bookingFields([
        { type: 'phone', slug: 'attendeePhoneNumber', label: 'Телефон', isDefault: true, required: true },
      ]).map((field) => (field.slug === 'email' ? { ...field, required: false } : field)),
    }),

  /** Every kind of place. */
  places: (): EventType =>
    eventType({
      slug: 'places',
      title: 'Где вам удобно',
      locations: [
        { type: 'integration', integration: 'cal-video' },
        { type: 'integration', integration: 'telegram-video' },
        { type: 'address', address: 'Москва, Тверская, 1', public: true },
        { type: 'link', link: 'https://meet.example.com/olga', public: false },
        { type: 'phone', phone: '+79160000000', public: true },
        { type: 'attendeePhone' },
        { type: 'attendeeAddress' },
        { type: 'attendeeDefined' },
      ],
    }),
}
