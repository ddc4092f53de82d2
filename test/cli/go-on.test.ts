import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunReport } from '../../src/protocol/types.gen.ts'
import { type CliResult, rune } from '../support/cli.ts'
import { type Ledger, makeLedger } from '../support/ledger.ts'

const write = (text: string) => ({ id: text, uses: 'write', with: { text } })
let ledger: Ledger
beforeAll(async () => {
  ledger = await makeLedger({
    nodes: { localhost: { transport: 'local', labels: { role: 'self' } } },
    runbooks: {
      two: { targets: { select: 'role=self', max: 2 }, steps: [write('a'), write('b')] },
    },
  })
})
afterAll(() => ledger.cleanup())

const at = (...args: string[]): Promise<CliResult> => rune(args, { cwd: ledger.project.path })

describe('rune run', () => {
  it('asks with --check whether it could start, and starts nothing', async () => {
    const { status, stdout } = await at('run', 'two', '--node', 'localhost', '--check')
    expect(status).toBe(0)
    expect(stdout).toContain('check: nothing was started')
    expect(stdout).toMatch(/^ready +localhost +it could be started/m)
    expect(ledger.lines()).toEqual([])
    const both = await at('run', 'two', '--node', 'localhost', '--check', '--dry-run')
    expect(both.status).toBe(2)
  })

  it('goes on from a record with --from, and does nothing twice', async () => {
    const out = join(ledger.project.path, 'first')
    ledger.break('localhost-b')
    const first = await at('run', 'two', '--node', 'localhost', '--out', out)
    ledger.mend('localhost-b')
    expect(first.status).toBe(4)
    const more = await at('run', '--from', out, '--only', 'failed,unknown', '--json')
    expect({ status: more.status, stderr: more.stderr }).toMatchObject({ status: 0 })
    const report = JSON.parse(more.stdout) as RunReport
    expect(report.resumes?.run_id).toMatch(/^[0-9a-f-]{36}$/)
    expect(ledger.lines()).toEqual(['a', 'b', 'b'].map((text) => `localhost write ${text}`))
    const good = await at('run', '--from', String(report.record))
    expect(good.status).toBe(1)
    expect(good.stderr).toContain('it has no node that is failed or unknown')
  })

  it.each([
    [['run', '--from', 'x', '--param', 'a=b'], '--param beside --from'],
    [['run', '--from', 'x', '--node', 'localhost'], '--node beside --from'],
    [['run', 'two', '--from', 'x'], 'two beside --from'],
    [['run', '--from', 'x', '--only', 'bad'], 'expected some of failed,unknown'],
    [['run', 'two', '--only', 'failed'], '--only belongs to'],
    [['run'], 'needs the name of a runbook'],
  ])('refuses %j', async (args, reason) => {
    const { status, stderr } = await at(...args)
    expect(status).toBe(2)
    expect(stderr).toContain(reason)
  })

  it('says what is wrong with a record that is none', async () => {
    const { status, stderr } = await at('run', '--from', 'nowhere')
    expect(status).toBe(1)
    expect(stderr).toContain('cannot be gone on with')
  })
})
