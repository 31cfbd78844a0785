import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './support/root.ts'

const folder = join(root, 'widget')
const sources = readdirSync(folder, { recursive: true })
  .map((file) => String(file))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

/** Functions that are given a part first: `button('back', …)`. */
const makers = sources.flatMap((source) => matches(source, /const (\w+) = \(\s*part: string/g))

/** What stands in the markup: as it is, by a maker, or put together as `names`. */
function partsSet(source: string): string[] {
  const known = [
    ...matches(source, /\bpart="([^"]*)"/g),
    ...makers.flatMap((maker) => matches(source, new RegExp(`\\b${maker}\\(\\s*'([\\w-]+)'`, 'g'))),
    ...matches(source, /const names = `([^`]*)`/g).map((names) => names.replaceAll(/\$\{[^}]*?'(\w*)' : ''\}/g, '$1')),
  ]
  return known.flatMap((names) => names.split(/\s+/).filter(Boolean))
}

/** Those that `@csspart` names, and those that it has in backticks: what a part is besides. */
function partsTold(source: string): string[] {
  const [doc = ''] = matches(source, /\/\*\*([^/]*?@csspart[\s\S]*?)\*\//g)
  return matches(doc, /@csspart ([\s\S]*?)(?=\n \* @|$)/g).flatMap((line) => {
    const [names = '', about = ''] = line.split(' - ')
    return [...names.trim().split(/,\s*/), ...matches(about, /`([\w-]+)`/g)]
  })
}

it('F064 the doc of the element names every part that it has, and no other', () => {
  const set = new Set(sources.flatMap(partsSet))
  expect([...sources.flatMap(partsTold)].sort()).toEqual([...set].sort())
})

it('no part is set in a way that is not read here', () => {
  expect(new Set(sources.flatMap((source) => matches(source, /\bpart=\$\{(.*?)\}/g)))).toEqual(
    new Set(['part', 'names']),
  )
})
