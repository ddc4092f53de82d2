import { expect, it } from 'vitest'
import { problemAnnotations, reportAnnotations } from '../../src/report/annotations.ts'
import { obeyedCommands } from '../support/runner-oracle.ts'
import { badNode, error, goodNode, HOSTILE, report } from './fixtures.ts'

it('a problem is shown at its position with its advice', () => {
  const annotations = problemAnnotations([
    {
      kind: 'document-schema',
      severity: 'error',
      message: 'unknown key "usess"',
      advice: 'Correct it.',
      rule: 'schema',
      file: 'runbooks/a.yaml',
      line: 3,
      column: 7,
    },
  ])
  expect(annotations).toEqual([
    {
      level: 'error',
      file: 'runbooks/a.yaml',
      line: 3,
      column: 7,
      title: 'schema',
      message: 'unknown key "usess" Next: Correct it.',
    },
  ])
})

it('5,000 errors become ten, most severe first, the rest counted in the last', () => {
  const problems = Array.from({ length: 5000 }, (_, i) => ({
    kind: i === 4999 ? 'internal' : 'document-schema',
    severity: i % 2 === 0 && i !== 4999 ? ('warning' as const) : ('error' as const),
    message: `number ${i}`,
  }))
  const annotations = problemAnnotations(problems)
  const errors = annotations.filter(({ level }) => level === 'error')
  const warnings = annotations.filter(({ level }) => level === 'warning')
  expect(errors).toHaveLength(10)
  expect(warnings).toHaveLength(10)
  expect(errors[0]?.message).toBe('number 4999')
  expect(errors[9]?.title).toBe('2491 more errors')
  expect(warnings[9]?.title).toBe('2491 more warnings')
})

it('exactly ten are shown as they are', () => {
  const problems = Array.from({ length: 10 }, (_, i) => ({
    kind: 'document-schema',
    severity: 'error' as const,
    message: `number ${i}`,
  }))
  expect(problemAnnotations(problems).at(-1)?.message).toBe('number 9')
})

it('a report shows bad nodes as errors, untouched nodes and warnings of good ones as warnings', () => {
  const good = goodNode('web-3')
  const annotations = reportAnnotations(
    report([
      badNode('web-1', 'untouched'),
      badNode('web-2', 'failed', error('plugin-error', 'no such unit')),
      badNode('web-4', 'unknown', error('outcome-unknown', 'no result', { executed: 'unknown' })),
      { ...good, steps: good.steps.map((step) => ({ ...step, warnings: ['careful'] })) },
    ]),
  )
  expect(annotations.map(({ level, title }) => `${level} ${title}`)).toEqual([
    'error web-4: unknown at restart',
    'error web-2: failed at restart',
    'warning 1 node untouched',
    'warning web-3 at status',
  ])
  expect(annotations[1]?.message).toBe(
    'plugin-error: no such unit (executed: yes) Next: advice for plugin-error',
  )
})

it('is one bounded line that nothing obeys', () => {
  const long = `${HOSTILE}${'x'.repeat(10_000)}`
  const annotations = [
    ...reportAnnotations(report([badNode('web-1', 'failed', error('plugin-error', long))])),
    ...problemAnnotations([
      { kind: 'x', severity: 'error', message: long, file: HOSTILE, rule: long },
    ]),
  ]
  expect(annotations).toHaveLength(2)
  for (const { title, message, file = '' } of annotations) {
    expect(message.length).toBeLessThanOrEqual(4000)
    expect(title.length).toBeLessThanOrEqual(200)
    expect(`${title}${message}${file}`).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(obeyedCommands(`${title}\n${message}`)).toEqual([])
  }
})
