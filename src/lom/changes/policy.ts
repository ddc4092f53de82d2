/** What a change does to the policy: each entry of the allow list, the times, the limits, and the approvals. */
import { canonical } from '../../protocol/envelope.ts'
import type { Change } from '../changes.ts'
import type { Policy } from '../policy.ts'
import type { Project } from '../project.ts'
import { approvalDifferences } from './approvals.ts'
import {
  type Difference,
  differenceOf,
  gainsAndLosses,
  limitDifference,
  namesOf,
} from './difference.ts'
import { requestLimitDifferences, timeDifferences } from './policy-times.ts'

type Entry = Policy['allow'][number]

const FILE = 'rune.yaml'
/** Without a policy nothing is allowed. */
const NOTHING: Policy = { allow: [], limits: { transports: [] } }

export function policyChanges(before: Project, after: Project): Change[] {
  const [was, is] = [before.policy, after.policy]
  if (is.kind === 'problems')
    return [{ area: 'policy', name: FILE, kind: 'unreadable', differences: [] }]
  const policy = was.kind === 'policy' ? was.policy : NOTHING
  const differences = [
    ...(was.kind === 'policy' ? [] : differenceOf('file', 'has problems', 'can be read')),
    ...allowDifferences(policy.allow, is.policy.allow),
    ...secretDifferences(policy.secrets, is.policy.secrets),
    ...timeDifferences(policy, is.policy),
    ...limitDifferences(policy.limits, is.policy.limits),
    ...approvalDifferences(policy, is.policy),
  ]
  if (differences.length === 0) return []
  return [{ area: 'policy', name: FILE, kind: 'changed', differences }]
}

interface Numbered {
  readonly entry: Entry
  /** One-based position in the file. */
  readonly number: number
}

/** Entries have no names: those that are the same are set aside, and the others are paired in their order. */
function allowDifferences(before: readonly Entry[], after: readonly Entry[]): Difference[] {
  const left = without(numbered(before), after)
  const right = without(numbered(after), before)
  const pairs = Array.from({ length: Math.max(left.length, right.length) }, (_, i) => [
    left[i],
    right[i],
  ])
  return pairs.flatMap(([was, is]) => {
    if (was && is) return entryDifferences(was, is)
    if (is) return differenceOf(`allow entry ${is.number} added`, undefined, is.entry, true)
    return was ? differenceOf(`allow entry ${was.number} removed`, was.entry, undefined) : []
  })
}

function numbered(entries: readonly Entry[]): Numbered[] {
  return entries.map((entry, index) => ({ entry, number: index + 1 }))
}

/** What is left when each entry of `others` takes away one that is the same. */
function without(entries: readonly Numbered[], others: readonly Entry[]): Numbered[] {
  const counts = new Map<string, number>()
  for (const key of others.map(canonical)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return entries.filter(({ entry }) => {
    const key = canonical(entry)
    const count = counts.get(key) ?? 0
    counts.set(key, count - 1)
    return count <= 0
  })
}

const LISTS = ['effects', 'runbooks', 'actions', 'actors', 'triggers'] as const

function entryDifferences({ entry: was, number: old }: Numbered, { entry: is, number }: Numbered) {
  const name = `allow entry ${number}${old === number ? '' : ` (was ${old})`}`
  const lists = LISTS.flatMap((list) => {
    const [had, has] = [was[list], is[list]]
    if (had && has) return gainsAndLosses(`${name}: ${list}`, had, has, true)
    return differenceOf(`${name}: ${list}`, had ?? 'any', has ?? 'any', has === undefined)
  })
  const [from, to] = [was.targets, is.targets]
  // Whether another selector covers more depends on labels: only one where there was none is surely not more.
  const targets = differenceOf(`${name}: targets`, from ?? 'any', to ?? 'any', from !== undefined)
  return [...lists, ...targets]
}

function secretDifferences(was: Policy['secrets'] = {}, is: Policy['secrets'] = {}): Difference[] {
  const listed = (secrets: NonNullable<Policy['secrets']>, runbook: string) =>
    (Object.hasOwn(secrets, runbook) && secrets[runbook]) || []
  return namesOf(Object.keys(was), Object.keys(is)).flatMap((runbook) =>
    gainsAndLosses(`secrets of ${runbook}`, listed(was, runbook), listed(is, runbook), true),
  )
}

function limitDifferences(was: Policy['limits'], is: Policy['limits']): Difference[] {
  return [
    ...limitDifference('limit max-targets', was['max-targets'], is['max-targets']),
    ...requestLimitDifferences(was, is),
    ...gainsAndLosses('limit transports', was.transports, is.transports, true),
    ...differenceOf(
      'limit proxy-commands',
      was['proxy-commands'] ?? false,
      is['proxy-commands'] ?? false,
      is['proxy-commands'] === true,
    ),
    ...gainsAndLosses(
      'limit unversioned',
      was.unversioned ?? ['read'],
      is.unversioned ?? ['read'],
      true,
    ),
  ]
}
