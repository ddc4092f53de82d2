/** What the fixtures of the shipped actions cover. That they pass is test/kit/suite.test.ts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PLUGINS, shipped } from '../support/shipped.ts'

interface Case {
  readonly dryRun: boolean
  readonly code: number
}

function casesOf(module: string, action: string): Case[] {
  const folder = join(PLUGINS, module, 'tests', action)
  if (!existsSync(folder)) return []
  return readdirSync(folder).map((name) => {
    const read = (file: string): unknown =>
      JSON.parse(readFileSync(join(folder, name, file), 'utf8'))
    const input = read('input.json') as { readonly context?: { readonly dry_run?: boolean } }
    const expected = read('expect.json') as { readonly error?: { readonly code: number } }
    return { dryRun: input.context?.dry_run === true, code: expected.error?.code ?? 0 }
  })
}

/** What no fixture can bring about, and why. */
const NOT_HERE: Readonly<Record<string, string>> = {
  'host_health 2': 'every Linux machine has /proc',
  'host_requirements 2': 'every Linux machine has /proc',
  'collect_diagnostics 2': 'every Linux machine has /proc',
}

describe('the fixtures of the shipped actions', () => {
  it.each(shipped)('of $name show success, each documented error, and a dry run', (one) => {
    const cases = casesOf(one.module, one.name)
    const changing = one.declaration.effect !== 'read'
    expect(cases.some(({ code, dryRun }) => code === 0 && !dryRun)).toBe(true)
    if (changing) expect(cases.some(({ code, dryRun }) => code === 0 && dryRun)).toBe(true)
    const shown = new Set(cases.map(({ code }) => code))
    const missing = (one.declaration.errors ?? [])
      .map(({ code }) => `${one.name} ${code}`)
      .filter((error) => !shown.has(Number(error.split(' ')[1])) && !(error in NOT_HERE))
    expect(missing).toEqual([])
  })

  it('leave out only what is documented', () => {
    const documented = shipped.flatMap(({ name, declaration }) =>
      (declaration.errors ?? []).map(({ code }) => `${name} ${code}`),
    )
    expect(Object.keys(NOT_HERE).filter((error) => !documented.includes(error))).toEqual([])
  })
})

describe('the declarations of the shipped actions', () => {
  it.each(shipped)('of $name say what it needs and promises', ({ declaration }) => {
    const { timeout, requires, privileges, errors, input, output, idempotent } = declaration
    for (const said of [timeout, requires, privileges, errors, input, output, idempotent])
      expect(said).toBeDefined()
  })
})
