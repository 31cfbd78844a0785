import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contrast, mix } from '../../../demo/pages/builder/colour.ts'
import { root } from '../../support/root.ts'

const THEMES = ['warm', 'strict', 'tender']

const cssOf = (theme: string) => readFile(join(root, `demo/pages/themes/${theme}.css`), 'utf8')

/** The colours of a theme: those for every browser, and both sides of those that follow the page. */
async function coloursOf(theme: string) {
  const [first = '', follows = ''] = (await cssOf(theme)).split('@supports')
  const plain = Object.fromEntries(
    [...first.matchAll(/--olga-([\w-]+): (#[\da-f]{6});/g)].map(([, name, value]) => [name, value]),
  )
  const both = [...follows.matchAll(/--olga-([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g)]
  const side = (at: 2 | 3) => Object.fromEntries(both.map((match) => [match[1], match[at]]))
  return { plain, light: side(2), dark: side(3) }
}

/** What is read, and what has to be seen; the last two are a free day under the pointer, and the main button so. */
const seen = ({ ink, muted, surface, line, soft, accent, danger, 'on-accent': onAccent }: Record<string, string>) => ({
  text: [
    [ink, surface],
    [ink, soft],
    [muted, surface],
    [muted, soft],
    [accent, surface],
    [accent, soft],
    [danger, surface],
    [onAccent, accent],
    [accent, mix(accent ?? '', surface ?? '', 0.18)],
    [onAccent, mix(accent ?? '', ink ?? '', 0.88)],
  ],
  controls: [
    [line, surface],
    [accent, surface],
  ],
})

describe.each(THEMES)('the theme %s', (theme) => {
  it('F063 is custom properties and nothing else', async () => {
    const rules = (await cssOf(theme))
      .replace(/\/\*.*?\*\//gs, '')
      .replace('@supports (color: light-dark(#000, #fff))', '')
    const declarations = rules
      .replaceAll(`.olga-${theme}`, '')
      .split(/[{};]/)
      .flatMap((part) => part.trim() || [])
    expect(declarations.filter((declaration) => !/^--olga-[\w-]+: /.test(declaration))).toEqual([])
  })

  it('F063 is the same in browsers that cannot tell light from dark', async () => {
    const { plain, light } = await coloursOf(theme)
    expect(Object.keys(plain)).toHaveLength(8)
    expect(plain).toEqual(light)
  })

  it.each(['light', 'dark'] as const)('F080 can be read and told apart when it is %s', async (scheme) => {
    const { text, controls } = seen((await coloursOf(theme))[scheme])
    for (const [one = '', other = ''] of text)
      expect(contrast(one, other), `${one} on ${other}`).toBeGreaterThanOrEqual(4.5)
    for (const [one = '', other = ''] of controls)
      expect(contrast(one, other), `${one} on ${other}`).toBeGreaterThanOrEqual(3)
  })
})
