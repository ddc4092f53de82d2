import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explain, explainText } from '../../src/app/explain.ts'
import { classify, EPS, type EpsKind } from '../../src/protocol/eps.ts'

const kinds = Object.keys(EPS) as EpsKind[]
const pageOf = (docs: string): string =>
  readFileSync(join(import.meta.dirname, '../..', docs.split('#')[0] ?? ''), 'utf8')

describe('explain', () => {
  it.each(kinds)('tells all of %s, and where it is documented', (kind) => {
    const found = explain(kind)
    if (typeof found === 'string') throw new Error(found)
    const row = EPS[kind]
    expect(found).toEqual([
      { kind, ...row, classification: classify(row.code), docs: expect.any(String) },
    ])
    const [{ docs } = { docs: '' }] = found
    expect(pageOf(docs)).toContain(`\n## ${docs.split('#')[1]}\n\n${row.advice}\n`)
    const text = explainText(found)
    for (const part of [kind, row.code, row.severity, row.priority, row.executed, row.advice, docs])
      expect(text).toContain(String(part))
  })

  it.each([...new Set(kinds.map((kind) => EPS[kind].code))])(
    'lists every kind with the code %d',
    (code) => {
      const found = explain(String(code))
      if (typeof found === 'string') throw new Error(found)
      expect(found.map(({ kind }) => kind)).toEqual(kinds.filter((kind) => EPS[kind].code === code))
    },
  )

  it.each(['version-conflct', 'VERSION-CONFLICT', '-3220', '', '__proto__', 'toString'])(
    'finds nothing for %j',
    (what) => {
      expect(explain(what)).toContain('there is no error kind or code')
    },
  )
})
