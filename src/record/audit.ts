/** Judges a record folder, with nothing but the folder: what became of the run, and whether all of it is as it was written. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { fromUnknown, systemCode } from '../protocol/errors.ts'
import { hasShape, issuesOf, type ShapeName } from '../protocol/schemas.ts'
import type { AllShapes, Attestation, Plan, RecordEvent, RunReport } from '../protocol/types.gen.ts'
import { statementAt } from './attest.ts'
import { disagreements } from './consistency.ts'
import { ATTESTATION_FILE, EVENTS_FILE, PLAN_FILE, REPORT_FILE } from './folder.ts'
import { recoverReport } from './recover.ts'
import { statementDifferences } from './statement.ts'
import { type Chain, verifyChain } from './verify.ts'
import { type RecordFlaw, verifyFiles } from './verify-folder.ts'

/**
 * finished: the run wrote its last event. collected: somebody came back for it, and wrote the last event then. recovered:
 * the run was killed, and its report was made from the journal, which does not name it. unfinished: it was killed, or it
 * goes on, and has no report. altered: there is a flaw.
 */
export type RecordState = 'finished' | 'collected' | 'recovered' | 'unfinished' | 'altered'

export interface RecordAudit {
  readonly state: RecordState
  /** The first one is the first that was found in the journal, where it has one. */
  readonly flaws: readonly RecordFlaw[]
  /** What was there before the first flaw. */
  readonly events: readonly RecordEvent[]
  /** Of the journal as it is. */
  readonly head?: string
  /** How many files were compared with their digests. */
  readonly files: number
  /** Files of a run that no good line names: nothing vouches for them. */
  readonly unnamed: readonly string[]
  /** Only the last line is incomplete. */
  readonly torn: boolean
  /** The bytes of events.ndjson. */
  readonly journal: Uint8Array
  readonly report?: RunReport
  readonly plan?: Plan
  /** What the record comes to, where it has a report and no flaw. */
  readonly statement?: Attestation
  /** Whether attestation.json is there and says the same. */
  readonly attested: boolean
}

/** `kept` is the head that was printed when the record was closed. Never rejects. */
export async function auditRecord(path: string, kept?: string): Promise<RecordAudit> {
  const journal = await bytesOf(path, EVENTS_FILE)
  if (typeof journal === 'string') return unreadable(journal)
  const chain = verifyChain(journal, kept === undefined ? {} : { sha256: kept })
  const checked = await verifyFiles(path, chain).catch((caught: unknown) => fromUnknown(caught))
  if (checked instanceof Error) return unreadable(checked.message)
  const events = chain.kind === 'intact' ? chain.events : chain.before
  const ended = events.at(-1)?.type === 'run-ended'
  const torn = chain.kind === 'broken' && chain.torn && kept === undefined
  const open = !ended && (chain.kind === 'intact' || torn)
  const named = new Set(events.flatMap(({ data }) => Object.keys(data?.files ?? {})))

  // Lines after the first bad one may name them, and nobody can tell.
  const untold = open || chain.kind === 'broken'
  const unnamed = checked.flaws.filter((flaw) => untold && flaw.unnamed && OWN_FILE.test(flaw.path))
  const flaws = checked.flaws.filter(
    (flaw) => !unnamed.includes(flaw) && !(torn && flaw.path === EVENTS_FILE),
  )
  const has = (file: string): boolean =>
    named.has(file) || (open && unnamed.some((flaw) => flaw.path === file))
  const report = has(REPORT_FILE) ? await shapeOf(path, REPORT_FILE, 'report') : undefined
  const plan = has(PLAN_FILE) ? await shapeOf(path, PLAN_FILE, 'plan') : undefined
  for (const [file, read] of [[REPORT_FILE, report] as const, [PLAN_FILE, plan] as const])
    if (typeof read === 'string' && !flaws.some((flaw) => flaw.path === file))
      flaws.push({ path: file, reason: read })
  const parts = {
    ...(typeof report === 'object' ? { report } : {}),
    ...(typeof plan === 'object' ? { plan } : {}),
  }
  const recovered = open && parts.report !== undefined && !named.has(REPORT_FILE)
  // Before the journal is whole, nothing can be held against it.
  if (flaws.length === 0) {
    if (recovered) flaws.push(...recoveryFlaws(chain, path, parts.report))
    flaws.push(
      ...disagreements(events, recovered ? { ...(parts.plan && { plan: parts.plan }) } : parts),
    )
    if (events[0]?.type !== 'run-started')
      flaws.push({
        path: EVENTS_FILE,
        line: 1,
        offset: 0,
        reason: 'it does not begin with run-started',
      })
  }
  const judged = stateOf(flaws, events, ended, recovered)
  const head = chain.kind === 'intact' ? chain.head : undefined
  const statement =
    judged === 'altered' || judged === 'unfinished' || !parts.report || head === undefined
      ? undefined
      : await statementAt(path, { state: judged, report: parts.report })
  const attestation = await attestationFlaws(path, statement)
  flaws.push(...(attestation ?? []))
  return {
    state: flaws.length > 0 ? 'altered' : judged,
    flaws,
    events,
    ...(head === undefined ? {} : { head }),
    ...(statement === undefined || flaws.length > 0 ? {} : { statement }),
    attested: attestation?.length === 0,
    files: checked.files,
    unnamed: unnamed.map((flaw) => flaw.path).sort(),
    torn,
    journal,
    ...parts,
  }
}

/** What a run itself writes, as a whole file or as one that was not whole yet. */
const OWN_FILE =
  /^(?:(?:report|plan|registry)\.json|summary\.md|errors\.ndjson|nodes\/[^/]+\/[^/]+\.\d+\.(?:json|stderr\.txt)|(?:nodes\/[^/]+\/)?\.[^/]+\.tmp)$/

function stateOf(
  flaws: readonly RecordFlaw[],
  events: readonly RecordEvent[],
  ended: boolean,
  recovered: boolean,
): RecordState {
  if (flaws.length > 0) return 'altered'
  if (ended)
    return events.some(({ type }) => type === 'collect-requested') ? 'collected' : 'finished'
  return recovered ? 'recovered' : 'unfinished'
}

/** A report that no line vouches for has to be the one that the journal gives. */
function recoveryFlaws(chain: Chain, path: string, report: RunReport | undefined): RecordFlaw[] {
  const recovery = recoverReport(chain, path)
  const given = recovery.kind === 'recovered' ? { ...recovery.report, record: '' } : undefined
  if (isDeepStrictEqual(given, { ...report, record: '' })) return []
  return [
    {
      path: REPORT_FILE,
      reason: 'the chain does not name it, and it is not what the journal gives',
    },
  ]
}

/** Undefined without such a file, or where there is nothing to compare it with. */
async function attestationFlaws(
  path: string,
  statement: Attestation | undefined,
): Promise<RecordFlaw[] | undefined> {
  const bytes = await bytesOf(path, ATTESTATION_FILE)
  if (statement === undefined || typeof bytes === 'string') return undefined
  const given = jsonOf(bytes)
  if (given === undefined) return [{ path: ATTESTATION_FILE, reason: 'it is not JSON in UTF-8' }]
  return statementDifferences(given, statement).map((reason) => ({
    path: ATTESTATION_FILE,
    reason,
  }))
}

const unreadable = (reason: string): RecordAudit => ({
  state: 'altered',
  flaws: [{ path: EVENTS_FILE, reason }],
  events: [],
  files: 0,
  unnamed: [],
  torn: false,
  attested: false,
  journal: new Uint8Array(),
})

async function bytesOf(path: string, file: string): Promise<Uint8Array | string> {
  try {
    return await readFile(join(path, file))
  } catch (caught) {
    return systemCode(caught) === 'ENOENT' ? 'it is missing' : fromUnknown(caught).message
  }
}

/** The file's value, or why it has not this shape; undefined where its absence is told elsewhere. */
async function shapeOf<N extends ShapeName>(
  path: string,
  file: string,
  shape: N,
): Promise<AllShapes[N] | string | undefined> {
  const bytes = await bytesOf(path, file)
  if (typeof bytes === 'string') return undefined
  const value = jsonOf(bytes)
  if (value === undefined) return 'it is not JSON in UTF-8'
  if (hasShape(shape, value)) return value
  const [issue] = issuesOf(shape, value)
  return `it is not a ${shape}: ${issue?.pointer || '/'}: ${issue?.message}`
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
