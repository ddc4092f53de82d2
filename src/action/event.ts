/** Makes the request of the event that started the workflow: an operator's inputs, or a dispatch payload. */
import { readFile } from 'node:fs/promises'
import type { Ask } from '../app/ask.ts'
import { problemOf } from '../app/run-report.ts'
import { fault, systemCode } from '../protocol/errors.ts'
import { hasShape, issuesOf, show } from '../protocol/schemas.ts'
import type { DispatchPayload, Problem, Request } from '../protocol/types.gen.ts'
import type { Inputs } from './inputs.ts'

/** Who asked and how: known also where what was asked is not a request. */
export type Asker = Pick<Ask, 'trigger' | 'actor' | 'triggering_actor'> & {
  readonly correlation_id: string
}

export type AskResult =
  | { readonly kind: 'ask'; readonly ask: Ask }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[]; readonly asker: Asker }

/** Reads the event's file where the event is the request. Never throws for what is in it. */
export async function readAsk(inputs: Inputs): Promise<AskResult> {
  const { eventName, eventPath } = inputs.runner
  if (eventName !== 'repository_dispatch') return askOf(inputs, undefined)
  try {
    return askOf(inputs, JSON.parse(await readFile(eventPath, 'utf8')))
  } catch (caught) {
    const why = systemCode(caught) ?? 'it is not JSON'
    return problems(inputs, [`the event file ${eventPath} cannot be read: ${why}`])
  }
}

/** The same from an event that was read; pure. */
export function askOf(inputs: Inputs, event: unknown): AskResult {
  const { eventName } = inputs.runner
  if (eventName === 'repository_dispatch') return askOfPayload(inputs, event)
  if (!isTrigger(eventName))
    return problems(inputs, [
      `the event ${show(eventName)} starts no runbook; expected one of ${TRIGGERS.join(', ')}`,
    ])
  const { runbook, params, nodes, select, reason, ticket, breakGlass } = inputs
  if (runbook === undefined) return problems(inputs, ['the input runbook is empty'])
  const values = params === undefined ? {} : objectOf(params)
  if (typeof values === 'string') return problems(inputs, [`input params: ${values}`])
  const ask: Ask = {
    ...askerOf(inputs),
    runbook,
    params: values,
    ...(nodes === undefined ? {} : { nodes }),
    ...(select === undefined ? {} : { select }),
    dry_run: inputs.dryRun,
    ...(reason === undefined ? {} : { reason }),
    ...(ticket === undefined ? {} : { ticket }),
    ...(breakGlass ? { break_glass: true } : {}),
  }
  // Checked here as well as by the plan, so that what does not fit a request gets into no record either.
  const wrong = issuesOf('request', ask).filter(({ key }) => key !== 'received_at')
  if (wrong.length === 0) return { kind: 'ask', ask }
  return problems(
    inputs,
    wrong.map(({ pointer, message }) => `input ${inputOf(pointer)}: ${message}`),
  )
}

/** The name of the input that a pointer into the request belongs to. */
const inputOf = (pointer: string): string => pointer.slice(1).replaceAll('_', '-')

const TRIGGERS = ['workflow_dispatch', 'repository_dispatch', 'schedule', 'push'] as const

function isTrigger(name: string): name is (typeof TRIGGERS)[number] {
  return TRIGGERS.some((one) => one === name)
}

/** The type of a repository_dispatch that is for RUNE. */
const DISPATCH_TYPE = 'rune'

function askOfPayload(inputs: Inputs, event: unknown): AskResult {
  const { action, client_payload: payload } = isObject(event) ? event : {}
  const messages: string[] = []
  if (action !== DISPATCH_TYPE)
    messages.push(`the event's type is ${show(action)}; expected ${show(DISPATCH_TYPE)}`)
  // Two sources for one thing would have to be ranked, and whoever ranks them otherwise is surprised on a node.
  for (const name of ['runbook', 'params', 'nodes', 'select'] as const) {
    if (inputs[name] !== undefined)
      messages.push(`the input ${name} is given, but a repository_dispatch brings its own request`)
  }
  // A workflow may copy the input from the payload, and then the sender would have broken it.
  if (inputs.breakGlass)
    messages.push(
      'the input break-glass is given, but a repository_dispatch cannot break glass: start the workflow from the Actions page',
    )
  if (!hasShape('dispatch-payload', payload)) {
    for (const { pointer, message, keyword } of issuesOf('dispatch-payload', payload)) {
      const text = keyword === 'not' ? 'nodes and select exclude each other' : message
      messages.push(`client_payload${pointer}: ${text}`)
    }
    return problems(inputs, messages, claimedId(payload))
  }
  const { rune } = payload
  if (messages.length > 0) return problems(inputs, messages, rune.correlation_id)
  return { kind: 'ask', ask: askOfRune(inputs, rune) }
}

function askOfRune(inputs: Inputs, payload: DispatchPayload['rune']): Ask {
  const { version: _, correlation_id, dry_run = false, params = {}, ...rest } = payload
  const reason = rest.reason ?? inputs.reason
  const ticket = rest.ticket ?? inputs.ticket
  return {
    ...rest,
    ...askerOf(inputs, correlation_id),
    params,
    // A workflow that only ever tries things out stays one, whatever a payload says.
    dry_run: dry_run || inputs.dryRun,
    ...(reason === undefined ? {} : { reason }),
    ...(ticket === undefined ? {} : { ticket }),
  }
}

/** The id of a run whose caller gives none. */
export function ownCorrelationId({ repository, runId }: Inputs['runner']): string {
  // The attempt is not in it: a re-run is the same request. A correlation id has at most 128 characters.
  return `${repository}:${runId}`.slice(-128)
}

function askerOf(inputs: Inputs, correlationId?: string): Asker {
  const { eventName, actor, triggeringActor, again } = inputs.runner
  const own = ownCorrelationId(inputs.runner)
  const id = correlationId ?? inputs.correlationId
  return {
    trigger: eventName as Request['trigger'],
    actor,
    ...(triggeringActor === undefined ? {} : { triggering_actor: triggeringActor }),
    correlation_id: id ?? own,
    ...(again ? { again } : {}),
  }
}

/** The sender's own id, also from a payload that is refused, so that the sender finds the refusal. */
function claimedId(payload: unknown): string | undefined {
  const id = isObject(payload) && isObject(payload['rune']) && payload['rune']['correlation_id']
  return typeof id === 'string' && /^[\x20-\x7e]{1,128}$/.test(id) ? id : undefined
}

function problems(inputs: Inputs, messages: readonly string[], correlationId?: string): AskResult {
  return {
    kind: 'problems',
    problems: messages.map((message) =>
      problemOf(fault('request-invalid', message.slice(0, 4000), { phase: 'request' })),
    ),
    asker: askerOf(inputs, correlationId),
  }
}

/** The object, or what is wrong with the text. */
function objectOf(text: string): Record<string, unknown> | string {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : `${show(value)} is not a JSON object`
  } catch {
    return `${show(text)} is not JSON; expected an object such as {"service": "nginx"}`
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
