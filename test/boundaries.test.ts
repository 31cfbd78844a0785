import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build, type Plugin } from 'vite'
import { describe, expect, it } from 'vitest'
import { forbiddenImports, holesIn, secretsIn, wideComments } from './support/house.ts'
import { importsOf } from './support/imports.ts'
import { root } from './support/root.ts'

const MOST_LINES = 200

const sources = new Map(
  ['widget', 'proxy', 'demo']
    .flatMap((room) => readdirSync(join(root, room), { recursive: true }).map((file) => `${room}/${file}`))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file, readFileSync(join(root, file), 'utf8')] as const),
)

/** Every text of the project by its path: sources, pages, documents, settings, the lock file. */
function* texts(): Generator<[string, string]> {
  const isOurs = (path: string) => !/^(node_modules|dist|\.git|\.gates)(\/|$)/.test(path)
  for (const name of readdirSync(root).filter(isOurs)) {
    const path = join(root, name)
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true }).map((file) => `${name}/${file}`)
      : [name]
    for (const file of files) {
      if (!/\.(png|log)$/.test(file) && statSync(join(root, file)).isFile())
        yield [file, readFileSync(join(root, file), 'utf8')]
    }
  }
}

/** All modules that the bundler reads for the widget, from the root of the project. */
async function bundledModules(): Promise<string[]> {
  const ids: string[] = []
  const list: Plugin = { name: 'list', moduleParsed: ({ id }) => void ids.push(id) }
  await build({ root, logLevel: 'silent', plugins: [list], build: { write: false } })
  return ids.filter((id) => !id.startsWith('\0')).map((id) => relative(root, id).replaceAll('\\', '/'))
}

describe('the sources', () => {
  it('are read', () => {
    expect([...sources.keys()]).toEqual(expect.arrayContaining(['widget/index.ts', 'proxy/app.ts', 'demo/serve.ts']))
  })

  it('import only what they may', () => {
    expect([...sources].flatMap(([file, source]) => forbiddenImports(file, source))).toEqual([])
  })

  it(`have at most ${MOST_LINES} lines`, () => {
    const long = [...sources].filter(([, source]) => source.split('\n').length > MOST_LINES + 1)
    expect(long.map(([file]) => file)).toEqual([])
  })

  it('have comments as wide as code may be', () => {
    const ours = [...sources].filter(([file]) => /^(proxy|demo|widget)\//.test(file))
    expect(ours.flatMap(([file, source]) => wideComments(source).map((line) => `${file}: ${line}`))).toEqual([])
  })

  it('have no holes in their types', () => {
    expect([...sources].flatMap(([file, source]) => holesIn(source).map((hole) => `${file}: ${hole}`))).toEqual([])
  })
})

describe('the project', () => {
  it('names no key, and nothing of the machine it was made on', () => {
    const found = [...texts()].flatMap(([file, text]) => secretsIn(text).map((secret) => `${file}: ${secret}`))
    expect(found).toEqual([])
  })
})

describe('the bundle of the widget', () => {
  it('is made of the widget and Lit alone', async () => {
    const modules = await bundledModules()
    expect(modules).toContain('widget/index.ts')
    expect(
      modules.filter((id) => !/^(widget|node_modules\/(lit|lit-html|lit-element|@lit\/[^/]+))\//.test(id)),
    ).toEqual([])
  })
})

describe('the rules', () => {
  it.each([
    ['widget/api.ts', `import { Slots } from '../proxy/contract.ts'`],
    ['widget/api.ts', `import { type Slots } from '../proxy/contract.ts'`],
    ['widget/ui/form.ts', `import type { Config } from '../../proxy/config.ts'`],
    ['widget/api.ts', `import 'zod'`],
    ['widget/api.ts', `const later = () => import('zod')`],
    ['widget/api.ts', `export * from '../test/support/root.ts'`],
    ['widget/index.ts', `import './build/compress.ts'`],
    ['proxy/contract.ts', `import { words } from './words.ts'`],
    ['proxy/calcom/slots.ts', `import { Month } from '../contract.ts'`],
    ['proxy/calcom/slots.ts', `import type { Context } from 'hono'`],
    ['proxy/app.ts', `import { readFile } from 'node:fs/promises'`],
    ['proxy/app.ts', `import { readFile } from 'fs'`],
    ['proxy/app.ts', `import { createSimulator } from '../demo/simulator/index.ts'`],
    ['proxy/node.ts', `import type { Day } from '../widget/day.ts'`],
    ['proxy/node.ts', `import { root } from '../test/support/root.ts'`],
    ['demo/simulator/app.ts', `import { z } from 'zod'`],
    ['demo/simulator/app.ts', `import { createHash } from 'node:crypto'`],
    ['demo/simulator/app.ts', `import { createCalcom } from '../../proxy/calcom/index.ts'`],
    ['demo/simulator/app.ts', `import type { Slots } from '../../proxy/contract.ts'`],
    ['proxy/settings/contact.ts', `import { z } from 'zod'`],
    ['demo/pages/builder/page.ts', `import { z } from 'zod'`],
    ['demo/pages/builder/page.ts', `import { Contacts } from '../../../proxy/settings/contacts.ts'`],
    ['demo/serve.ts', `import '../test/run.ts'`],
    ['demo/serve.ts', 'import(`../test/$' + '{name}.ts`)'],
  ])('refuse in %s: %s', (file, source) => {
    expect(forbiddenImports(file, source)).toHaveLength(1)
  })

  it.each([
    ['widget/api.ts', `import type { Slots } from '../proxy/contract.ts'`],
    ['widget/api.ts', `export type { Slots } from '../proxy/contract.ts'`],
    ['widget/ui/form.ts', `import { html } from 'lit'; import { ref } from 'lit/directives/ref.js'`],
    ['widget/index.ts', `const later = () => import('./ui/later.ts')`],
    ['widget/build/compress.ts', `import { gzip } from 'node:zlib'`],
    ['proxy/contract.ts', `import { z } from 'zod'`],
    ['proxy/assets.node.ts', `import { readFile } from 'node:fs/promises'`],
    ['demo/simulator/app.ts', `import type { Me } from '../../proxy/calcom/index.ts'`],
    ['demo/pages/builder/page.ts', `import { readContact } from '../../../proxy/settings/contact.ts'`],
    ['demo/serve.ts', `import { createApp } from '../proxy/app.ts'`],
  ])('allow in %s: %s', (file, source) => {
    expect(forbiddenImports(file, source)).toEqual([])
  })

  it('see imports of every kind, and know which of them the compiler erases', () => {
    const source = `
      import a, { b } from 'one'
      import type { c } from 'two'
      import { type d } from './three.ts'
      export { e } from '../four.ts'
      export type * from 'five'
      const six = () => import("six")
      import 'fs'
      // import 'not this one'
    `
    expect(importsOf('proxy/routes/x.ts', source)).toEqual([
      { target: 'one', isType: false },
      { target: 'two', isType: true },
      { target: '/proxy/routes/three.ts', isType: false },
      { target: 'node:fs', isType: false },
      { target: '/proxy/four.ts', isType: false },
      { target: 'five', isType: true },
      { target: 'six', isType: false },
    ])
  })

  it.each(['let a: any', 'f(a as any)', 'const m = new Map<any, string>()', 'let a: string | any[]', '// @ts-ignore'])(
    'find the hole in: %s',
    (source) => {
      expect(holesIn(source)).toHaveLength(1)
    },
  )

  it.each([
    ['a key', `cal_live_${'0a1b2c3d'.repeat(4)}`],
    ['a folder of somebody', ['', 'home', 'ivan', 'olga'].join('/')],
    ['a folder for a while', ['', 'tmp', 'w', 'olga'].join('/')],
    ['a registry', ['"resolved": "https:', '', 'npm.example.com', 'lit.tgz"'].join('/')],
  ])('find %s', (_, text) => {
    expect(secretsIn(text)).toHaveLength(1)
  })

  it('find a comment that is too wide, and leave code to the formatter', () => {
    const wide = 'x'.repeat(120)
    expect(wideComments(`/** ${wide} */\n   * ${wide}\n// ${wide}\nconst a = '${wide}'\n// x`)).toHaveLength(3)
  })

  it('leave the word alone', () => {
    expect(holesIn('/** Not known: any time may be it. */ const anyone: Company = other')).toEqual([])
  })
})
