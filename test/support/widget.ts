import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'

/** Where the built widget lies. */
export const widgetFolder = join(root, 'dist', 'widget')

/**
 * Builds the widget into `dist/widget`, as visitors get it: Vitest's own NODE_ENV would bring Lit's development build.
 */
export async function buildWidget() {
  const env = { ...process.env, NODE_ENV: 'production' }
  const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], { cwd: root, stdio: 'inherit', env })
  const [code] = await once(vite, 'close')
  if (code !== 0) throw new Error('The widget could not be built')
}

/** Builds the widget unless it is there. It may be an older one: only `npm test` and `npm run build` renew it. */
export async function ensureWidget() {
  if (!existsSync(join(widgetFolder, 'olga-booking.js'))) await buildWidget()
}

/** Vitest calls it once before all tests, so that a single test file runs in a fresh checkout too. */
export default ensureWidget
