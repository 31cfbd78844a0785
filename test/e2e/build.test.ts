import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { folderAssets } from '../../proxy/assets.node.ts'
import { widgetFolder } from '../support/widget.ts'

const scripts = (await readdir(widgetFolder, { recursive: true })).filter((file) => file.endsWith('.js'))
const assets = await folderAssets(widgetFolder)

describe('the built widget', () => {
  it('is an entry and chunks', () => {
    expect(scripts).toContain('olga-booking.js')
    expect(scripts.length).toBeGreaterThan(1)
  })

  it.each(scripts)('comes packed: %s', async (script) => {
    const plain = await readFile(join(widgetFolder, script))
    for (const [encoding, unpack] of [['br', brotliDecompressSync] as const, ['gzip', gunzipSync] as const]) {
      const res = await assets(`/${script}`, encoding)
      expect(res?.headers.get('content-encoding')).toBe(encoding)
      expect(unpack(new Uint8Array((await res?.arrayBuffer()) ?? new ArrayBuffer()))).toEqual(plain)
    }
  })
})
