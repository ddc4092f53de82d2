/** Takes one RCS request, runs the action it names on the node it names, and answers with RCS and EPS messages. */
import type { Host } from '../host.ts'
import { bpcsInput } from '../protocol/bpcs.ts'
import type { Stamp } from '../protocol/envelope.ts'
import { type Fault, fault } from '../protocol/errors.ts'
import { type ActionRequest, rcsProblem } from '../protocol/rcs.ts'
import type { ValueCheck } from '../protocol/schemas.ts'
import { allOf, MASK, NO_SECRETS, type Secrets } from '../protocol/secret.ts'
import type { BpcsInput, RcsMessage } from '../protocol/types.gen.ts'
import type { Bundle, Launch, LaunchJournal, Limits, Node } from '../transport/transport.ts'
import { limitsFor } from './limits.ts'
import { redaction } from './redact.ts'
import { answerTo, type Mediated, traceOf } from './reply.ts'
import { selectTransport, type Transports } from './select.ts'
import { understand } from './understand.ts'

/** What the registry knows of an action, as far as running it goes. */
export interface Runnable {
  readonly bundle: Bundle
  readonly requires: readonly string[]
  readonly become: boolean
  /** Whether it only reads. */
  readonly readOnly: boolean
  readonly onDisconnect: 'stop' | 'finish'
  readonly outputCheck: ValueCheck
}

export interface MediatorInit {
  readonly host: Host
  readonly transports: Transports
  readonly node: (name: string) => Node | undefined
  readonly action: (name: string) => Runnable | undefined
  /** The values that requests refer to, and all that is masked in what comes back. */
  readonly secrets?: Secrets
}

export type Mediate = (
  request: RcsMessage,
  signal: AbortSignal,
  journal: LaunchJournal,
) => Promise<Mediated>

/** The LMM. The returned function resolves for every operational ending; it rejects only on a bug. */
export function mediator(init: MediatorInit): Mediate {
  const { host, secrets = NO_SECRETS } = init
  const redactor = redaction(allOf(secrets), () => host.monotonicMs())
  const stamp = (): Stamp => ({ messageId: host.uuid(), createdAt: host.now() })

  return async (request, signal, journal) => {
    const problem = rcsProblem(request)
    if (problem !== undefined) throw new Error(`the LOM sent a malformed request: ${problem}`)
    const asked = request.payload.data as unknown as ActionRequest
    const answer = answerTo(request, asked, stamp)
    const node = init.node(asked.node)
    const action = init.action(asked.action)
    if (node === undefined || action === undefined)
      return answer.failed(
        node === undefined
          ? fault('node-unknown', `there is no node ${asked.node}`, { phase: 'plan' })
          : fault('action-unknown', `there is no action ${asked.action}`, { phase: 'plan' }),
      )
    const transport = selectTransport(node, init.transports)
    if (typeof transport === 'string')
      return answer.failed(fault('transport-unavailable', transport, { phase: 'connect' }))

    const given = revealed(asked.secret_parameters ?? {}, secrets)
    if ('kind' in given) return answer.failed(given)
    const trace = traceOf(request)
    const input = bpcsInput({
      stamp: stamp(),
      trace: { traceId: trace.traceId, spanId: host.hex(8) },
      correlationId: request.message_metadata.correlation_id ?? request.message_metadata.message_id,
      parameters: { ...asked.input_parameters, ...given.values },
      context: asked.context,
    })
    const launch: Launch = {
      runKey: asked.run_key,
      plan: asked.plan_hash,
      nonce: asked.launch,
      action: asked.action,
      bundle: action.bundle,
      input: JSON.stringify(input),
      requires: action.requires,
      become: action.become,
      readOnly: action.readOnly,
      onDisconnect: action.onDisconnect,
      ...(asked.lock === undefined ? {} : { lock: asked.lock }),
    }
    const limits: Limits = limitsFor(asked.timeout_ms, asked.cancel_ms)
    const outcome = await transport.run(node, launch, limits, signal, journal)
    const told = understand(
      outcome,
      {
        input: outcome.replayOf === undefined ? input : undefined,
        outputCheck: action.outputCheck,
        action: asked.action,
        timeoutMs: asked.timeout_ms,
      },
      redactor(),
    )
    return answer.of(told.result, told.outcome, withMasks(input, given.values))
  }
}

/** The values by parameter, or why there are none. */
function revealed(
  references: Readonly<Record<string, string>>,
  { named }: Secrets,
): { readonly values: Readonly<Record<string, string>> } | Fault {
  const values: [string, string][] = []
  for (const [parameter, name] of Object.entries(references)) {
    const secret = named.get(name)
    if (secret === undefined) {
      const message = `the secret RUNE_SECRET_${name} has no value here`
      return fault('secret-unusable', message, { phase: 'plan' })
    }
    values.push([parameter, secret.reveal()])
  }
  return { values: Object.fromEntries(values) }
}

/** The input as the record has it. */
function withMasks(input: BpcsInput, values: Readonly<Record<string, string>>): BpcsInput {
  const masks = Object.keys(values).map((parameter) => [parameter, MASK])
  if (masks.length === 0) return input
  const { payload } = input
  const shown = { ...payload.input_parameters, ...Object.fromEntries(masks) }
  return { ...input, payload: { ...payload, input_parameters: shown } }
}
