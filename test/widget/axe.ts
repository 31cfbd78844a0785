import 'axe-core'
import type axe from 'axe-core'
import { expect } from 'chai'
import { all } from './support.ts'

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** WCAG 2.2 AA, as far as a machine can tell, and what else axe holds good. */
export async function expectAccessible(): Promise<void> {
  // Motion that has not ended yet would be measured half way; what cannot be seen, as in what is folded, never ends.
  await Promise.all(
    all('*')
      .filter((element) => element.checkVisibility())
      .flatMap((element) => element.getAnimations())
      .filter(({ effect }) => effect?.getTiming().iterations === 1)
      // One that is cut short, as what it moves is gone, has ended too.
      .map(({ finished }) => finished.catch(() => undefined)),
  )
  const { violations } = await window.axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: {
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
      'landmark-one-main': { enabled: false },
    },
  })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).to.deep.equal([])
}
