import { isRecord, type Json } from './recording.ts'

/** Where two values differ first, in words: `data.status: "accepted" was expected, but got "pending"`. */
export function firstDifference(expected: Json | undefined, got: Json | undefined, path = ''): string | undefined {
  if (Array.isArray(expected) && Array.isArray(got)) {
    return differenceOf(Array(Math.max(expected.length, got.length)).keys(), expected, got, path)
  }
  if (isRecord(expected) && isRecord(got)) {
    return differenceOf(new Set([...Object.keys(expected), ...Object.keys(got)]), expected, got, path)
  }
  if (expected === got) return undefined
  return `${path || 'the answer'}: ${shown(expected)} was expected, but got ${shown(got)}`
}

function differenceOf(keys: Iterable<string | number>, expected: object, got: object, path: string) {
  for (const key of keys) {
    const [one, other] = [Reflect.get(expected, key), Reflect.get(got, key)] as (Json | undefined)[]
    const found = firstDifference(one, other, path ? `${path}.${key}` : String(key))
    if (found) return found
  }
  return undefined
}

function shown(value: Json | undefined) {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}
