import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** Writes `.br` and `.gz` beside each file once, so that no server has to compress the widget again and again. */
export function compress(): Plugin {
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
