import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from './root.ts'

/** Where the built widget lies. */
export const widgetFolder = join(root, 'dist', 'widget')

/** Builds the widget into `dist/widget`. */
export async function buildWidget() {
  await build({ root, logLevel: 'warn' })
}

/** Builds the widget unless it is there. It may be an older one: only `npm test` and `npm run build` renew it. */
export async function ensureWidget() {
  if (!existsSync(join(widgetFolder, 'olga-booking.js'))) await buildWidget()
}

/** Vitest calls it once before all tests, so that a single test file runs in a fresh checkout too. */
export default ensureWidget
