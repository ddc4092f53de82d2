/** Takes one RCS request to collect, asks the node what became of the launch, and answers as if it had just run. */
import type { Host } from '../host.ts'
import type { Stamp } from '../protocol/envelope.ts'
import { fault } from '../protocol/errors.ts'
import { type CollectRequest, rcsProblem } from '../protocol/rcs.ts'
import type { ValueCheck } from '../protocol/schemas.ts'
import type { RcsMessage } from '../protocol/types.gen.ts'
import type { Node } from '../transport/transport.ts'
import { limitsFor } from './limits.ts'
import { normalize } from './normalize.ts'
import { answerTo, type Mediated } from './reply.ts'
import { selectTransport, type Transports } from './select.ts'

export interface CollectorInit {
  readonly host: Host
  readonly transports: Transports
  readonly node: (name: string) => Node | undefined
  /** Of the action as it was when it was started; undefined where that is not known any more. */
  readonly outputCheck: (action: string) => ValueCheck | undefined
}

export type Collect = (request: RcsMessage, signal: AbortSignal) => Promise<Mediated>

/** The returned function resolves for every operational ending and never starts anything; it rejects only on a bug. */
export function collector(init: CollectorInit): Collect {
  const { host } = init
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
    const result = normalize(outcome, {
      // Its ids were made by the process that started it; the launch's own nonce says whose answer this is.
      input: undefined,
      outputCheck: check ?? (() => []),
      action: asked.action,
      timeoutMs: asked.timeout_ms,
    })
    if (check !== undefined) return answer.of(result, outcome)
    const warning = `${asked.action} is not here as it was when it was started: its output was not checked against its schema`
    return answer.of({ ...result, warnings: [...result.warnings, warning] }, outcome)
  }
}
