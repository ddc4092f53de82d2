import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkExpressions } from '../../src/runbook/check-expressions.ts'
import { isSettled, quoteValue, resolveInputs, resolveValue } from '../../src/runbook/evaluate.ts'
import type { Scope } from '../../src/runbook/scope.ts'
import type { ExpressionContext } from '../../src/runbook/value.ts'

const context: ExpressionContext = {
  inputs: {
    text: 'Nginx',
    count: 3,
    on: true,
    list: ['a', 'B'],
    object: { k: 'v' },
    hostile: '${{ run.id }}',
  },
  steps: { first: { output: { code: 0, state: 'active', 'odd-key': 1 } } },
  node: { name: 'web-1', labels: { role: 'web' } },
  run: { id: 'r1', correlation_id: 'c1', dry_run: false },
}

function value(text: string): unknown {
  const resolved = resolveValue(text, context)
  if (resolved.kind === 'problems') return resolved.problems.map(({ message }) => message)
  return resolved.value
}

describe('values of expressions', () => {
  it.each([
    ['plain text', 'plain text'],
    ['${{ inputs.count }}', 3],
    ['${{inputs.on}}', true],
    ['${{ inputs.list }}', ['a', 'B']],
    ['n=${{ inputs.count }}, ${{ inputs.on }}', 'n=3, true'],
    ['${{ steps.first.output.state }}@${{ node.name }}', 'active@web-1'],
    ["${{ steps['first'].output['odd-key'] }}", 1],
    ['${{ steps.first.output.odd-key }}', 1],
    ['${{ inputs.list[1] }}', 'B'],
    ['${{ node.labels.role }}', 'web'],
    ["${{ 'it''s ''quoted''' }}", "it's 'quoted'"],
    ["${{ '}}' }}", '}}'],
    ['${{ inputs.count >= 3 && inputs.count < 4 }}', true],
    ["${{ inputs.text || 'x' }}", 'Nginx'],
    ['${{ !inputs.on }}', false],
    ["${{ format('{0}-{1} {{}}', inputs.text, inputs.count) }}", 'Nginx-3 {}'],
    ["${{ join(inputs.list, '+') }}", 'a+B'],
    ["${{ contains(inputs.list, 'a') }}", true],
    ["${{ startsWith(inputs.text, 'Ng') }}", true],
    ["${{ fromJSON('[1, 2]')[1] }}", 2],
    ['${{ toJSON(inputs.object) }}', '{\n  "k": "v"\n}'],
    ["${{ case(inputs.count == 3, 'three', 'other') }}", 'three'],
    ['{{ inputs.count }} #{x} <%= y %> $(id)', '{{ inputs.count }} #{x} <%= y %> $(id)'],
  ])('%s', (text, expected) => {
    expect(value(text)).toEqual(expected)
  })

  it.each([
    ["${{ '1' == 1 }}", false],
    ["${{ '' == 0 }}", false],
    ['${{ null == false }}', false],
    ["${{ inputs.text == 'nginx' }}", false],
    ["${{ inputs.text == 'Nginx' }}", true],
    ["${{ inputs.text != 'nginx' }}", true],
    ["${{ contains(inputs.list, 'b') }}", false],
    ['${{ fromJSON(\'{"k": "v"}\') == inputs.object }}', true],
  ])('compare without conversion and with case: %s', (text, expected) => {
    expect(value(text)).toBe(expected)
  })

  it.each([
    ['${{ inputs.nothing }}', 'inputs.nothing is absent'],
    ['${{ steps.second.output.x }}', 'steps.second is absent'],
    ['${{ steps.first.output.missing }}', 'steps.first.output.missing is absent'],
    ['${{ node.labels.zone }}', 'node.labels.zone is absent'],
    ['${{ inputs.list[2] }}', 'inputs.list[2] is absent'],
    ['${{ inputs.text.length }}', 'inputs.text.length is absent'],
    ['${{ inputs.__proto__ }}', 'inputs.__proto__ is absent'],
    ['${{ inputs.constructor.name }}', 'inputs.constructor is absent'],
    ['${{ inputs.object.toString }}', 'inputs.object.toString is absent'],
    ['a ${{ inputs.list }}', 'a list cannot stand inside a text; use toJSON(...)'],
    ["${{ inputs.count < '4' }}", '< compares two numbers or two texts'],
    ['${{ fromJSON(\'{"__proto__": 1}\') }}', 'fromJSON: the key __proto__ is not allowed'],
    ["${{ fromJSON('{') }}", 'fromJSON: the text is not JSON'],
    ['${{ 1e999 }}', '1e999 is not a finite number'],
    ['${{ }}', 'the expression is empty'],
    ['${{ inputs.a', '`${{` is not closed with `}}`'],
    [
      '${{ github.token }}',
      'unknown context github; contexts are inputs, steps, node, run, output, item',
    ],
  ])('%s has no value', (text, message) => {
    expect(value(text)).toEqual([message])
  })

  it('cannot grow without end', () => {
    let text = "'xxxxxxxxxx'"
    for (let i = 0; i < 20; i++) text = `format('{0}{0}{0}{0}{0}{0}{0}{0}', ${text})`
    expect(value(`\${{ ${text} }}`)).toEqual(['a text gets longer than 262144'])
  })

  it('cannot exhaust the stack', () => {
    for (const text of ['!'.repeat(20_000), '('.repeat(10_000), `${'a['.repeat(5000)}`]) {
      expect(resolveValue(`\${{ ${text}1 }}`, context).kind).toBe('problems')
    }
  })
})

describe('single pass', () => {
  it('gives back text from inputs as it is, also when it looks like an expression', () => {
    expect(value('${{ inputs.hostile }}')).toBe('${{ run.id }}')
    expect(value('x ${{ inputs.hostile }} y')).toBe('x ${{ run.id }} y')
  })

  it('gives back text from inputs as it is when a plan is resolved again on a node', () => {
    const planned = resolveInputs(
      { a: '${{ inputs.hostile }}', b: '${{ node.name }}', c: 'no ${{ inputs.count }}' },
      context.inputs ?? {},
    )
    if (planned.kind === 'problems') throw new Error('unexpected')
    expect(resolveValue(planned.value, context)).toEqual({
      kind: 'value',
      value: { a: '${{ run.id }}', b: 'web-1', c: 'no 3' },
    })
  })

  it('holds for every text and every nesting', () => {
    const texts = fc.array(fc.constantFrom('$', '{', '{{', '${{', '}}', "'", ' ', 'node.name', 'a'))
    const values = fc.letrec((tie) => ({
      any: fc.oneof(
        texts.map((all) => all.join('')),
        fc.array(tie('any')),
        fc.dictionary(fc.string(), tie('any')),
      ),
    })).any
    fc.assert(
      fc.property(values, (any) => {
        expect(isSettled(quoteValue(any))).toBe(true)
        expect(resolveValue(quoteValue(any), {})).toEqual({ kind: 'value', value: any })
        const planned = resolveInputs('${{ inputs.any }}', { any })
        expect(planned.kind === 'value' && resolveValue(planned.value, context)).toEqual({
          kind: 'value',
          value: any,
        })
      }),
    )
  })
})

describe('static checks', () => {
  const ABSENT =
    "steps.maybe.output may be absent, because maybe may have failed: ask for steps.maybe.status == 'succeeded' first, in `if` or before &&"
  const scope: Scope = {
    inputs: {
      text: { type: 'string', required: true },
      count: { type: 'integer', required: true },
      object: { type: 'object', required: true, properties: { k: { type: 'string' } } },
      open: { type: 'object', required: true, additionalProperties: true },
    },
    earlier: new Map([
      ['first', { output: { state: { type: 'string' } }, statuses: ['succeeded'] }],
      ['maybe', { output: { on: { type: 'boolean' } }, statuses: ['succeeded', 'failed'] }],
      ['any', { output: {}, statuses: ['succeeded', 'failed', 'skipped'] }],
    ]),
    whyNot: (id) =>
      id === 'second' ? 'this step or a later one; only earlier steps have an output' : undefined,
  }
  const messages = (text: string) =>
    checkExpressions(text, scope).flatMap(({ problems }) => problems.map(({ message }) => message))

  it.each([
    '${{ inputs.text }}',
    '${{ inputs.object.k }} ${{ steps.first.output.message }}',
    '${{ inputs.open.anything.below }}',
    "${{ steps.first.output.state == 'x' && inputs.count == 1.5 }}",
    '${{ node.labels.any }} ${{ run.dry_run }} ${{ run.correlation_id }}',
    '${{ fromJSON(inputs.text).a == 5 }}',
    "${{ steps.maybe.status == 'succeeded' && steps.maybe.output.on }}",
    "${{ (inputs.count > 1 && steps.maybe.status == 'succeeded') && steps.maybe.output.on }}",
    "${{ 'failed' != steps.maybe.status && inputs.count > 1 && steps.maybe.output.on }}",
    "${{ steps.maybe.status != 'succeeded' && steps.maybe.error.code == 5 }}",
    "${{ !(steps.maybe.status == 'failed' && steps.maybe.error.kind == 'x') }}",
    "${{ case(steps.any.status == 'skipped', 'no', 'yes') == 'no' }}",
  ])('accept %s', (text) => {
    expect(messages(text)).toEqual([])
  })

  it.each([
    ['${{ inputs.txt }}', 'inputs.txt is not declared; did you mean text?'],
    ['${{ inputs.object.x }}', 'inputs.object.x is not declared; did you mean k?'],
    ['${{ inputs.text.x }}', 'inputs.text is of type string, which has no x'],
    [
      '${{ inputs.__proto__ }}',
      'inputs.__proto__ is not declared; there is text, count, object, open',
    ],
    [
      '${{ steps.second.output.x }}',
      'steps.second is this step or a later one; only earlier steps have an output',
    ],
    [
      '${{ steps[inputs.text].output }}',
      'a member of steps has to be named, so that it can be checked',
    ],
    ['${{ item }}', 'item exists only in with, expect and undo of a step with for-each'],
    ['${{ steps.maybe.output.on }}', ABSENT],
    ["${{ steps.maybe.status == 'succeeded' || steps.maybe.output.on }}", ABSENT],
    [
      "${{ (inputs.count > 1 || steps.maybe.status == 'succeeded') && steps.maybe.output.on }}",
      ABSENT,
    ],
    ["${{ steps.maybe.output.on && steps.maybe.status == 'succeeded' }}", ABSENT],
    ["${{ !(steps.maybe.status == 'succeeded') && steps.maybe.output.on }}", ABSENT],
    ["${{ (steps.maybe.status == 'succeeded' && true) == steps.maybe.output.on }}", ABSENT],
    [
      "${{ steps.any.status != 'succeeded' && steps.any.error.code == 1 }}",
      "steps.any.error may be absent: ask for steps.any.status == 'failed' first, in `if` or before &&",
    ],
    [
      "${{ steps.maybe.status == 'succeeded' && steps.maybe.status == 'failed' }}",
      'steps.maybe.status is never "failed"; it is "succeeded"',
    ],
    [
      "${{ steps.maybe.status == 'succeeded' && steps.maybe.error.code == 1 }}",
      'steps.maybe.error is never there: here maybe has not failed',
    ],
    [
      "${{ case(inputs.count == 1, 'a', 'b') == 1 }}",
      '== compares a string with a number; there is no conversion',
    ],
    ["${{ inputs.count == '1' }}", '== compares a number with a string; there is no conversion'],
    ['${{ inputs.text != true }}', '!= compares a string with a boolean; there is no conversion'],
    [
      'a ${{ inputs.object }}',
      'a value of type object cannot stand inside a text; use toJSON(...)',
    ],
    ['${{ join() }}', "too few parameters supplied: 'join'"],
    [
      "${{ hashFiles('x') }}",
      'unknown function hashFiles; there are case, contains, endsWith, format, fromJSON, join, startsWith, toJSON',
    ],
  ])('refuse %s', (text, message) => {
    expect(messages(text)).toEqual([message])
  })

  it('say where in the text it is, and where in the value the text is', () => {
    expect(checkExpressions({ a: ['x', 'y ${{ inputs.txt }}'] }, scope)).toMatchObject([
      { pointer: '/a/1', problems: [{ at: 13 }] },
    ])
  })
})
