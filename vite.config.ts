/// <reference types="vitest/config" />
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import minifyTemplateLiterals from 'rollup-plugin-minify-template-literals'
import { defineConfig, type Plugin } from 'vite'

/** Writes `.br` and `.gz` beside each file once, so that no server has to compress the widget again and again. */
function compress(): Plugin {
  return {
    name: 'compress',
    async writeBundle({ dir = '' }, bundle) {
      await Promise.all(Object.keys(bundle).map((name) => compressFile(join(dir, name))))
    },
  }
}

/** How far Brotli looks back, and how it writes distances: which is the shortest changes with every byte. */
const BROTLI_WAYS = [16, 22].flatMap((window) =>
  [0, 1, 2, 3].flatMap((postfix) => [0, 4, 8, 15].map((direct) => [window, postfix, direct << postfix])),
)

async function brotli(content: Buffer): Promise<Buffer> {
  const tries = BROTLI_WAYS.map(([window = 22, postfix = 0, direct = 0]) => {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      [constants.BROTLI_PARAM_LGWIN]: window,
      [constants.BROTLI_PARAM_NPOSTFIX]: postfix,
      [constants.BROTLI_PARAM_NDIRECT]: direct,
    }
    return promisify(brotliCompress)(content, { params })
  })
  return (await Promise.all(tries)).reduce((best, one) => (one.length < best.length ? one : best))
}

async function compressFile(path: string) {
  const content = await readFile(path)
  await writeFile(`${path}.br`, await brotli(content))
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }))
}

/**
 * What Lit's templates can do and ours never ask of them, each with what takes its place: directives, tags and comments
 * as holes, other namespaces, options of listeners, getters for extensions. Every visitor would wait for its 700 bytes.
 */
const UNUSED: [RegExp, string][] = [
  [/function M\(t,i,s=t,e\)\{.*?,i\}(?=class R)/, 'function M(t,i){return i}'],
  [/get [\w$]+\(\)\{[^{}]*\}/g, ''],
  [/setConnected\(t\)\{[^{}]*\}/, ''],
  [/class Z\{.*?\}\}(?=const)/, ''],
  [/6===\w\.type&&\(\w=new Z\([^)]*\)\)/, '0'],
  [/else \w\.startsWith\(\w\)&&\([^;]*?type:6[^;]*?removeAttribute\(\w\)\)/, ''],
  [/const j=\{.*?litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, 'const j={};'],
  [/else\{let t=-1;for\(.*?length-1\}/, ''],
  [/2===\w\?"<svg>":3===\w\?"<math>":""/, '""'],
  [/\+\(2===\w\?"<\/svg>":3===\w\?"<\/math>":""\)/, ''],
  [/,2===\w\|\|3===\w\)\{const t=this.*?childNodes\)\}/, ',0);'],
  [/\(y\.test\(u\[2\]\)&&\(n=RegExp\("<\/"\+u\[2\],"g"\)\),c=p\)/, '(c=p)'],
  [/if\(y\.test\(r\.tagName\)\)\{.*?r\.append\(t\[i\],c\(\)\)\}\}/, ''],
  [/"number"==typeof s\?(this\._\$AC\(t\)):\(.*?,s\)/, '$1'],
  [/\|\|t\.capture!==.*?passive!==s\.passive/, ''],
  [/"function"==typeof this\._\$AH\?.*?handleEvent\(t\)/, 'this._$AH(t)'],
  [/constructor\([^)]*\)\{super\([^)]*\),this\.type=\d\}/g, ''],
]

function withoutUnused(): Plugin {
  return {
    name: 'without-unused',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith('/lit-html/lit-html.js')) return undefined
      return UNUSED.reduce((text, [pattern, instead]) => {
        const less = text.replace(pattern, instead)
        if (less === text) this.error(`Lit is another one: it has no ${pattern}`)
        return less
      }, code)
    },
  }
}

/** A chunk that did not come is asked for once more, by another address: browsers remember that the first one failed. */
function askTwice(): Plugin {
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

/** So long a page may have stood open that wants a chunk of the widget it was opened with. */
const KEPT_DAYS = 60

/** Leaves the chunks of earlier builds where they are, until no page can want them any more. */
function keepEarlierChunks(): Plugin {
  return {
    name: 'keep-earlier-chunks',
    async writeBundle({ dir = '' }, bundle) {
      const assets = join(dir, 'assets')
      const names = await readdir(assets).catch(() => [])
      const isOfNow = (name: string) => `assets/${name.replace(/\.(br|gz)$/, '')}` in bundle
      await Promise.all(names.filter((name) => !isOfNow(name)).map((name) => removeIfOld(join(assets, name))))
    },
  }
}

/** Each build writes its chunks anew: how old one is says how long ago it was last in use. */
async function removeIfOld(path: string) {
  const { mtimeMs } = await stat(path)
  if (Date.now() - mtimeMs > KEPT_DAYS * 86_400_000) await rm(path)
}

const LITERALS = {
  include: '**/widget/**/*.ts',
  // It has no literals of CSS, and the plugin would warn of its `unsafeCSS`.
  exclude: '**/widget/colours.ts',
  failOnError: true,
}

/**
 * The widget, as the page of a stranger takes it: one entry of a fixed name, and chunks under a name that changes with
 * their content. Library mode, because it leaves `import('./assets/…')` as the browser knows it: relative to the
 * script, so it works from any origin.
 */
export default defineConfig({
  publicDir: false,
  plugins: [
    { ...minifyTemplateLiterals(LITERALS), apply: 'build' },
    withoutUnused(),
    askTwice(),
    compress(),
    keepEarlierChunks(),
  ],
  build: {
    outDir: 'dist/widget',
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: 'widget/index.ts', formats: ['es'], fileName: () => 'olga-booking.js' },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        chunkFileNames: 'assets/[name]-[hash].js',
        // Library mode would keep the whitespace of ES modules.
        minify: true,
        comments: false,
      },
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    // Those run in a browser: see wtr.config.mjs.
    exclude: ['test/widget/**'],
    globalSetup: ['test/support/widget.ts', 'test/support/postgres.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
})
