import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../support/root.ts'
import { titlesOf } from '../support/titles.ts'

/**
 * `npm run features`: which of the wanted features are held by a test whose title names them: `F021 shows both zones`.
 * `--json` prints one line; `--file` and `--tests` take other wishes and other tests. Fails if one is not held.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    file: { type: 'string', default: join(root, '../shared/features.md') },
    tests: { type: 'string', default: join(root, 'test') },
  },
})

interface Feature {
  id: string
  name: string
}

/** What begins with `| F001 Inline |` in a table. */
const featuresIn = (text: string): Feature[] =>
  [...text.matchAll(/^\| (F[01]\d\d) ([^|]*?) *\|/gm)].map(([, id = '', name = '']) => ({ id, name }))

function readTitles(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true }).map(String)
  return files
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .flatMap((file) => {
      const path = file.replaceAll('\\', '/')
      return titlesOf(path, readFileSync(join(folder, file), 'utf8')).map((title) => `${path}: ${title}`)
    })
}

function show(features: Feature[], holders: (feature: Feature) => string[]) {
  const width = Math.max(...features.map(({ name }) => name.length))
  for (const feature of features) {
    const [first = '–', ...others] = holders(feature)
    const line = (id: string, name: string, holder: string) => console.log(`${id}  ${name.padEnd(width)}  ${holder}`)
    line(feature.id, feature.name, first)
    for (const other of others) line('    ', '', other)
  }
}

if (existsSync(values.file)) {
  const features = featuresIn(readFileSync(values.file, 'utf8'))
  const titles = readTitles(values.tests)
  const holders = ({ id }: Feature) => titles.filter((title) => new RegExp(`\\b${id}\\b`).test(title))
  const rows = features.length
  const held = features.filter((feature) => holders(feature).length > 0).length
  if (values.json) {
    console.log(JSON.stringify({ rows, held }))
  } else {
    show(features, holders)
    console.log(`${held} of ${rows} are held`)
  }
  process.exitCode = held < rows ? 1 : 0
} else {
  console.error(`There is no list of wanted features at ${values.file}.`)
}
