/** Runs the bats files of the Bash library and of the shipped plugins as part of the test run. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const found = spawnSync('bats', ['--version']).status === 0
if (!found && process.env['CI']) throw new Error('bats is not installed, and CI may not skip')

describe.skipIf(!found)(`bats ${found ? '' : '(is not installed)'}`, () => {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.bats'))
  it.each(files)('%s', { timeout: 120_000 }, (file) => {
    const { status, stdout, stderr } = spawnSync('bats', ['--tap', file], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    })
    expect({ status, failed: stdout.match(/^not ok .*$/gm) ?? [], stderr }).toEqual({
      status: 0,
      failed: [],
      stderr: '',
    })
    expect(stdout.match(/^ok /gm)?.length).toBeGreaterThan(5)
  })
})
