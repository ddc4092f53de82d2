import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type AskResult, askOf, readAsk } from '../../src/action/event.ts'
import type { Inputs } from '../../src/action/inputs.ts'

const inputs = (more: Partial<Inputs> = {}, event = 'workflow_dispatch'): Inputs => ({
  command: 'run',
  dryRun: false,
  breakGlass: false,
  artifact: { wanted: true },
  token: '',
  ...more,
  runner: {
    workspace: '/w',
    temp: '/t',
    eventName: event,
    eventPath: '/nowhere/event.json',
    actor: 'alice',
    triggeringActor: 'bob',
    repository: 'octo/recovery',
    runId: '77',
    again: false,
    apiUrl: 'https://api.github.com',
  },
})
const dispatched = (more: Partial<Inputs> = {}) => inputs(more, 'repository_dispatch')
const event = (rune: unknown) => ({ action: 'rune', client_payload: { rune } })

const asker = (trigger: string) => ({
  trigger,
  actor: 'alice',
  triggering_actor: 'bob',
  correlation_id: 'octo/recovery:77',
})

function messagesOf(result: AskResult): string[] {
  if (result.kind === 'ask') return []
  expect(new Set(result.problems.map(({ kind }) => kind))).toEqual(new Set(['request-invalid']))
  return result.problems.map(({ message }) => message)
}

describe('a request of an operator', () => {
  it('is what the inputs say, and never what the event says', () => {
    const given = inputs({
      runbook: 'restart',
      params: '{"service": "nginx", "count": 3}',
      nodes: ['web-1'],
      dryRun: true,
      reason: 'why',
      ticket: 'INC-1',
      correlationId: 'mine',
    })
    expect(askOf(given, event({ version: 1, runbook: 'other' }))).toEqual({
      kind: 'ask',
      ask: {
        ...asker('workflow_dispatch'),
        correlation_id: 'mine',
        runbook: 'restart',
        params: { service: 'nginx', count: 3 },
        nodes: ['web-1'],
        dry_run: true,
        reason: 'why',
        ticket: 'INC-1',
      },
    })
  })

  it('has the run of the workflow as its id when nobody gives one', () => {
    const result = askOf(inputs({ runbook: 'restart' }, 'schedule'), undefined)
    expect(result).toMatchObject({ kind: 'ask', ask: { ...asker('schedule'), params: {} } })
  })

  it.each([
    [{}, 'the input runbook is empty'],
    [{ runbook: 'x', params: '[1]' }, 'input params: [1] is not a JSON object'],
    [{ runbook: 'x', params: 'null' }, 'input params: null is not a JSON object'],
    [{ runbook: 'x', params: 'service=nginx' }, 'is not JSON; expected an object'],
    [{ runbook: '../x' }, 'input runbook: "../x" '],
    [{ runbook: 'x', nodes: ['10.0.0.1; id'] }, 'input nodes/0: '],
    [{ runbook: 'x', correlationId: 'a\nb' }, 'input correlation-id: '],
    [{ runbook: 'x', reason: 'x'.repeat(501) }, 'input reason: '],
  ])('is refused with the inputs %j', (more, message) => {
    expect(messagesOf(askOf(inputs(more), undefined)).join('\n')).toContain(message)
  })

  it.each(['pull_request', 'pull_request_target', 'issue_comment', ''])(
    'does not come from the event %j',
    (name) => {
      const [message] = messagesOf(askOf(inputs({ runbook: 'x' }, name), undefined))
      expect(message).toContain('starts no runbook')
    },
  )
})

describe('a dispatch payload', () => {
  it('is the request', () => {
    const rune = {
      version: 1,
      runbook: 'restart',
      params: { service: 'nginx' },
      select: 'role=web',
      reason: 'alert',
      ticket: 'INC-1',
      correlation_id: 'PD-1',
      requested_by: 'carol',
      issued_at: '2026-01-01T00:00:00Z',
      dry_run: true,
    }
    const { version: _, ...ask } = rune
    expect(askOf(dispatched(), event(rune))).toEqual({
      kind: 'ask',
      ask: { ...asker('repository_dispatch'), ...ask },
    })
  })

  it('needs a runbook only; the workflow may add an id, a reason and that nothing is changed', () => {
    const more = { correlationId: 'w', reason: 'r', dryRun: true }
    const result = askOf(dispatched(more), event({ version: 1, runbook: 'x', dry_run: false }))
    expect(result).toMatchObject({
      ask: { correlation_id: 'w', reason: 'r', dry_run: true, params: {} },
    })
  })

  it.each([
    [{ version: 1, runbook: 'x', root: '/' }, 'client_payload/rune: unknown key "root"'],
    [{ version: 2, runbook: 'x' }, 'client_payload/rune/version: 2 is not 1'],
    [{ version: 1 }, 'client_payload/rune: "runbook" is missing'],
    [{ version: 1, runbook: 7 }, 'client_payload/rune/runbook: 7 is not a string'],
    [{ version: 1, runbook: 'x', nodes: 'a' }, 'client_payload/rune/nodes: '],
    [
      { version: 1, runbook: 'x', nodes: ['a'], select: 'b=c' },
      'nodes and select exclude each other',
    ],
    [{ version: 1, runbook: 'x', 'break-glass': true }, 'unknown key "break-glass"'],
    [{ version: 1, runbook: 'x', actor: 'root' }, 'unknown key "actor"'],
    ['restart', 'client_payload/rune: "restart" is not an object'],
  ])('is refused as %j', (rune, message) => {
    expect(messagesOf(askOf(dispatched(), event(rune))).join('\n')).toContain(message)
  })

  it.each([
    undefined,
    null,
    7,
    'rune',
    { action: 'rune' },
    { action: 'rune', client_payload: null },
  ])('is refused when the event is %j', (one) => {
    expect(messagesOf(askOf(dispatched(), one)).length).toBeGreaterThan(0)
  })

  it('is refused for another event type, and beside inputs that ask for something else', () => {
    const other = { ...event({ version: 1, runbook: 'x' }), action: 'deploy' }
    expect(messagesOf(askOf(dispatched(), other))).toEqual([
      'the event\'s type is "deploy"; expected "rune"',
    ])
    const more = { runbook: 'x', params: '{}', nodes: ['a'], select: 'b=c' }
    const messages = messagesOf(askOf(dispatched(more), event({ version: 1, runbook: 'x' })))
    expect(messages.map((message) => message.split(' ')[2])).toEqual(Object.keys(more))
  })

  it('keeps the sender’s own id where it is one, so that the refusal is found', () => {
    const refused = askOf(dispatched(), event({ version: 1, correlation_id: 'PD-1' }))
    expect(refused).toMatchObject({ asker: { correlation_id: 'PD-1' } })
    const none = askOf(dispatched(), event({ version: 1, correlation_id: 'x\n##[error]' }))
    expect(none).toMatchObject({ asker: { correlation_id: 'octo/recovery:77' } })
  })

  it('is refused when the event cannot be read', async () => {
    expect(messagesOf(await readAsk(dispatched()))[0]).toContain('ENOENT')
    const folder = await mkdtemp(join(tmpdir(), 'rune-event-'))
    const eventPath = join(folder, 'event.json')
    await writeFile(eventPath, '{')
    const broken = dispatched()
    const result = await readAsk({ ...broken, runner: { ...broken.runner, eventPath } })
    expect(messagesOf(result)[0]).toContain('not JSON')
    await rm(folder, { recursive: true })
  })
})
