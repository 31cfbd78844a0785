import { writeFileSync } from 'node:fs'
import { esbuildPlugin } from '@web/dev-server-esbuild'
import { defaultReporter } from '@web/test-runner'
import { chromeLauncher } from '@web/test-runner-chrome'
import { tsImport } from 'tsx/esm/api'

const { root } = await tsImport('./support/root.ts', import.meta.url)
const { findBrowser } = await tsImport('./support/browser.ts', import.meta.url)
const { countSessions } = await tsImport('./support/count.ts', import.meta.url)
const { executablePath, args } = await findBrowser()

/** Leaves the number of tests passed and failed in the file that `npm test` asks for. */
const counter = {
  onTestRunFinished({ sessions }) {
    if (process.env.WTR_COUNTS) writeFileSync(process.env.WTR_COUNTS, JSON.stringify(countSessions(sessions)))
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
  browsers: [chromeLauncher({ launchOptions: { executablePath, args, headless: 'shell' } })],
  nodeResolve: { exportConditions: ['development', 'browser'] },
  plugins: [commonJs, esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${root}tsconfig.json` })],
  reporters: [defaultReporter(), counter],
  filterBrowserLogs: (log) => !isLitDevMode(log),
  testFramework: { config: { timeout: 10_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
}
