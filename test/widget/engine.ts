import { executeServerCommand } from '@web/test-runner-commands'

export type EngineId = 'chromium' | 'firefox' | 'webkit'

/** The engine that this page is in. */
export const engine: EngineId = engineOf(navigator.userAgent)

function engineOf(userAgent: string): EngineId {
  if (userAgent.includes('Firefox/')) return 'firefox'
  return userAgent.includes('Chrome/') ? 'chromium' : 'webkit'
}

/** What a test may ask of this engine. All can be sent keys and a mouse, and be given a size. */
export const can = {
  /** `emulate`, and `emulateMedia` of the runner. */
  emulateMedia: engine === 'chromium',
  /** `a11ySnapshot` of the runner. */
  a11ySnapshot: engine === 'chromium',
}

/**
 * A test for engines that can do what it needs: `itIf(can.emulateMedia, 'follows …', async () => {})`. It is not there
 * in the others, and the run says how many it left out.
 */
export function itIf(isPossible: boolean, title: string, test: () => Promise<void>): void {
  if (isPossible) it(title, test)
  else void executeServerCommand('leave-out')
}

/** What the visitor has set, by the names of media features: `{ 'forced-colors': 'active' }`; `{}` is nothing. */
export const emulate = (features: Record<string, string>) =>
  executeServerCommand<boolean, Record<string, string>>('emulate', features)
