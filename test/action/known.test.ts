import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Runner } from '../../src/action/inputs.ts'
import { knownOf } from '../../src/action/known.ts'

describe('what GitHub says of the moment', () => {
  let folder: string
  const known = (event: string, ref?: string) => {
    const eventPath = join(folder, 'event.json')
    writeFileSync(eventPath, event)
    const runner: Runner = {
      workspace: folder,
      temp: folder,
      eventName: 'workflow_dispatch',
      eventPath,
      actor: 'alice',
      repository: 'octo/recovery',
      runId: '1',
      again: false,
      apiUrl: 'https://api.github.com',
      ...(ref === undefined ? {} : { ref }),
    }
    return knownOf(runner)
  }
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rune-known-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is the ref, and the default branch of the event', async () => {
    expect(await known('{"repository":{"default_branch":"trunk"}}', 'refs/heads/x')).toEqual({
      ref: { name: 'refs/heads/x', defaultBranch: 'trunk' },
    })
  })

  it.each([
    '',
    '{',
    'null',
    '7',
    '{"repository":null}',
    '{"repository":{"default_branch":""}}',
    '{"repository":{"default_branch":["x"]}}',
  ])('has no default branch in the event %j', async (event) => {
    expect(await known(event, 'refs/heads/x')).toEqual({ ref: { name: 'refs/heads/x' } })
  })

  it('is nothing without a ref, whatever the event says', async () => {
    expect(await known('{"ref":"refs/heads/main","repository":{"default_branch":"main"}}')).toEqual(
      {},
    )
  })
})
