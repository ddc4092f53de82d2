import { describe, expect, it } from 'vitest'
import { compileInput, compileOutput, readModule, timeLimitMs } from '../../src/plugin/manifest.ts'

const TEXT = `
module: ops
version: 1.0.0
description: d
actions:
  restart:
    description: d
    run: restart.sh
    effect: change
    timeout: 2m
    input: { service: { type: string, pattern: "^(a+)+$", required: true } }
    output: { state: { type: string, required: true }, more: { type: object, properties: { a: { type: integer } } } }
  plain: { description: d, run: restart.sh, effect: read }
`

function load() {
  const files = [{ path: 'restart.sh', kind: 'file' }] as const
  const result = readModule('ops', new TextEncoder().encode(TEXT), files)
  if (result.kind === 'problems') throw new Error(JSON.stringify(result.problems))
  return result.module
}

function check(compiled: ReturnType<typeof compileInput>, value: unknown): string[] {
  if (compiled.kind === 'problems') throw new Error(JSON.stringify(compiled.problems))
  return compiled.check(value).map(({ message }) => message)
}

describe('a declaration', () => {
  it('has a time limit of 60s where it names none', () => {
    const { actions } = load().declaration
    expect(Object.values(actions).map(timeLimitMs)).toEqual([120_000, 60_000])
  })

  it('closes inputs and outputs, nested objects too, but always allows message in outputs', () => {
    const input = compileInput(load(), 'restart')
    const output = compileOutput(load(), 'restart')
    expect(check(input, { service: 'aa' })).toEqual([])
    expect(check(input, { service: 'aa', message: 'x' })).toHaveLength(1)
    expect(check(output, { state: 'x', message: 'done' })).toEqual([])
    expect(check(output, { state: 'x', other: 1 })).toHaveLength(1)
    expect(check(output, { state: 'x', more: { b: 1 } })).toHaveLength(1)
  })

  it('matches patterns in linear time', () => {
    const started = performance.now()
    expect(
      check(compileInput(load(), 'restart'), { service: `${'a'.repeat(5000)}!` }),
    ).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
