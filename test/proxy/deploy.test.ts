import { cp, mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import { expect, it, onTestFinished } from 'vitest'
import { folderAssets } from '../../proxy/assets.node.ts'
import { setup } from '../support/proxy.ts'
import { root } from '../support/root.ts'
import { widgetFolder } from '../support/widget.ts'

const DAY_MS = 86_400_000

/** Three builds, on a machine that may be busy. */
const PATIENCE_MS = 120_000

/** The widget with something changed in all of it: each chunk has another name. */
const reworded = (words: string): Plugin => ({
  name: 'reworded',
  transform: (code, id) =>
    /\/widget\/.+\.ts$/.test(id) ? `${code}\nconsole.log(${JSON.stringify(words)})` : undefined,
})

/** A folder with the widget, as it lies on a server. */
async function scene() {
  const folder = await mkdtemp(join(tmpdir(), 'widget-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await cp(widgetFolder, folder, { recursive: true, preserveTimestamps: true })
  const chunks = async () => (await readdir(join(folder, 'assets'))).filter((name) => name.endsWith('.js'))
  return {
    folder,
    chunks,
    rebuild: (words: string) =>
      build({ root, logLevel: 'silent', plugins: [reworded(words)], build: { outDir: folder } }),
    status: async (name: string, packed = 'identity') => {
      const { app } = await setup({ assets: await folderAssets(folder) })
      const { status, headers } = await app.request(`/assets/${name}`, { headers: { 'accept-encoding': packed } })
      return [status, headers.get('content-encoding')]
    },
  }
}

it(
  'the chunks of an earlier build are served until no page can want them any more',
  async () => {
    const { folder, chunks, rebuild, status } = await scene()
    await rebuild('one')
    const before = await chunks()
    await rebuild('two')
    const added = (await chunks()).filter((name) => !before.includes(name))
    expect(added.length).toBeGreaterThan(0)
    for (const name of [...before, ...added]) {
      expect(await status(name)).toEqual([200, null])
      expect(await status(name, 'br')).toEqual([200, 'br'])
    }

    const [old = ''] = before
    const longAgo = new Date(Date.now() - 61 * DAY_MS)
    for (const suffix of ['', '.br', '.gz']) await utimes(join(folder, 'assets', old + suffix), longAgo, longAgo)
    await rebuild('two')
    expect(await status(old)).toEqual([404, null])
    expect((await readdir(join(folder, 'assets'))).filter((name) => name.startsWith(old))).toEqual([])
    expect(await chunks()).toEqual(expect.arrayContaining([...before.filter((name) => name !== old), ...added]))
  },
  PATIENCE_MS,
)
