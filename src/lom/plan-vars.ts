/** Variables that a runbook asks for: every node of the plan has to have them, before anything is connected to. */
import { problem } from '../document/diagnostic.ts'
import { nearest } from '../protocol/schemas.ts'
import type { PlanNode, Problem } from '../protocol/types.gen.ts'
import { varReferences, varsShape } from '../runbook/node-vars.ts'
import type { Runbook } from '../runbook/runbook.ts'
import type { Shape } from '../runbook/shape.ts'
import type { Inventory } from './inventory.ts'
import { matches, parseSelector } from './selector.ts'

const SHOWN = 5

/** One problem for each place that names a variable which some node of the plan does not have. */
export function missingVars(runbook: Runbook, nodes: readonly PlanNode[]): Problem[] {
  const { document, file } = runbook
  return varReferences(runbook).flatMap(({ name, pointer, at }) => {
    const without = nodes.filter(({ vars = {} }) => !Object.hasOwn(vars, name))
    if (!without.length) return []
    const shown = without.slice(0, SHOWN).map((node) => node.name)
    const more = without.length > SHOWN ? ` and ${without.length - SHOWN} more` : ''
    const known = new Set(nodes.flatMap(({ vars = {} }) => Object.keys(vars)))
    const near = nearest(name, [...known].sort())
    const hint =
      near === undefined || near === name
        ? '; set it there, for a group, or under defaults'
        : `; did you mean ${near}?`
    const message = `node.vars.${name} is not set for ${shown.join(', ')}${more}${hint}`
    const position = document.positionIn(pointer, at)
    const init = { kind: 'expression-invalid', rule: 'node-vars', file, position } as const
    return [problem({ ...init, message })]
  })
}

/** By the runbook's selector: a project may have thousands of runbooks and of nodes. */
const KNOWN = new WeakMap<Inventory, Map<string | undefined, Shape | undefined>>()

/** What is known of `node.vars` on the nodes that the runbook is for; undefined where no node is known. */
export function varsOf({ declaration }: Runbook, inventory: Inventory): Shape | undefined {
  const select = declaration.targets?.select
  const known = KNOWN.get(inventory) ?? new Map<string | undefined, Shape | undefined>()
  KNOWN.set(inventory, known)
  if (!known.has(select)) known.set(select, shapeOf(select, inventory))
  return known.get(select)
}

function shapeOf(select: string | undefined, { nodes }: Inventory): Shape | undefined {
  const parsed = select === undefined ? undefined : parseSelector(select)
  if (parsed?.kind === 'invalid') return undefined
  const meant = [...nodes.values()].filter((node) => matches(parsed?.terms ?? [], node))
  return meant.length === 0 ? undefined : varsShape(meant.map(({ vars }) => vars))
}
