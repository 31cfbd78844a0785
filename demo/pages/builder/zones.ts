/** The zones that an owner may fix, by the cities he knows; the rest of the world he may write into the code. */
const CITIES: [zone: string, city: string][] = [
  ['Europe/Kaliningrad', 'Калининград'],
  ['Europe/Moscow', 'Москва, Санкт-Петербург'],
  ['Europe/Samara', 'Самара, Ижевск'],
  ['Asia/Yekaterinburg', 'Екатеринбург, Пермь, Уфа'],
  ['Asia/Omsk', 'Омск'],
  ['Asia/Novosibirsk', 'Новосибирск, Томск'],
  ['Asia/Krasnoyarsk', 'Красноярск'],
  ['Asia/Irkutsk', 'Иркутск'],
  ['Asia/Yakutsk', 'Якутск, Чита'],
  ['Asia/Vladivostok', 'Владивосток, Хабаровск'],
  ['Asia/Magadan', 'Магадан, Южно-Сахалинск'],
  ['Asia/Kamchatka', 'Петропавловск-Камчатский'],
  ['Europe/Minsk', 'Минск'],
  ['Asia/Almaty', 'Алматы'],
  ['Asia/Tbilisi', 'Тбилиси'],
  ['Asia/Yerevan', 'Ереван'],
  ['Europe/Istanbul', 'Стамбул'],
  ['Europe/Belgrade', 'Белград'],
  ['Europe/Berlin', 'Берлин'],
  ['Asia/Dubai', 'Дубай'],
]

/** As the options of a select; the visitor's own zone first. */
export function zoneOptions(): HTMLOptionElement[] {
  return [
    new Option('по часам гостя', ''),
    ...CITIES.map(([zone, city]) => new Option(`${city} (${offset(zone)})`, zone)),
  ]
}

function offset(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('ru', { timeZone, timeZoneName: 'shortOffset' }).formatToParts()
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}
