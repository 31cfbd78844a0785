import { describe, expect, it } from 'vitest'
import { readConfig as read } from '../../proxy/config.ts'
import { KEY, SECRET } from '../support/proxy.ts'

const readConfig = (CONTACTS: string) =>
  read({ CAL_API_KEY: KEY, SECRET, CONTACTS }, () => Promise.reject(new Error('no files here')))

describe('CONTACTS', () => {
  it.each([
    ['tel:+79161234567', 'phone', '+7 916 123-45-67', 'tel:+79161234567'],
    ['+7 (916) 123-45-67', 'phone', '+7 916 123-45-67', 'tel:+79161234567'],
    ['8 916 123-45-67', 'phone', '+7 916 123-45-67', 'tel:+79161234567'],
    ['(916) 123-45-67', 'phone', '+7 916 123-45-67', 'tel:+79161234567'],
    ['+4930901820', 'phone', '+4930901820', 'tel:+4930901820'],
    ['+852 2345 6789', 'phone', '+85223456789', 'tel:+85223456789'],
    ['995 555 00 00 00', 'phone', '+995555000000', 'tel:+995555000000'],
    ['12-34-56', 'phone', '123456', 'tel:123456'],
    ['mailto:olga@example.com', 'mail', 'olga@example.com', 'mailto:olga@example.com'],
    ['olga@example.com', 'mail', 'olga@example.com', 'mailto:olga@example.com'],
    ['@olga_rozet', 'telegram', 'Telegram', 'https://t.me/olga_rozet'],
    ['https://t.me/olga_rozet', 'telegram', 'Telegram', 'https://t.me/olga_rozet'],
    ['http://t.me/olga_rozet', 'telegram', 'Telegram', 'https://t.me/olga_rozet'],
    ['t.me/olga_rozet', 'telegram', 'Telegram', 'https://t.me/olga_rozet'],
    ['https://wa.me/79161234567?text=a', 'whatsapp', 'WhatsApp', 'https://wa.me/79161234567?text=a'],
    ['https://www.example.com/olga', 'web', 'example.com', 'https://www.example.com/olga'],
  ])('%s is %s', async (one, kind, name, href) => {
    expect((await readConfig(one)).CONTACTS).toEqual([{ kind, name, href }])
  })

  it.each([
    ['Секретарь = +79161234567', 'Секретарь', 'tel:+79161234567'],
    ['Мессенджер=https://max.ru/u/x?a=b', 'Мессенджер', 'https://max.ru/u/x?a=b'],
  ])('have the label they are given: %s', async (one, label, href) => {
    expect((await readConfig(one)).CONTACTS).toMatchObject([{ label, href }])
  })

  it('are as many as stand between commas, in their order', async () => {
    const { CONTACTS } = await readConfig('@olga_rozet, olga@example.com,')
    expect(CONTACTS.map(({ href }) => href)).toEqual(['https://t.me/olga_rozet', 'mailto:olga@example.com'])
  })

  it.each(['olga', 'http://example.com', 'javascript:alert(1)', '+7', 'Звоните=', '@o', 'a@b.ru?bcc=c@d.ru'])(
    'stop the start when one is none: %s',
    async (one) => {
      await expect(readConfig(`@olga_rozet, ${one}`)).rejects.toThrow('CONTACTS: must be phones')
    },
  )
})
