/** What a change does to the runbooks: their files, the actions that they use, and the nodes that they reach. */
import { inlineCalls } from '../../runbook/inline.ts'
import { type Call, callsOf, type Runbook, type RunbookResult } from '../../runbook/runbook.ts'
import type { Change } from '../changes.ts'
import type { Project } from '../project.ts'
import { matches, parseSelector } from '../selector.ts'
import {
  type Difference,
  differenceOf,
  effectDifference,
  entryDifferences,
  gainsAndLosses,
  limitDifference,
  namesOf,
  strongestOf,
} from './difference.ts'
import { changedActions } from './modules.ts'
import { hasInventory } from './nodes.ts'
import { stepDifferences } from './steps.ts'

export function runbookChanges(before: Project, after: Project): Change[] {
  const actions = changedActions(before, after)
  return namesOf(before.runbookNames, after.runbookNames).flatMap((name): Change[] => {
    const [was, is] = [before.runbook(name), after.runbook(name)]
    if (is?.kind === 'problems')
      return [{ area: 'runbook', name, kind: 'unreadable', differences: [] }]
    const differences = [
      ...(was?.kind === 'problems' ? differenceOf('file', 'has problems', 'can be read') : []),
      ...runbookDifferences(sideOf(was, before), sideOf(is, after)),
    ]
    const kind = kindOf(was, is)
    if (kind !== 'same') return [{ area: 'runbook', name, kind, differences }]
    const used = [
      ...usedActions(sideOf(is, after), actions),
      ...calledRunbooks(sideOf(was, before), sideOf(is, after)),
    ]
    if (differences.length === 0 && used.length === 0) return []
    return [{ area: 'runbook', name, kind: 'affected', differences: [...differences, ...used] }]
  })
}

function kindOf(was: RunbookResult | undefined, is: RunbookResult | undefined) {
  if (!is) return 'removed'
  if (!was) return 'added'
  const [old, now] = [was, is].map((one) =>
    one.kind === 'runbook' ? one.runbook.document.sha256 : undefined,
  )
  return old === now ? 'same' : 'changed'
}

/** The actions themselves are listed with their modules; here only which of them it is. */
function usedActions(is: Side | undefined, actions: ReadonlySet<string>): Difference[] {
  const calls = is === undefined ? [] : allCalls(is)
  const used = namesOf(
    calls.map(({ action }) => action),
    [],
  ).filter((name) => actions.has(name))
  return used.length === 0
    ? []
    : differenceOf('uses actions that changed', undefined, used.join(', '))
}

export interface Side {
  readonly runbook: Runbook
  readonly project: Project
}

function sideOf(result: RunbookResult | undefined, project: Project): Side | undefined {
  return result?.kind === 'runbook' ? { runbook: result.runbook, project } : undefined
}

function runbookDifferences(was: Side | undefined, is: Side | undefined): Difference[] {
  const [old, now] = [was?.runbook.declaration, is?.runbook.declaration]
  return [
    ...effectDifference(effectOf(was), effectOf(is)),
    ...differenceOf('targets', old?.targets?.select, now?.targets?.select),
    ...targetDifferences(was, is),
    ...limitDifference('targets max', old?.targets?.max, now?.targets?.max),
    ...differenceOf('batches', old?.rollout?.batches, now?.rollout?.batches),
    ...limitDifference('concurrency', old?.rollout?.concurrency, now?.rollout?.concurrency),
    ...failureDifference(old?.rollout?.['max-failures'], now?.rollout?.['max-failures']),
    ...stepDifferences(was, is),
    ...entryDifferences('input', old?.inputs, now?.inputs),
    ...differenceOf('owner', old?.owner, now?.owner),
    ...differenceOf('description', old?.description, now?.description),
  ].map((one) => (is ? one : { ...one, raised: false }))
}

function effectOf(side: Side | undefined) {
  return strongestOf(
    (side ? allCalls(side) : []).flatMap(
      ({ action }) => side?.project.registry.actions.get(action)?.declaration.effect ?? [],
    ),
  )
}

/** With those of the runbooks that it calls. */
function allCalls({ runbook, project }: Side): Call[] {
  return callsOf({ allSteps: inlineCalls(runbook, project.written).steps })
}

/** Runbooks that it calls, directly or through others, and that are not what they were. */
function calledRunbooks(was: Side | undefined, is: Side | undefined): Difference[] {
  const digests = (side: Side | undefined): Map<string, string> =>
    new Map(
      (side ? inlineCalls(side.runbook, side.project.written).sites : []).map(({ runbook }) => [
        runbook.declaration.name,
        runbook.document.sha256,
      ]),
    )
  const [old, now] = [digests(was), digests(is)]
  const changed = namesOf(
    [...now.keys()].filter((name) => old.get(name) !== now.get(name)),
    [],
  )
  return changed.length === 0
    ? []
    : differenceOf('calls runbooks that changed', undefined, changed.join(', '))
}

/** A number and a share cannot be compared without the nodes, so a change from one to the other counts as more. */
function failureDifference(
  before: number | string | undefined,
  after: number | string | undefined,
): Difference[] {
  const grown =
    typeof before !== typeof after ||
    Number.parseInt(`${after}`, 10) > Number.parseInt(`${before}`, 10)
  return differenceOf('max failures', before, after, before !== undefined && grown)
}

/** Nodes that the runbook's own selector reaches; nothing is said where one of the inventories has problems. */
function targetDifferences(was: Side | undefined, is: Side | undefined): Difference[] {
  const broken = [was, is].some((side) => side && !hasInventory(side.project))
  if (broken) return []
  return gainsAndLosses('nodes', targetsOf(was), targetsOf(is), true)
}

function targetsOf(side: Side | undefined): string[] {
  const select = side?.runbook.declaration.targets?.select
  const selector = select === undefined ? undefined : parseSelector(select)
  if (!side || selector?.kind !== 'selector') return []
  const nodes = [...side.project.inventory.nodes.values()]
  return nodes.filter((node) => matches(selector.terms, node)).map(({ name }) => name)
}
