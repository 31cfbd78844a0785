import { describe, expect, it } from 'vitest'
import { readConfig as read } from '../../proxy/config.ts'
import { KEY, SECRET } from '../support/proxy.ts'

const readConfig = (CONTACTS: string) =>
  read({ CAL_API_KEY: KEY, SECRET, CONTACTS }, () => Promise.reject(new Error('no files here')))

describe('CONTACTS', () => {
  it.each([
    ['tel:+79161234567', 'Позвонить +7 916 123-45-67', 'tel:+79161234567'],
    ['+7 (916) 123-45-67', 'Позвонить +7 916 123-45-67', 'tel:+79161234567'],
    ['+4930901820', 'Позвонить +4930901820', 'tel:+4930901820'],
    ['mailto:olga@example.com', 'olga@example.com', 'mailto:olga@example.com'],
    ['olga@example.com', 'olga@example.com', 'mailto:olga@example.com'],
    ['@olga_rozet', 'Написать в Telegram', 'https://t.me/olga_rozet'],
    ['https://t.me/olga_rozet', 'Написать в Telegram', 'https://t.me/olga_rozet'],
    ['https://wa.me/79161234567?text=a', 'Написать в WhatsApp', 'https://wa.me/79161234567?text=a'],
    ['https://www.example.com/olga', 'example.com', 'https://www.example.com/olga'],
    ['Секретарь = +79161234567', 'Секретарь', 'tel:+79161234567'],
    ['Мессенджер=https://max.ru/u/x?a=b', 'Мессенджер', 'https://max.ru/u/x?a=b'],
  ])('%s is «%s»', async (one, label, href) => {
    expect((await readConfig(one)).CONTACTS).toEqual([{ label, href }])
  })

  it('are as many as stand between commas, in their order', async () => {
    const { CONTACTS } = await readConfig('@olga_rozet, olga@example.com,')
    expect(CONTACTS.map(({ href }) => href)).toEqual(['https://t.me/olga_rozet', 'mailto:olga@example.com'])
  })

  it.each(['olga', 'http://t.me/olga', 'javascript:alert(1)', '+7', 'Звоните=', '@o'])(
    'stop the start when one is none: %s',
    async (one) => {
      await expect(readConfig(`@olga_rozet, ${one}`)).rejects.toThrow('CONTACTS: must be phones')
    },
  )
})
