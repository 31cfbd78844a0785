import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** So long a page may have stood open that wants a chunk of the widget it was opened with. */
const KEPT_DAYS = 60

/** Leaves the chunks of earlier builds where they are, until no page can want them any more. */
export function keepEarlierChunks(): Plugin {
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
