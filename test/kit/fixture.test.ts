import { expect, it } from 'vitest'
import { formatProblem } from '../../src/document/diagnostic.ts'
import { readFixture } from '../../src/kit/fixture.ts'
import type { SourceFile } from '../../src/plugin/bundle.ts'

const PATH = 'plugins/m/tests/act/case-1'
const GOOD = { 'input.json': '{"params":{}}', 'expect.json': '{"exit":0,"output":{}}' }

function read(files: Readonly<Record<string, string>>, more: readonly SourceFile[] = []) {
  const sources = Object.entries(files).map(
    ([path, text]): SourceFile => ({ path, kind: 'file', bytes: Buffer.from(text) }),
  )
  return readFixture(PATH, [...sources, ...more])
}

function lines(result: ReturnType<typeof read>): string[] {
  return result.kind === 'problems' ? result.problems.map(formatProblem) : []
}

it('reads parameters, context, expectation, programs and files', () => {
  const result = read({
    'input.json':
      '{ "$schema": "x", "params": { "a": [1, "\\u00e9"] }, "context": { "dry_run": true } }',
    'expect.json': '{\n\t"exit": 3,\n\t"error": { "code": 3 },\n\t"unchanged": ["/etc/hosts"]\n}\n',
    'bin/systemctl': '#!/bin/sh\n',
    'work/a/b.txt': 'x',
    'README.md': 'why',
  })
  expect(result).toMatchObject({
    kind: 'fixture',
    fixture: {
      action: 'act',
      name: 'case-1',
      path: PATH,
      input: { params: { a: [1, 'é'] }, context: { dry_run: true } },
      expect: { exit: 3, error: { code: 3 }, unchanged: ['/etc/hosts'] },
      programs: [{ path: 'systemctl' }],
      work: [{ path: 'a/b.txt' }],
    },
  })
})

it('names every file that is missing', () => {
  const missing = 'this file is missing; a case has an input.json and an expect.json [fixture]'
  expect(lines(read({}))).toEqual([
    `${PATH}/input.json: ${missing}`,
    `${PATH}/expect.json: ${missing}`,
  ])
})

it.each([
  [
    '{"params":{},"param":1}',
    `input.json:1:14: unknown key "param"; did you mean "params"? [schema]`,
  ],
  ['{"params":{},"params":{}}', 'input.json:1:14: '],
  ['{"params":', 'input.json:1:'],
  ['params: {}', 'input.json: is YAML, but not JSON: '],
  [
    '{"params":{},"context":{"dry_run":"yes"}}',
    'input.json:1:35: /context/dry_run: "yes" is not a boolean',
  ],
])('says where %s is wrong', (text, start) => {
  const [line = ''] = lines(read({ ...GOOD, 'input.json': text }))
  expect(line.slice(0, PATH.length + 1 + start.length)).toBe(`${PATH}/${start}`)
})

it.each([
  ['{"exit":0}', 'found neither'],
  ['{"exit":0,"output":{},"error":{"code":1}}', 'found both'],
])('wants one answer: %s', (text, found) => {
  expect(lines(read({ ...GOOD, 'expect.json': text }))).toEqual([
    `${PATH}/expect.json: expected exactly one of output and error, ${found} [fixture]`,
  ])
})

it.each(['expect.jsno', 'bin/deep/tool', 'data/x', 'work'])(
  'refuses %s, which nothing reads',
  (path) => {
    const [line] = lines(read({ ...GOOD, [path]: '' }))
    expect(line).toContain(`${PATH}/${path}: a case holds input.json, expect.json`)
  },
)

it('follows no link', () => {
  const link: SourceFile = { path: 'bin/sh', kind: 'symlink', bytes: new Uint8Array() }
  expect(lines(read(GOOD, [link]))).toEqual([
    `${PATH}/bin/sh: is a symlink, not a regular file [fixture]`,
  ])
})
