/** Runs one fixture exactly as a run would, and says what of the contract it breaks. */
import { type CompiledParameters, defaultsOf } from '../document/parameters.ts'
import type { Host } from '../host.ts'
import type { Mediate, Runnable } from '../lmm/mediator.ts'
import type { Mediated } from '../lmm/reply.ts'
import type { Bundle } from '../plugin/bundle.ts'
import { sha256 } from '../protocol/envelope.ts'
import { type ActionRequest, rcsMessage } from '../protocol/rcs.ts'
import type { ValueCheck } from '../protocol/schemas.ts'
import type { Secrets } from '../protocol/secret.ts'
import type { ModuleAction, RcsMessage, TestCase } from '../protocol/types.gen.ts'
import type { Node } from '../transport/transport.ts'
import type { Fixture } from './fixture.ts'
import { judge } from './judge.ts'
import { openSandbox, type Sandbox } from './sandbox.ts'
import { apart, inputIssues, valuesOf } from './secrets.ts'
import { changes, type Snapshot, snapshot } from './snapshot.ts'

/** What the registry knows of an action. */
export interface TestedAction {
  readonly name: string
  readonly module: string
  readonly declaration: ModuleAction
  readonly timeoutMs: number
  readonly bundle: Bundle
  input(): CompiledParameters
  output(): CompiledParameters
}

export interface CaseInit {
  readonly host: Host
  /** An LMM that reaches these nodes and runs these actions. */
  readonly connect: (init: {
    readonly nodes: ReadonlyMap<string, Node>
    readonly action: (name: string) => Runnable | undefined
    readonly secrets?: Secrets
  }) => { readonly ask: Mediate; close(): Promise<void> }
}

const NODE = 'localhost'

/** Starts the action on this machine and checks its answer. Never rejects for what the plugin does. */
export async function runCase(
  init: CaseInit,
  action: TestedAction,
  fixture: Fixture,
  signal: AbortSignal,
): Promise<TestCase> {
  const sandbox = await openSandbox(fixture, action.bundle, init.host.hex(8))
  try {
    const dryRun = fixture.input.context?.dry_run === true
    const watched = [...(dryRun ? [sandbox.work] : []), ...(fixture.expect.unchanged ?? [])]
    const params = { ...defaultsOf(action.declaration.input ?? {}), ...fixture.input.params }
    const [input, output] = [action.input(), action.output()]
    if (input.kind === 'problems' || output.kind === 'problems')
      throw new Error(`the schemas of ${action.name} are to be compiled before its cases run`)
    const before = await snapshot(watched)
    const answer = await ask(
      init,
      { action, fixture, sandbox, params, check: output.check },
      signal,
    )
    const touched = whatChanged(before, await snapshot(watched))
    return judge(answer, {
      action,
      fixture,
      dryRun,
      refused: inputIssues(action.declaration, input.check, params),
      touched,
      work: sandbox.work,
    })
  } finally {
    await sandbox.remove()
  }
}

interface Asked {
  readonly action: TestedAction
  readonly fixture: Fixture
  readonly sandbox: Sandbox
  readonly params: Readonly<Record<string, unknown>>
  readonly check: ValueCheck
}

async function ask(init: CaseInit, asked: Asked, signal: AbortSignal): Promise<Mediated> {
  const { action, fixture, sandbox, check, params } = asked
  const fakes = new Set(fixture.programs.map(({ path }) => path))
  const { requires = [], interpreter = 'bash' } = action.declaration
  const lmm = init.connect({
    secrets: valuesOf(action.declaration, params),
    nodes: new Map([[NODE, { name: NODE, transport: 'local' }]]),
    action: () => ({
      bundle: sandbox.bundle,
      requires: [interpreter, ...requires].filter((name) => !fakes.has(name)),
      // A test asks for nobody else's rights.
      become: false,
      readOnly: false,
      onDisconnect: 'stop',
      outputCheck: check,
    }),
  })
  try {
    const answer = await lmm.ask(requestOf(init.host, asked), signal, { ready: async () => 'go' })
    answer.acknowledge?.()
    return answer
  } finally {
    await lmm.close()
  }
}

function requestOf(host: Host, { action, fixture, params }: Asked): RcsMessage {
  const runId = host.uuid()
  const { open, references } = apart(action.declaration, params)
  const data: ActionRequest = {
    node: NODE,
    step: action.name,
    action: action.name,
    phase: 'do',
    iteration: 1,
    attempt: 1,
    timeout_ms: action.timeoutMs,
    run_key: `${runId}/${NODE}/${action.name}/do/1/1`,
    plan_hash: sha256(action.name),
    launch: host.hex(16),
    input_parameters: open,
    secret_parameters: references,
    context: {
      node: NODE,
      step: action.name,
      attempt: 1,
      dry_run: false,
      triggered_by: 'rune test',
      ...fixture.input.context,
    },
  }
  return rcsMessage({
    stamp: { messageId: host.uuid(), createdAt: host.now() },
    trace: { traceId: host.hex(16), spanId: host.hex(8) },
    correlationId: runId,
    eventType: 'ACTION_EXECUTE_REQUEST',
    source: 'LOM',
    target: 'LMM',
    timeoutMs: action.timeoutMs,
    tags: [`action:${action.name}`],
    data: { ...data },
  })
}

function whatChanged(before: Snapshot | string, after: Snapshot | string): string[] {
  if (typeof before === 'string') return [before]
  return typeof after === 'string' ? [after] : changes(before, after)
}
