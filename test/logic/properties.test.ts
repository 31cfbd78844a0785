import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../support/root.ts'
import { PROPERTIES } from '../widget/properties.ts'

it('F063 every custom property that the element documents is tried in a browser', () => {
  const lines = readFileSync(join(root, 'widget/olga-booking.ts'), 'utf8').match(/@cssprop .*/g) ?? []
  const documented = lines.flatMap((line) => [...line.matchAll(/--olga-([a-z-]+)/g)].map(([, name]) => name))
  expect(PROPERTIES.map(([property]) => property).sort()).toEqual(documented.sort())
})
