/** Ends a test run with what was skipped and why, and one plain line: `N passed, N failed, N skipped`. */
import type { Reporter, TestModule } from 'vitest/node'

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0 }
    const skipped = new Map<string, number>()
    for (const module of modules) {
      if (module.errors().length > 0) count.failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed' || state === 'failed' || state === 'skipped') count[state] += 1
        if (state !== 'skipped') continue
        // The reason stands in the title of the group or of the test, which the default reporter does not print.
        const [group = test.name] = test.fullName.split(' > ')
        const name = `${module.relativeModuleId}: ${group}`
        skipped.set(name, (skipped.get(name) ?? 0) + 1)
      }
    }
    const lines = [...skipped].map(([name, tests]) => `skipped ${tests} tests of ${name}`)
    lines.push(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
    // After the default reporter's summary.
    process.on('exit', () => console.log(lines.join('\n')))
  }
}
