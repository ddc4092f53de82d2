/** What a change of the project's files does: two projects to a list of differences. Pure, in a fixed order. */
import type { Difference } from './changes/difference.ts'
import { moduleChanges } from './changes/modules.ts'
import { nodeChanges } from './changes/nodes.ts'
import { policyChanges } from './changes/policy.ts'
import { runbookChanges } from './changes/runbooks.ts'
import type { Project } from './project.ts'

export interface Change {
  readonly area: 'policy' | 'runbook' | 'module' | 'action' | 'node'
  /** Of the runbook, module, action or node; of the file where it is about all of that. */
  readonly name: string
  /**
   * `affected`: its own file is the same, but not what it uses or where it runs.
   * `unreadable`: it has problems after the change, so nobody can say what it does.
   */
  readonly kind: 'added' | 'changed' | 'removed' | 'affected' | 'unreadable'
  /** A change without any is one of comments or layout. */
  readonly differences: readonly Difference[]
}

export interface Changes {
  /** Policy first, then runbooks, modules with their actions, and nodes; each sorted by name. */
  readonly changes: readonly Change[]
  /** Names of runbooks that do something else than before, or that are new: those worth a plan, raised ones first. */
  readonly runbooks: readonly string[]
}

/** Everything that is different, also where one of the sides has problems. */
export function changesOf(before: Project, after: Project): Changes {
  const runbooks = runbookChanges(before, after)
  return {
    changes: [
      ...policyChanges(before, after),
      ...runbooks,
      ...moduleChanges(before, after),
      ...nodeChanges(before, after),
    ],
    runbooks: runbooks
      .filter(({ kind }) => kind === 'added' || kind === 'changed' || kind === 'affected')
      .toSorted((a, b) => Number(isRaised(b)) - Number(isRaised(a)))
      .map(({ name }) => name),
  }
}

function isRaised({ differences }: Change): boolean {
  return differences.some(({ raised }) => raised)
}
