import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSummary } from '../../src/action/summary-file.ts'

let folder: string
let path: string
const warnings: string[] = []
const warn = (text: string): void => void warnings.push(text)

beforeEach(() => {
  warnings.length = 0
  folder = mkdtempSync(join(tmpdir(), 'rune-summary-'))
  path = join(folder, 'summary')
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = (): string => readFileSync(path, 'utf8')

it('puts the result before the plan, and keeps what somebody else wrote', () => {
  writeFileSync(path, 'before\n')
  const summary = openSummary(path, warn)
  summary.put('plan', 'PLAN\n')
  expect(read()).toBe('before\nPLAN\n')
  summary.put('result', 'first\n')
  summary.put('result', 'RESULT\n')
  expect(read()).toBe('before\nRESULT\n\nPLAN\n')
})

it('leaves out the plan, then the result, where they do not fit, and says so', () => {
  writeFileSync(path, 'é'.repeat(50))
  const summary = openSummary(path, warn, 400)
  summary.put('plan', 'p'.repeat(200))
  summary.put('result', 'r'.repeat(200))
  expect(read()).toContain('r'.repeat(200))
  expect(read()).toContain('`plan.json`')
  summary.put('result', 'é'.repeat(200))
  expect(read()).toContain('`report.json`')
  expect(Buffer.byteLength(read())).toBeLessThanOrEqual(400)
})

it('stays below the limit of the runner with the largest sections there are', () => {
  const summary = openSummary(path, warn)
  summary.put('plan', 'p'.repeat(900 * 1024))
  summary.put('result', 'r'.repeat(900 * 1024))
  expect(Buffer.byteLength(read())).toBeLessThan(1024 * 1024)
  expect(read()).toContain('r'.repeat(900 * 1024))
})

it('adds nothing to a file that is full already', () => {
  writeFileSync(path, 'x'.repeat(400))
  openSummary(path, warn, 400).put('result', 'r')
  expect(read()).toBe('x'.repeat(400))
})

it('warns when there is no such file to write, and does nothing without a path', () => {
  openSummary(join(folder, 'none', 'summary'), warn).put('plan', 'p')
  expect(warnings).toHaveLength(1)
  openSummary(undefined, warn).put('plan', 'p')
  expect(warnings).toHaveLength(1)
})
