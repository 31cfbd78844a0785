import type { TestSession, TestSuiteResult } from '@web/test-runner'

/** How many tests passed and failed. */
export interface Count {
  passed: number
  failed: number
}

/** What is read of Vitest's JSON report. */
export interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** The tests of Vitest's JSON report; a file that could not be loaded is one failure. */
export function countVitest({ numPassedTests, numFailedTests, testResults }: VitestReport): Count {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}

/** The tests of a run in the browser; a file that failed without a failed test is one failure. */
export function countSessions(sessions: Pick<TestSession, 'passed' | 'testResults'>[]): Count {
  return sessions.map(countSession).reduce(add, { passed: 0, failed: 0 })
}

function countSession({ passed, testResults }: Pick<TestSession, 'passed' | 'testResults'>): Count {
  const count = countSuite(testResults ?? { name: '', suites: [], tests: [] })
  return passed || count.failed ? count : { ...count, failed: 1 }
}

function countSuite({ tests, suites }: TestSuiteResult): Count {
  const ran = tests.filter((test) => !test.skipped)
  const passed = ran.filter((test) => test.passed).length
  return suites.map(countSuite).reduce(add, { passed, failed: ran.length - passed })
}

/** The sum of two counts. */
export const add = (a: Count, b: Count): Count => ({ passed: a.passed + b.passed, failed: a.failed + b.failed })
