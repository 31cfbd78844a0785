import { start } from '../proxy/start.node.ts'
import { type DemoPage, listPages } from './pages.ts'
import { SIMULATOR_KEY, serveDemo } from './serve.ts'

/** As long as the real one takes for a booking. */
const LATENCY_MS = 300

/** `npm start`: everything in one process. */
await start(async () => {
  const log = (line: object) => console.log(JSON.stringify(line))
  const { url, simulatorUrl } = await serveDemo({ env: process.env, latencyMs: LATENCY_MS, log })
  const calcom = `${simulatorUrl} (the simulator, with the key ${SIMULATOR_KEY}; set CAL_API_KEY for the real one)`
  console.log(`
${table(url, await listPages())}

  Cal.com  ${simulatorUrl ? calcom : 'the real one'}
`)
})

function table(url: string, pages: DemoPage[]): string {
  const longest = Math.max(...pages.map(({ path }) => path.length))
  return pages.map(({ path, title }) => `  ${url}${path.padEnd(longest)}  ${title}`).join('\n')
}
