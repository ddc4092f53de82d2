import { expect, it } from 'vitest'
import { compileSchema, objectSchema } from '../../src/protocol/schemas.ts'
import type { ModuleAction } from '../../src/protocol/types.gen.ts'
import { type Actions, checkRunbook } from '../../src/runbook/check.ts'
import { readRunbook } from '../../src/runbook/runbook.ts'

const FIELDS = Array.from({ length: 64 }, (_, i) => `f${i}`)
const declaration: ModuleAction = {
  description: 'd',
  run: 'a.sh',
  effect: 'read',
  input: { all: { type: 'array', items: { type: 'string' } } },
  output: Object.fromEntries(FIELDS.map((name) => [name, { type: 'string' }])),
}
const actions: Actions = {
  names: ['look'],
  find: () => ({
    declaration,
    checkInput: () => {
      const check = compileSchema(objectSchema(declaration.input ?? {}))
      return typeof check === 'string' ? undefined : check
    },
  }),
}

it('types as many references as a file can hold in less than a second', () => {
  const inputs = FIELDS.map((name) => `  ${name}: { type: string, maxLength: 9, default: x }`)
  const steps = Array.from({ length: 100 }, (_, i) => {
    const text = i === 0 ? 'x' : `\${{ steps.s${i - 1}.output.f63 }}\${{ inputs.f63 }}`
    return `  - { id: s${i}, uses: look, with: { all: [${Array(35).fill(`"${text}"`).join(', ')}] } }`
  })
  const file = ['name: r', 'description: d', 'inputs:', ...inputs, 'steps:', ...steps].join('\n')
  const read = readRunbook('runbooks/r.yaml', new TextEncoder().encode(file))
  if (read.kind === 'problems') throw new Error(read.problems[0]?.message)
  const began = performance.now()
  expect(checkRunbook(read.runbook, actions)).toEqual([])
  expect(performance.now() - began).toBeLessThan(1000)
})
