import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readExpected } from '../../src/app/expected.ts'
import { canonicalSha256 } from '../../src/protocol/envelope.ts'
import { planOf } from '../lom/plans.ts'

describe('the plan that somebody expects', () => {
  const plan = planOf(['web-1'])
  const planHash = canonicalSha256(plan)
  let folder: string
  const file = (text: string): string => {
    const path = join(folder, 'plan.json')
    writeFileSync(path, text)
    return path
  }
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rune-expected-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is not asked for, is a hash, or is a file of a record or of rune plan --json', async () => {
    expect(await readExpected({})).toBeUndefined()
    expect(await readExpected({ planHash })).toEqual({ planHash })
    const both = { planHash, plan }
    expect(await readExpected({ planFile: file(JSON.stringify(plan)) })).toEqual(both)
    const printed = JSON.stringify({ status: 'plan', plan, plan_hash: planHash, problems: [] })
    expect(await readExpected({ planHash, planFile: file(printed) })).toEqual(both)
  })

  it.each([
    ['A'.repeat(64), undefined, 'is no hash of a plan'],
    ['abc', undefined, 'expected 64 hexadecimal digits'],
    ['0'.repeat(64), JSON.stringify(plan), `holds the plan ${planHash}, not 0000`],
    [undefined, '{', 'it is not JSON'],
    [undefined, '{"plan": 7}', 'is not a plan'],
    [undefined, 'null', 'is not a plan'],
  ])('cannot be %j with the file %j', async (hash, text, message) => {
    const found = await readExpected({
      ...(hash === undefined ? {} : { planHash: hash }),
      ...(text === undefined ? {} : { planFile: file(text) }),
    })
    expect(found).toContain(message)
  })

  it('cannot be a file that is not there', async () => {
    expect(await readExpected({ planFile: join(folder, 'none') })).toContain('ENOENT')
  })
})
