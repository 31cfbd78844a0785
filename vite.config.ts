/// <reference types="vitest/config" />
import { defineConfig } from 'vite'
import { askTwice } from './widget/build/ask-twice.ts'
import { compress } from './widget/build/compress.ts'
import { keepEarlierChunks } from './widget/build/keep-earlier-chunks.ts'
import { minifyLiterals } from './widget/build/minify-literals.ts'
import { withoutUnused } from './widget/build/without-unused.ts'

/**
 * The widget, as the page of a stranger takes it: one entry of a fixed name, and chunks under a name that changes with
 * their content. Library mode, because it leaves `import('./assets/…')` as the browser knows it: relative to the
 * script, so it works from any origin.
 */
export default defineConfig({
  publicDir: false,
  plugins: [minifyLiterals(), withoutUnused(), askTwice(), compress(), keepEarlierChunks()],
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
