import type { Plugin } from 'vite'

/**
 * A chunk that did not come is asked for once more, by another address: browsers remember that the first one failed.
 */
export function askTwice(): Plugin {
  return {
    name: 'ask-twice',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        chunk.code = chunk.code.replace(
          /import\((`\.\/assets\/[^`]+`)\)/g,
          'import($1).catch(()=>import($1+"?"+Date.now()))',
        )
      }
    },
  }
}
