import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readChoices } from '../../../demo/pages/builder/choices.ts'
import { contrast, onDark, onLight } from '../../../demo/pages/builder/colour.ts'
import { snippetOf } from '../../../demo/pages/builder/snippet.ts'

const ORIGIN = 'https://book.example.com'

/** What the form would hold. */
function form(fields: Record<string, string>) {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

const read = (fields: Record<string, string>) => readChoices(form(fields), ORIGIN)
const code = (fields: Record<string, string>, themeCss = '') => snippetOf(read(fields).choices, themeCss)

describe('the code', () => {
  it('is the tag as the README has it, and its place', () => {
    expect(code({ event: 'delo-40min', label: 'Записаться', contacts: '@olga_example' })).toBe(`<style>
  olga-booking { display: block; min-height: 48em }
  @media (min-width: 740px) { olga-booking { min-height: 34em } }
</style>
<script type="module" src="https://book.example.com/olga-booking.js"></script>
<olga-booking event="delo-40min">
  <a href="https://cal.com/olgarozet/delo-40min">Записаться</a>
  <a slot="contact" href="https://t.me/olga_example">или напишите в Telegram</a>
</olga-booking>`)
  })

  it('has every choice as an attribute', () => {
    const fields = { event: '15min', other: '30min, delo-40min', mode: 'popup', lang: 'en', scheme: 'dark' }
    const more = { zone: 'Asia/Omsk', metrika: '12345678', goals: 'olga', ads: 'on', prefill: 'name, email' }
    expect(code({ ...fields, ...more })).toContain(
      '<olga-booking id="olga-booking" events="15min,30min,delo-40min" mode="popup" lang="en" theme="dark" ' +
        'time-zone="Asia/Omsk" prefill-from-url="name,email" metrika="12345678" goals="olga" ads-consent>',
    )
  })

  it('leads to all meetings where there are several', () => {
    expect(code({ event: '15min', other: '30min' })).toContain('<a href="https://cal.com/olgarozet">')
  })

  it('keeps a place for what stands on the page alone', () => {
    expect(code({ mode: 'inline' })).toContain('min-height')
    expect(code({ mode: 'floating' })).not.toContain('<style>')
  })

  it('names the tag where the theme has a class', () => {
    const css = code({ look: 'warm' }, '.olga-warm {\n  --olga-radius: 6px;\n}\n')
    expect(css).toContain('  olga-booking {\n    --olga-radius: 6px;\n  }')
    expect(css).not.toContain('.olga-warm')
  })

  it('puts what is chosen after the theme, so that it wins', () => {
    const css = code({ look: 'warm', radius: '3' }, '.olga-warm { --olga-radius: 6px }')
    expect(css.indexOf('--olga-radius: 3px')).toBeGreaterThan(css.indexOf('--olga-radius: 6px'))
  })

  it('never lets what is typed become markup', () => {
    const typed = fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', ' ', ';', 'a', '=', '\n', '{', '}') })
    const names = [
      'event',
      'other',
      'mode',
      'lang',
      'scheme',
      'zone',
      'metrika',
      'goals',
      'prefill',
      'label',
      'contacts',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...names, 'proxy', 'username', 'accent', 'radius', 'look'), typed, (name, value) => {
        const tags = code({ own: 'on', [name]: value }).match(/<\/?[a-z]+(-[a-z]+)?/g) ?? []
        const links = tags.filter((tag) => /^<\/?a$/.test(tag)).length
        const rest = tags.filter((tag) => !/^<\/?a$/.test(tag))
        expect(links % 2).toBe(0)
        expect(rest.join(' ').replace('<style </style ', '')).toBe('<script </script <olga-booking </olga-booking')
      }),
    )
  })
})

describe('what is typed', () => {
  it.each([
    ['other', 'два слова', 'Так ссылки не кончаются: «два»'],
    ['metrika', 'UA-1', 'Номер счётчика – это только цифры'],
    ['prefill', 'имя', 'Так поля анкеты не называются: «имя»'],
    ['proxy', 'javascript:alert(1)', 'Нужен адрес целиком: https://book.ваш-сайт.ru'],
    [
      'contacts',
      'javascript:alert(1)',
      'Не похоже ни на телеграм, ни на телефон, ни на почту, ни на ссылку с https://: «javascript:alert(1)»',
    ],
  ])('is refused in words: %s %s', (name, value, fault) => {
    const { choices, faults } = read({ [name]: value })
    expect(faults).toEqual({ [name]: fault })
    expect(snippetOf(choices, '')).not.toContain(value)
  })

  it.each([
    ['@olga_example', 'https://t.me/olga_example'],
    ['t.me/olga_example', 'https://t.me/olga_example'],
    ['8 (900) 000-00-00', 'tel:+79000000000'],
    ['900 000 00 00', 'tel:+79000000000'],
    ['+995 555 00 00 00', 'tel:+995555000000'],
    ['+852 2345 6789', 'tel:+85223456789'],
    ['+372 5123 456', 'tel:+3725123456'],
    ['olga@example.com', 'mailto:olga@example.com'],
    ['http://t.me/olga_example', 'https://t.me/olga_example'],
    ['https://example.com/chat', 'https://example.com/chat'],
  ])('is understood as a contact: %s', (typed, href) => {
    expect(read({ contacts: typed }).choices.contacts.map((contact) => contact.href)).toEqual([href])
  })
})

describe('a colour of the owner’s', () => {
  it('can be read in light and in dark, whatever it is', () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(hex, (colour) => {
        for (const { accent, onAccent, soft } of [onLight(colour), onDark(colour)]) {
          expect(contrast(accent, soft)).toBeGreaterThanOrEqual(4.5)
          expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5)
        }
      }),
    )
  })

  it('is left as it is where it can be', () => {
    expect(onLight('#2c5f50').accent).toBe('#2c5f50')
  })
})
