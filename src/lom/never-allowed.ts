/** What no request can ever run: actions of runbooks that no entry of the policy covers, whoever asks and however. */
import { problemAt } from '../document/diagnostic.ts'
import type { ModuleAction, Problem } from '../protocol/types.gen.ts'
import { callsOf, type Runbook } from '../runbook/runbook.ts'
import type { InventoryNode } from './inventory.ts'
import type { Policy } from './policy.ts'
import type { Project } from './project.ts'
import { matches, parseSelector } from './selector.ts'

/** Nothing is said where the policy has problems; what depends on nodes is only said where there are some. */
export function neverAllowed({ policy, inventory, registry, runbook, runbookNames }: Project) {
  if (policy.kind === 'problems') return []
  return runbookNames.flatMap((name): Problem[] => {
    const result = runbook(name)
    if (result?.kind !== 'runbook') return []
    const { runbook: read } = result
    const nodes = [...inventory.nodes.values()].filter(within(read.declaration.targets?.select))
    const seen = new Set<string>()
    const denied = callsOf(read).flatMap(({ action, pointer }) => {
      const declaration = registry.actions.get(action)?.declaration
      if (!declaration || seen.has(action)) return []
      seen.add(action)
      const reason = whyNever({ action, declaration, name, nodes }, policy.policy)
      if (reason === undefined) return []
      const message = `${action} can never run: ${reason}`
      return [
        problemAt(read.document, `${pointer}/uses`, {
          kind: 'policy-denied',
          rule: 'policy',
          message,
        }),
      ]
    })
    return [...denied, ...transportProblems(read, nodes, policy.policy)]
  })
}

interface Asked {
  readonly action: string
  readonly declaration: ModuleAction
  /** Of the runbook. */
  readonly name: string
  /** That the runbook is for. */
  readonly nodes: readonly InventoryNode[]
}

/** The first demand that no entry meets together with the demands before it. */
function whyNever(asked: Asked, { allow }: Policy): string | undefined {
  const { action, name, nodes } = asked
  const { effect } = asked.declaration
  const demands: readonly (readonly [string, (entry: Policy['allow'][number]) => boolean])[] = [
    [`has the effect ${effect}`, (one) => one.effects.includes(effect)],
    [`is for the action ${action}`, (one) => one.actions?.includes(action) ?? true],
    [`is for the runbook ${name}`, (one) => one.runbooks?.includes(name) ?? true],
    ['names an actor', (one) => one.actors.length > 0],
    ['names a trigger', (one) => one.triggers.length > 0],
    [
      'is for a node of the runbook',
      ({ targets }) => nodes.length === 0 || nodes.some(within(targets)),
    ],
  ]
  let left = allow
  const met: string[] = []
  for (const [words, holds] of demands) {
    left = left.filter(holds)
    if (!left.length) {
      const those = met.length ? ` that ${met.join(' and ')}` : ''
      return `no entry of policy.allow${those} ${words}`
    }
    // Behind the first, what every entry meets without saying so is not worth a word.
    if (!met.length || allow.some((one) => !holds(one))) met.push(words)
  }
  return undefined
}

function transportProblems(
  { declaration, document }: Runbook,
  nodes: readonly InventoryNode[],
  { limits }: Policy,
): Problem[] {
  const listed: readonly string[] = limits.transports
  if (!declaration.targets || !nodes.length) return []
  if (nodes.some(({ transport }) => listed.includes(transport))) return []
  const used = [...new Set(nodes.map(({ transport }) => transport))].sort().join(', ')
  const message = `no node that this selects can be reached: they use ${used}, which policy.limits.transports does not list`
  return [
    problemAt(document, '/targets/select', { kind: 'policy-denied', rule: 'policy', message }),
  ]
}

function within(selector: string | undefined): (node: InventoryNode) => boolean {
  const parsed = selector === undefined ? undefined : parseSelector(selector)
  if (parsed?.kind !== 'selector') return () => true
  return (node) => matches(parsed.terms, node)
}
