import type { Person } from './journal.ts'

/**
 * A JSON text without a person's address and number: a list, as that of guests, has one less; elsewhere stands `***`.
 * `undefined` when he is not in it.
 */
export function withoutPerson(json: string, { email, phone }: Person): string | undefined {
  const contacts = [email, phone].flatMap((contact) => contact || [])
  if (!contacts.length) return undefined
  const pattern = new RegExp(`${BEFORE}(?:${contacts.map(escaped).join('|')})${AFTER}`, 'giu')
  let isFound = false
  const hidden = (text: string) => {
    const rest = text.replace(pattern, '***')
    isFound ||= rest !== text
    return rest
  }
  const without = (value: unknown): unknown => {
    if (typeof value === 'string') return hidden(value)
    if (Array.isArray(value)) return value.filter((one) => typeof one !== 'string' || hidden(one) === one).map(without)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, without(one)]))
  }
  const rest = JSON.stringify(without(JSON.parse(json)))
  return isFound ? rest : undefined
}

/** Where an address ends: `ann@example.com` is not in `joann@example.com`, nor in `ann@example.com.au`. */
const BEFORE = '(?<![\\p{L}\\p{N}._%+-])'
const AFTER = '(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
