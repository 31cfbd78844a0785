import { writeFileSync } from 'node:fs'
import { esbuildPlugin } from '@web/dev-server-esbuild'
import { defaultReporter } from '@web/test-runner'
import { tsImport } from 'tsx/esm/api'

const { root } = await tsImport('./support/root.ts', import.meta.url)
const { findEngines } = await tsImport('./support/engines.ts', import.meta.url)
const { countSessions } = await tsImport('./support/count.ts', import.meta.url)
const { ensureWidget } = await tsImport('./support/widget.ts', import.meta.url)
const { commands, leftOut } = await tsImport('./support/commands.ts', import.meta.url)

// `npm test` that is killed outright cannot end us: then we end by ourselves, and the browsers with us.
process.once('disconnect', () => process.exit(1))
process.channel?.unref()

const { engines } = await findEngines()
// One file tests the widget as it was built.
await ensureWidget()

/** Leaves the number of tests passed and failed, and left out, in the file that `npm test` asks for. */
const counter = {
  onTestRunFinished({ sessions }) {
    if (!process.env.WTR_COUNTS) return
    writeFileSync(process.env.WTR_COUNTS, JSON.stringify({ ...countSessions(sessions), leftOut: leftOut() }))
  },
}

/** Lit says in each file that it is not built for production: true, and meant. */
const isLitDevMode = ({ args: [text] }) => typeof text === 'string' && text.includes('Lit is in dev mode')

/** A package that is no ES module, made one: pages know no other. */
const commonJs = {
  name: 'common-js',
  transform: ({ path, body }) =>
    path.endsWith('/ipaddr.js') ? `const module = { exports: {} };\n${body}\nexport default module.exports` : undefined,
}

export default {
  rootDir: root,
  files: 'test/widget/**/*.test.ts',
  browsers: engines.map(({ launcher }) => launcher()),
  nodeResolve: { exportConditions: ['development', 'browser'] },
  plugins: [commonJs, commands, esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${root}tsconfig.json` })],
  reporters: [defaultReporter(), counter],
  filterBrowserLogs: (log) => !isLitDevMode(log),
  testFramework: { config: { timeout: 30_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
}
