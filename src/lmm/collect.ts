/** Takes one RCS request to collect, asks the node what became of the launch, and answers as if it had just run. */
import type { Host } from '../host.ts'
import type { Stamp } from '../protocol/envelope.ts'
import { fault } from '../protocol/errors.ts'
import { type CollectRequest, rcsProblem } from '../protocol/rcs.ts'
import type { ValueCheck } from '../protocol/schemas.ts'
import { allOf, NO_SECRETS, type Secrets } from '../protocol/secret.ts'
import type { RcsMessage } from '../protocol/types.gen.ts'
import type { Node } from '../transport/transport.ts'
import { limitsFor } from './limits.ts'
import { redaction } from './redact.ts'
import { answerTo, type Mediated } from './reply.ts'
import { selectTransport, type Transports } from './select.ts'
import { understand } from './understand.ts'

export interface CollectorInit {
  readonly host: Host
  readonly transports: Transports
  readonly node: (name: string) => Node | undefined
  /** Of the action as it was when it was started; undefined where that is not known any more. */
  readonly outputCheck: (action: string) => ValueCheck | undefined
  /** All that is masked in what comes back. */
  readonly secrets?: Secrets
  /** Names of secrets that the run had. Where one has no value here, what the plugins wrote is withheld. */
  readonly secretNames?: readonly string[]
}

export type Collect = (request: RcsMessage, signal: AbortSignal) => Promise<Mediated>

/** The returned function resolves for every operational ending and never starts anything; it rejects only on a bug. */
export function collector(init: CollectorInit): Collect {
  const { host, secrets = NO_SECRETS, secretNames = [] } = init
  const redactor = redaction(allOf(secrets), () => host.monotonicMs())
  const unknown = secretNames.filter((name) => !secrets.named.has(name))
  const stamp = (): Stamp => ({ messageId: host.uuid(), createdAt: host.now() })

  return async (request, signal) => {
    const problem = rcsProblem(request)
    if (problem !== undefined) throw new Error(`the LOM sent a malformed request: ${problem}`)
    const asked = request.payload.data as unknown as CollectRequest
    const answer = answerTo(request, asked, stamp)
    const { what, told, become } = asked
    const executed = told ? 'unknown' : 'no'
    const node = init.node(asked.node)
    if (node === undefined) {
      const message = `the inventory has no node ${asked.node} any more, so it cannot be asked`
      return answer.failed(fault('node-unknown', message, { phase: 'plan', executed }))
    }
    const transport = selectTransport(node, init.transports)
    if (typeof transport === 'string') {
      const init = { phase: 'connect', executed } as const
      return answer.failed(fault('transport-unavailable', transport, init))
    }
    const outcome = await transport.collect(
      node,
      { runKey: asked.run_key, plan: asked.plan_hash, nonce: asked.launch, become },
      { what, told, waitMs: asked.wait_ms },
      limitsFor(asked.timeout_ms),
      signal,
    )
    const check = init.outputCheck(asked.action)
    const seen = understand(
      outcome,
      {
        // Its ids were made by the process that started it; the launch's own nonce says whose answer this is.
        input: undefined,
        outputCheck: check ?? (() => []),
        action: asked.action,
        timeoutMs: asked.timeout_ms,
      },
      unknown.length === 0 ? redactor() : { unknown },
    )
    if (check !== undefined) return answer.of(seen.result, seen.outcome)
    const warning = `${asked.action} is not here as it was when it was started: its output was not checked against its schema`
    const warnings = [...seen.result.warnings, warning]
    return answer.of({ ...seen.result, warnings }, seen.outcome)
  }
}
