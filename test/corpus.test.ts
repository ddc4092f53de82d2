import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatProblem, sortProblems } from '../src/document/diagnostic.ts'
import { readInventory } from '../src/lom/inventory.ts'
import { readPolicy } from '../src/lom/policy.ts'
import { compileInput, compileOutput, readModule } from '../src/plugin/manifest.ts'
import type { Problem } from '../src/protocol/types.gen.ts'
import { checkRunbook } from '../src/runbook/check.ts'
import { readRunbook } from '../src/runbook/runbook.ts'
import { knownActions } from './runbook/actions.ts'

const CORPUS = join(import.meta.dirname, 'corpus')

const READERS: Readonly<Record<string, (name: string, bytes: Uint8Array) => readonly Problem[]>> = {
  runbook: (name, bytes) => {
    const result = readRunbook(`runbooks/${name}`, bytes)
    if (result.kind === 'problems') return result.problems
    return checkRunbook(result.runbook, knownActions)
  },
  module: (name, bytes) => {
    const folder = name.replace('.yaml', '')
    const result = readModule(folder, bytes, [
      { path: 'run.sh', kind: 'file' },
      { path: 'link.sh', kind: 'symlink' },
    ])
    if (result.kind === 'problems') return result.problems
    const { module } = result
    return Object.keys(module.declaration.actions).flatMap((action) =>
      [compileInput(module, action), compileOutput(module, action)].flatMap((one) =>
        one.kind === 'problems' ? one.problems : [],
      ),
    )
  },
  inventory: (_name, bytes) => {
    const result = readInventory('inventory.yaml', bytes)
    return result.kind === 'problems' ? result.problems : []
  },
  project: (_name, bytes) => {
    const result = readPolicy('rune.yaml', bytes)
    return result.kind === 'problems' ? result.problems : []
  },
}

function cases(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.yaml'))
}

describe.each(Object.entries(READERS))('%s files', (shape, read) => {
  const lines = (kind: string, name: string) =>
    sortProblems(read(name, readFileSync(join(CORPUS, shape, kind, name)))).map(formatProblem)

  it.each(cases(join(CORPUS, shape, 'good')))('accepts %s', (name) => {
    expect(lines('good', name)).toEqual([])
  })

  it.each(cases(join(CORPUS, shape, 'bad')))('says what is wrong with %s', (name) => {
    const expected = join(CORPUS, shape, 'bad', name.replace('.yaml', '.expect.txt'))
    // A new case is written down by hand or checked by eye: nothing is recorded here.
    expect(existsSync(expected), `${expected} is missing`).toBe(true)
    expect(`${lines('bad', name).join('\n')}\n`).toBe(readFileSync(expected, 'utf8'))
  })
})
