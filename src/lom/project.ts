/** Everything a request is planned against: policy, inventory, registry and runbooks of one content. */
import { problem, problemAt, sortProblems } from '../document/diagnostic.ts'
import { eachAlone } from '../document/parameters.ts'
import type { Problem } from '../protocol/types.gen.ts'
import type { About, Content, Entry } from '../repository/content.ts'
import { type FileDigest, withDigests } from '../repository/digests.ts'
import { type Actions, checkRunbook } from '../runbook/check.ts'
import { calledRunbook, inlineCalls } from '../runbook/inline.ts'
import { type Runbook, type RunbookResult, readRunbook } from '../runbook/runbook.ts'
import { strongestOf } from './changes/difference.ts'
import { type Inventory, type InventoryResult, readInventory } from './inventory.ts'
import { neverAllowed } from './never-allowed.ts'
import { varsOf } from './plan-vars.ts'
import { unmatchedEntries } from './policy/unmatched.ts'
import { type PolicyResult, readPolicy } from './policy.ts'
import { loadRegistry, type Registry, whyUnavailable } from './registry.ts'
import { parseSelector } from './selector.ts'

export interface Project {
  readonly about: About
  /** Committer's time of the commit, where the content is versioned. */
  readonly committedAt?: string
  /** Every file that was read, by its path. */
  readonly files: ReadonlyMap<string, FileDigest>
  /** Git's ids of the project's files, by path; only of versioned content. */
  readonly blobs?: ReadonlyMap<string, string>
  /** inventory.yaml and every other file that it was read with. */
  readonly inventoryFiles: readonly string[]
  readonly policy: PolicyResult
  /** Empty when inventory.yaml has problems. */
  readonly inventory: Inventory
  /** Of inventory.yaml and of what it is read with: with one there is no usable inventory. */
  readonly inventoryProblems: readonly Problem[]
  readonly registry: Registry
  /** Sorted. */
  readonly runbookNames: readonly string[]
  /**
   * Parsed and checked at each call and then the caller's: a project of thousands is not to stay in memory. Undefined when
   * there is no such file.
   */
  runbook(name: string): RunbookResult | undefined
  /** As it is written, without a check of its meaning; for those that one which was checked calls. */
  written(name: string): Runbook | undefined
  /** Of everything but the runbooks, and of runbook files with names that cannot be asked for. */
  readonly problems: readonly Problem[]
}

/** What is known beside the project's files. */
export interface Given {
  /** Text in known_hosts format, for nodes of which the inventory pins no key. */
  readonly knownHosts?: string
}

/** Reads a project. Never fails for what is written in it: that is in `problems`. */
export async function loadProject(from: Content, given: Given = {}): Promise<Project> {
  const { content, read } = withDigests(from)
  const { knownHosts } = given
  const known = knownHosts === undefined ? undefined : new TextEncoder().encode(knownHosts)
  const inventoryFiles = new Set(['inventory.yaml'])
  const noting: Content = {
    ...content,
    read: (path) => {
      inventoryFiles.add(path)
      return content.read(path)
    },
  }
  const [policy, inventory, registry, files] = await Promise.all([
    readOr(content, 'rune.yaml', async (file, bytes) => readPolicy(file, bytes)),
    readOr(content, 'inventory.yaml', (file, bytes) => readInventory(file, bytes, noting, known)),
    loadRegistry(content),
    readRunbookFiles(content),
  ])
  const actions = withRunbooks(knownActions(registry), files.bytes)
  const runbook = (name: string): RunbookResult | undefined => {
    const bytes = files.bytes.get(name)
    const known = inventory.kind === 'inventory' ? inventory.inventory : undefined
    return bytes && checkedRunbook(name, bytes, actions, known, runbook)
  }
  return {
    about: content.about,
    ...(content.committedAt === undefined ? {} : { committedAt: content.committedAt }),
    files: read,
    ...(content.blobs === undefined ? {} : { blobs: content.blobs }),
    inventoryFiles: [...inventoryFiles].sort(),
    policy,
    inventory: inventory.kind === 'inventory' ? inventory.inventory : { nodes: new Map() },
    inventoryProblems: problemsOf(inventory),
    registry,
    runbookNames: [...files.bytes.keys()].sort(),
    runbook,
    written: (name) => actions.runbooks?.find(name),
    problems: sortProblems([
      ...problemsOf(policy),
      ...problemsOf(inventory),
      ...registry.problems,
      ...files.problems,
    ]),
  }
}

/** Every problem and warning of the whole project, schemas of all actions included. Slower than planning one request. */
export function validateProject(project: Project): Problem[] {
  const runbooks = project.runbookNames.flatMap((name) => problemsOf(project.runbook(name)))
  const actions = [...project.registry.actions.values()]
  const schemas = actions.flatMap((one) => [
    ...problemsOf(one.input()),
    ...problemsOf(one.output()),
  ])
  return sortProblems([
    ...project.problems,
    ...runbooks,
    ...neverAllowed(project),
    ...unmatchedEntries(project),
    ...schemas,
  ])
}

function problemsOf(
  result:
    | {
        readonly kind: string
        readonly problems?: readonly Problem[]
        readonly warnings?: readonly Problem[]
      }
    | undefined,
): readonly Problem[] {
  return result?.problems ?? result?.warnings ?? []
}

async function readOr<T extends PolicyResult | InventoryResult>(
  content: Content,
  file: string,
  read: (file: string, bytes: Uint8Array) => Promise<T>,
): Promise<T | { readonly kind: 'problems'; readonly problems: readonly Problem[] }> {
  const bytes = await content.read(file)
  if (bytes) return read(file, bytes)
  const message = 'there is no such file at the root of the project, or it is not a regular file'
  const missing = problem({ kind: 'document-missing', rule: 'project', message, file })
  return { kind: 'problems', problems: [missing] }
}

/** Open files are few where a process may have only some hundreds. */
const FILES_AT_ONCE = 32
const RUNBOOK_FILE = /^([A-Za-z0-9][A-Za-z0-9._-]{0,127})\.yaml$/

async function readRunbookFiles(
  content: Content,
): Promise<{ bytes: Map<string, Uint8Array>; problems: Problem[] }> {
  const entries = await content.list('runbooks')
  const problems: Problem[] = []
  const read = async ({ name, kind }: Entry) => {
    const file = `runbooks/${name}`
    const id = RUNBOOK_FILE.exec(name)?.[1]
    const refuse = (message: string) =>
      problems.push(problem({ kind: 'document-schema', rule: 'runbook-file', message, file }))
    if (!/\.ya?ml$/i.test(name)) return undefined
    if (kind !== 'file') refuse(`is a ${kind}, not a regular file`)
    else if (id === undefined) refuse('a runbook is called NAME.yaml, and its name is an id')
    else {
      const bytes = await content.read(file)
      if (bytes) return [id, bytes] as const
    }
    return undefined
  }
  const bytes = new Map<string, Uint8Array>()
  for (let at = 0; at < entries.length; at += FILES_AT_ONCE) {
    const some = await Promise.all(entries.slice(at, at + FILES_AT_ONCE).map(read))
    for (const one of some) if (one) bytes.set(...one)
  }
  return { bytes, problems }
}

function knownActions(registry: Registry): Actions {
  return {
    names: [...registry.actions.keys()],
    unavailable: (name) => whyUnavailable(registry, name),
    find: (name) => {
      const action = registry.actions.get(name)
      return (
        action && {
          declaration: action.declaration,
          checkInput: () =>
            action.input().kind === 'check' ? eachAlone(action.declaration.input ?? {}) : undefined,
        }
      )
    },
  }
}

/** A called runbook is checked as an action is: it takes its inputs, and has the strongest effect of what it uses. */
function withRunbooks(actions: Actions, files: ReadonlyMap<string, Uint8Array>): Actions {
  const known = new Map<string, Runbook | undefined>()
  const read = (name: string): Runbook | undefined => {
    const bytes = files.get(name)
    const result = bytes && readRunbook(`runbooks/${name}.yaml`, bytes)
    return result?.kind === 'runbook' ? result.runbook : undefined
  }
  const find = (name: string): Runbook | undefined => {
    if (!known.has(name)) known.set(name, read(name))
    return known.get(name)
  }
  return {
    ...actions,
    runbooks: { names: [...files.keys()].sort(), find },
    find: (name) => {
      const called = calledRunbook(name)
      if (called === undefined) return actions.find(name)
      const runbook = find(called)
      if (!runbook) return undefined
      const { inputs = {}, description } = runbook.declaration
      const effects = inlineCalls(runbook, find).steps.flatMap((step) =>
        [step, ...(step.undo ? [step.undo] : [])].flatMap(
          ({ action }) => actions.find(action)?.declaration.effect ?? [],
        ),
      )
      const effect = strongestOf(effects) ?? 'read'
      return {
        declaration: { description, run: 'called', effect, input: inputs, output: {} },
        checkInput: () => eachAlone(inputs),
      }
    },
  }
}

/** Problems of a called runbook are told where it is called; itself it has them all. */
function calledProblems(
  { steps, document }: Runbook,
  check: (name: string) => RunbookResult | undefined,
): Problem[] {
  return steps.flatMap(({ action, pointer }) => {
    const name = calledRunbook(action)
    const result = name === undefined ? undefined : check(name)
    if (name === undefined || result?.kind !== 'problems') return []
    const errors = result.problems.filter(({ severity }) => severity === 'error')
    const [first] = errors
    const more = errors.length > 1 ? ` and ${errors.length - 1} more` : ''
    const message = `${name} cannot be called: it has a problem on line ${first?.line ?? 1}: ${first?.message}${more}`
    const init = { kind: 'document-schema', rule: 'runbook-call', message } as const
    return [problemAt(document, `${pointer}/uses`, init)]
  })
}

function checkedRunbook(
  name: string,
  bytes: Uint8Array,
  actions: Actions,
  inventory: Inventory | undefined,
  called: (name: string) => RunbookResult | undefined,
): RunbookResult {
  const result = readRunbook(`runbooks/${name}.yaml`, bytes)
  if (result.kind === 'problems') return result
  const { runbook } = result
  const problems = checkRunbook(runbook, actions, inventory && varsOf(runbook, inventory))
  // A circle is found before anybody follows it.
  if (!problems.some(({ rule }) => rule === 'runbook-call'))
    problems.push(...calledProblems(runbook, called))
  const select = runbook.declaration.targets?.select
  const selector = select === undefined ? undefined : parseSelector(select)
  if (selector?.kind === 'invalid') {
    const { document, file } = runbook
    const position = document.positionIn('/targets/select', selector.at)
    const init = { kind: 'document-schema', rule: 'selector', file, position } as const
    problems.push(problem({ ...init, message: selector.message }))
  }
  return problems.some(({ severity }) => severity === 'error')
    ? { kind: 'problems', problems: sortProblems(problems) }
    : { ...result, warnings: sortProblems(problems) }
}
