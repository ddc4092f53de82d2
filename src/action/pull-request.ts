/** Reads which commits a pull request's event is about, and who sent it. */
import { readFile } from 'node:fs/promises'
import { fromUnknown } from '../protocol/errors.ts'
import type { Runner } from './inputs.ts'

export type PullRequest =
  /** Empty text where the event does not say it. */
  | {
      readonly kind: 'pull-request'
      readonly base: string
      readonly head: string
      readonly actor: string
    }
  | { readonly kind: 'unavailable'; readonly reason: string; readonly advice: string }

/** undefined for every other event; `pull_request_target` too, whose checkout is not the pull request. */
export async function readPullRequest(runner: Runner): Promise<PullRequest | undefined> {
  if (runner.eventName !== 'pull_request') return undefined
  try {
    const event: unknown = JSON.parse(await readFile(runner.eventPath, 'utf8'))
    const actor = textAt(event, 'sender', 'login') || runner.actor
    const [base, head] = (['base', 'head'] as const).map((side) =>
      textAt(event, 'pull_request', side, 'sha'),
    )
    if (base) return { kind: 'pull-request', base, head: head ?? '', actor }
    return unavailable('the event names no base commit')
  } catch (caught) {
    return unavailable(`the event file cannot be read: ${fromUnknown(caught).message}`)
  }
}

function unavailable(reason: string): PullRequest {
  return { kind: 'unavailable', reason, advice: 'Run the step on: pull_request.' }
}

function textAt(value: unknown, ...path: readonly string[]): string {
  const found = path.reduce<unknown>(
    (inside, name) => (isObject(inside) && Object.hasOwn(inside, name) ? inside[name] : undefined),
    value,
  )
  return typeof found === 'string' ? found : ''
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
