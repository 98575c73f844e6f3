// Prints how many tests passed and failed, "61 0", from the reports that Vitest and Playwright wrote.
import { existsSync, readFileSync } from 'node:fs'

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)
let passed = 0
let failed = 0

const vitest = read('test-results/vitest.json')
if (vitest) {
  const { numPassedTests, numFailedTests, testResults, success } = vitest
  // A file that could not be read has no tests, and failed all the same.
  const unread = testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
  })
  passed += numPassedTests
  failed += numFailedTests + unread.length
  if (!success && numFailedTests + unread.length === 0) failed += 1
} else {
  console.error('There is no report of the unit tests: they did not run to their end.')
  failed += 1
}

const playwright = read('test-results/playwright.json')
if (playwright) {
  const { expected, unexpected, flaky } = playwright.stats
  passed += expected
  // Nothing is tried again: what is flaky has failed.
  failed += unexpected + flaky + playwright.errors.length
} else {
  console.error('There is no report of the browser tests: they did not run to their end.')
  failed += 1
}

console.log(passed, failed)
