/** The in-toto statement about a record: made of it, and compared with one that somebody kept or signed. */
import { isDeepStrictEqual } from 'node:util'
import { hasShape, issuesOf, show } from '../protocol/schemas.ts'
import type {
  Approval,
  Attestation,
  AttestationPredicate,
  RunReport,
} from '../protocol/types.gen.ts'
import type { Written } from './events.ts'
import type { Head } from './journal.ts'

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1'
export const PREDICATE_TYPE = 'https://rune.dev/attestations/run/v1'

export interface StatementInit {
  readonly state: AttestationPredicate['state']
  readonly report: RunReport
  readonly head: Head
  readonly approvals?: readonly Approval[]
  /** report.json, events.ndjson and, where there is one, plan.json. */
  readonly files: readonly Written[]
}

/** The same record gives the same statement. It goes into public logs: no reason, no nodes. */
export function statementOf({ state, report, head, approvals, files }: StatementInit): Attestation {
  const { runbook, action, triggering_actor, requested_by, ticket, github, content } = report
  const { plan_hash } = report
  const given = {
    ...(runbook === undefined ? {} : { runbook }),
    ...(action === undefined ? {} : { action }),
    ...(triggering_actor === undefined ? {} : { triggering_actor }),
    ...(requested_by === undefined ? {} : { requested_by }),
    ...(ticket === undefined ? {} : { ticket }),
    ...(github === undefined ? {} : { github }),
    ...(content === undefined ? {} : { content }),
    ...(plan_hash === undefined ? {} : { plan_hash }),
  }
  const approvers = [...new Set((approvals ?? []).flatMap((one) => one.approvers))].sort()
  const { run_id, correlation_id, status, exit_status, dry_run, trigger, actor } = report
  const { tool, started_at, finished_at, counts } = report
  return {
    _type: STATEMENT_TYPE,
    subject: subjectOf(files),
    predicateType: PREDICATE_TYPE,
    predicate: {
      schema_version: '1.0',
      state,
      ...{ run_id, correlation_id, status, exit_status, dry_run, trigger, actor },
      ...given,
      ...{ tool, started_at, finished_at, counts },
      ...(approvals === undefined ? {} : { approvers }),
      record: { head: head.sha256, events: head.events },
    },
  }
}

function subjectOf(files: readonly Written[]): Attestation['subject'] {
  const names = ['report.json', 'plan.json', 'events.ndjson'] as const
  return names.flatMap((name) => {
    const file = files.find(({ path }) => path === name)
    return file === undefined ? [] : [{ name, digest: { sha256: file.sha256 } }]
  })
}

/** What differs between a statement from somewhere else and the one that the record gives; none: it is about this record. */
export function statementDifferences(given: unknown, expected: Attestation): string[] {
  const found = isObject(given) ? given : {}
  const { _type: type, predicateType } = found
  // Of another kind, it says nothing about this record, and its parts mean something else.
  if (type !== STATEMENT_TYPE)
    return [`_type is ${show(type)}, expected ${show(STATEMENT_TYPE)}: it is no in-toto statement`]
  if (predicateType !== PREDICATE_TYPE)
    return [`predicateType is ${show(predicateType)}, expected ${show(PREDICATE_TYPE)}`]
  return [
    ...subjectDifferences(found['subject'], expected),
    ...predicateDifferences(found, expected),
  ]
}

/** in-toto compares subjects by digest and says nothing of their order. */
function subjectDifferences(given: unknown, { subject }: Attestation): string[] {
  const known = new Map<string, string>()
  const twice: string[] = []
  for (const one of Array.isArray(given) ? given : []) {
    const { name, digest } = isObject(one) ? one : {}
    const { sha256 } = isObject(digest) ? digest : {}
    if (known.has(String(name))) twice.push(`the subject ${show(name)} is named twice`)
    known.set(String(name), String(sha256))
  }
  const wrong = subject
    .filter(({ name, digest }) => known.get(name) !== digest.sha256)
    .map(
      ({ name, digest }) =>
        `the subject ${name} has the sha256 ${known.get(name) ?? 'of nothing'}, in the record it is ${digest.sha256}`,
    )
  const own = new Set<string>(subject.map(({ name }) => name))
  const other = [...known.keys()].filter((name) => !own.has(name))
  return [
    ...wrong,
    ...twice,
    ...other.map((name) => `the subject ${show(name)} is no file that a statement is about`),
  ]
}

function predicateDifferences(
  { predicate }: Readonly<Record<string, unknown>>,
  expected: Attestation,
): string[] {
  const said = isObject(predicate) ? predicate : {}
  const meant: Readonly<Record<string, unknown>> = { ...expected.predicate }
  const names = [...new Set([...Object.keys(meant), ...Object.keys(said)])]
  const differences = names
    .filter((name) => !isDeepStrictEqual(said[name], meant[name]))
    .map(
      (name) =>
        `predicate.${name} is ${show(said[name])}, in the record it is ${show(meant[name])}`,
    )
  if (differences.length > 0 || hasShape('attestation', { ...expected, predicate }))
    return differences
  const [issue] = issuesOf('attestation', { ...expected, predicate })
  return [`${issue?.pointer}: ${issue?.message}`]
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
