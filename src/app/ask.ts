/** What a front end asks for, and the request that is made of it. */
import type { Host } from '../host.ts'
import type { Request } from '../protocol/types.gen.ts'

/** A request as argv, an input form or a payload gives it; exactly one of runbook and action. */
export interface Ask {
  readonly runbook?: string
  readonly action?: string
  /** Values of the inputs; text is read by the type that the input declares. */
  readonly params: Readonly<Record<string, unknown>>
  readonly nodes?: readonly string[]
  readonly select?: string
  readonly dry_run: boolean
  /** Only ask the nodes whether they could start it. */
  readonly check?: true
  readonly reason?: string
  readonly ticket?: string
  /** Made up where the sender gives none. */
  readonly correlation_id?: string
  /** The same request once more: what failed before is tried anew. */
  readonly again?: boolean
  /** An emergency: asks to pass the gates that the policy lets these people pass. */
  readonly break_glass?: boolean
  readonly trigger: Request['trigger']
  readonly actor: string
  readonly triggering_actor?: string
  readonly requested_by?: string
  readonly issued_at?: string
}

/** The request; whether it is a good one is said when it is planned. */
export function toRequest(ask: Ask, host: Host): Request {
  const { nodes, ...rest } = ask
  return {
    ...rest,
    params: { ...ask.params },
    ...(nodes === undefined ? {} : { nodes: [...nodes] }),
    correlation_id: ask.correlation_id ?? host.uuid(),
    received_at: host.now(),
  }
}
