import type { BrowserLauncher, TestRunnerPlugin } from '@web/test-runner'
import type { puppeteerCore } from '@web/test-runner-chrome'

type Page = puppeteerCore.Page
type CDPSession = puppeteerCore.CDPSession

/** What the tests of the widget need of the runner, besides its own commands. See `test/widget/engine.ts`. */
export const commands: TestRunnerPlugin = {
  name: 'commands',
  async executeCommand({ command, payload, session }) {
    if (command === 'leave-out') count++
    else if (command === 'emulate') await emulate(pageOf(session), payload as Record<string, string>)
    else return undefined
    return true
  },
}

let count = 0

/** How many tests an engine did not run, because it cannot do what they need. */
export const leftOut = () => count

const lines = new WeakMap<Page, CDPSession>()

/** Puppeteer's own knows no forced colours. */
async function emulate(page: Page, features: Record<string, string>) {
  const line = lines.get(page) ?? (await page.createCDPSession())
  lines.set(page, line)
  const list = Object.entries(features).map(([name, value]) => ({ name, value }))
  await line.send('Emulation.setEmulatedMedia', { features: list })
}

const pageOf = ({ browser, id }: { browser: BrowserLauncher; id: string }): Page =>
  (browser as unknown as { getPage(id: string): Page }).getPage(id)
