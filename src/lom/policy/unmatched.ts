/** Entries of the policy that cover nothing of this project: most likely a name that was mistyped, or is gone. */
import { type Positioned, problemAt } from '../../document/diagnostic.ts'
import { nearest, show } from '../../protocol/schemas.ts'
import type { Problem } from '../../protocol/types.gen.ts'
import type { Policy } from '../policy.ts'
import type { Project } from '../project.ts'
import { matches, parseSelector } from '../selector.ts'

type Entry = Policy['allow'][number]

/** Warnings. What depends on runbooks, actions or nodes is only said where there are some, and none has problems. */
export function unmatchedEntries(project: Project): Problem[] {
  const { policy } = project
  if (policy.kind === 'problems') return []
  const { document } = policy
  const glass = policy.policy['break-glass']
  return [
    ...policy.policy.allow.flatMap((entry, i) => {
      const at = `/policy/allow/${i}`
      return [
        ...emptyLists(entry).map((list) =>
          warning(document, `${at}/${list}`, `this entry allows nothing: ${list} is empty`),
        ),
        ...unknownRunbooks(entry, project).map(([j, message]) =>
          warning(document, `${at}/runbooks/${j}`, message),
        ),
        ...unknownActions(entry, project).map(([j, message]) =>
          warning(document, `${at}/actions/${j}`, message),
        ),
        ...wrongEffects(entry, project).map((message) =>
          warning(document, `${at}/effects`, message),
        ),
        ...noNodes(entry, project).map((message) => warning(document, `${at}/targets`, message)),
        ...noTeams(entry).map((message) => warning(document, `${at}/actors`, message)),
      ]
    }),
    ...(glass?.actors.length === 0
      ? [warning(document, '/policy/break-glass/actors', 'nobody may break glass: actors is empty')]
      : []),
  ]
}

const LISTS = ['runbooks', 'actions', 'actors', 'triggers'] as const

function emptyLists(entry: Entry): readonly string[] {
  return LISTS.filter((list) => entry[list]?.length === 0)
}

type Found = readonly (readonly [number, string])[]

function unknownRunbooks({ runbooks = [] }: Entry, { runbookNames }: Project): Found {
  if (runbookNames.length === 0) return []
  return unknown('runbook', runbooks, runbookNames)
}

function unknownActions({ actions = [] }: Entry, { registry }: Project): Found {
  if (registry.actions.size === 0 || registry.problems.length > 0) return []
  return unknown('action', actions, [...registry.actions.keys()])
}

function unknown(what: string, names: readonly string[], known: readonly string[]): Found {
  return names.flatMap((name, i) => {
    if (known.includes(name)) return []
    const near = nearest(name, known)
    const hint = near === undefined ? '' : `; did you mean ${near}?`
    return [[i, `there is no ${what} ${name}${hint}`]]
  })
}

/** Every action that is listed has an effect that is not. */
function wrongEffects({ actions = [], effects }: Entry, { registry }: Project): readonly string[] {
  const known = actions.flatMap((name) => registry.actions.get(name)?.declaration.effect ?? [])
  if (known.length === 0 || known.length < actions.length) return []
  if (known.some((effect) => effects.includes(effect))) return []
  return [
    `this entry allows nothing: its actions have the effect ${[...new Set(known)].join(', ')}`,
  ]
}

function noNodes({ targets }: Entry, { inventory }: Project): readonly string[] {
  const parsed = targets === undefined ? undefined : parseSelector(targets)
  const nodes = [...inventory.nodes.values()]
  if (parsed?.kind !== 'selector' || nodes.length === 0) return []
  if (nodes.some((node) => matches(parsed.terms, node))) return []
  return [`this entry allows nothing: no node of the inventory matches ${show(targets)}`]
}

/** Teams are GitHub's, and the command line does not ask it. */
function noTeams({ actors, triggers }: Entry): readonly string[] {
  const teamsOnly = actors.length > 0 && actors.every((who) => who.startsWith('team:'))
  const cliOnly = triggers.length > 0 && triggers.every((trigger) => trigger === 'cli')
  if (!teamsOnly || !cliOnly) return []
  return ['this entry allows nothing: who is in a team is not known on the command line']
}

function warning(document: Positioned, pointer: string, message: string): Problem {
  const init = { kind: 'document-schema', rule: 'never-allows', severity: 'warning' } as const
  return problemAt(document, pointer, { ...init, message })
}
