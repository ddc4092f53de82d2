import { describe, expect, it } from 'vitest'
import { draftPlan } from '../../src/lom/plan.ts'
import { loadProject } from '../../src/lom/project.ts'
import { registrations } from '../../src/lom/registrations.ts'
import { loadRegistry, type Registry } from '../../src/lom/registry.ts'
import { issuesOf } from '../../src/protocol/schemas.ts'
import type { ModuleDependency, Request } from '../../src/protocol/types.gen.ts'
import { memoryContent } from './content.ts'

interface ModuleInit {
  readonly version?: string
  readonly requires?: readonly ModuleDependency[]
  /** Default: one that is called like the module. */
  readonly actions?: readonly string[]
}

/** The files of a module. */
function files(name: string, init: ModuleInit = {}): Record<string, string> {
  const { version = '1.0.0', requires, actions = [name] } = init
  const declared = Object.fromEntries(
    actions.map((action) => [action, { description: 'd', run: 'run.sh', effect: 'read' }]),
  )
  return {
    [`plugins/${name}/run.sh`]: 'echo',
    [`plugins/${name}/module.yaml`]: JSON.stringify({
      module: name,
      version,
      description: 'd',
      ...(requires === undefined ? {} : { dependencies: requires }),
      actions: declared,
    }),
  }
}

const modules = (init: Readonly<Record<string, ModuleInit>>): Record<string, string> =>
  Object.assign({}, ...Object.entries(init).map(([name, one]) => files(name, one)))

const load = (init: Readonly<Record<string, ModuleInit>>, more: Record<string, string> = {}) =>
  loadRegistry(memoryContent({ ...modules(init), ...more }))

const statesOf = (registry: Registry): Record<string, string> =>
  Object.fromEntries(
    registry.modules.map(({ module, state }) => [module.declaration.module, state]),
  )

const kindsOf = ({ problems }: Registry): string[] => [
  ...new Set(problems.map(({ kind, severity }) => `${severity} ${kind}`)),
]

const on = (module: string, version = '^1.0.0', optional = false): ModuleDependency => ({
  module,
  version,
  ...(optional ? { optional } : {}),
})

describe('a module', () => {
  it('is available where everything that it requires is there and fits', async () => {
    const registry = await load({
      web: { requires: [on('base'), on('more', '~1.2.0', true)] },
      base: { version: '1.9.0' },
      more: { version: '1.2.7' },
    })
    expect(statesOf(registry)).toEqual({ base: 'available', more: 'available', web: 'available' })
    expect(registry.problems).toEqual([])
    expect([...registry.actions.keys()]).toEqual(['base', 'more', 'web'])
  })

  it.each([
    ['is missing', {}, 'dependency-missing'],
    ['is of another version', { base: { version: '2.0.0' } }, 'version-conflict'],
    ['goes round in a circle', { base: { requires: [on('web')] } }, 'dependency-cycle'],
  ])('is unavailable where what it requires %s', async (_, others, kind) => {
    const registry = await load({ web: { requires: [on('base')] }, ...others })
    expect(statesOf(registry)['web']).toBe('unavailable')
    expect(registry.actions.has('web')).toBe(false)
    expect(registry.unavailableActions.get('web')).toMatchObject({
      modules: ['web'],
      reasons: [{ kind, file: 'plugins/web/module.yaml' }],
    })
    expect(kindsOf(registry)).toEqual([`error ${kind}`])
  })

  it.each([
    ['is missing', {}],
    ['is of another version', { base: { version: '2.0.0' } }],
    ['has problems', { base: { requires: [on('nowhere_at_all')] } }],
  ])('is degraded, and works, where something optional %s', async (_, others) => {
    const registry = await load({ web: { requires: [on('base', '^1.0.0', true)] }, ...others })
    expect(statesOf(registry)['web']).toBe('degraded')
    expect(registry.actions.get('web')?.state).toBe('degraded')
    const own = registry.problems.filter(({ file }) => file === 'plugins/web/module.yaml')
    expect(own.map(({ severity }) => severity)).toEqual(['warning'])
  })

  it('falls with what it requires, however far away, and no module beside it', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 300 }, (_, i): [string, ModuleInit] => [
        `m${i}`,
        { requires: [on(i === 299 ? 'nowhere' : `m${i + 1}`)] },
      ]),
    )
    const began = performance.now()
    const registry = await load({ ...chain, beside: { requires: [on('m0', '^1.0.0', true)] } })
    expect(performance.now() - began).toBeLessThan(5000)
    expect([...registry.actions.keys()]).toEqual(['beside'])
    expect(registry.modules.filter(({ state }) => state === 'unavailable')).toHaveLength(300)
  })

  it('on a circle of many is told the whole circle, and what only leads there is not on it', async () => {
    const ring = Object.fromEntries(
      [...'abcde'].map((name, i): [string, ModuleInit] => [
        name,
        { requires: [on('abcde'[(i + 1) % 5] ?? '')] },
      ]),
    )
    const registry = await load({ ...ring, outside: { requires: [on('c')] } })
    expect(registry.actions.size).toBe(0)
    const messages = new Map(registry.problems.map(({ file, message }) => [file, message]))
    expect(messages.get('plugins/b/module.yaml')).toContain('b -> c -> d -> e -> a -> b')
    expect(messages.get('plugins/outside/module.yaml')).toContain('c, which cannot be used itself')
  })

  it('that cannot be read, or has the name of another, gives nothing and says why', async () => {
    const twin = files('web')['plugins/web/module.yaml'] ?? ''
    const registry = await load(
      { web: {} },
      { 'plugins/twin/module.yaml': twin, 'plugins/twin/run.sh': '', 'plugins/none/x': '' },
    )
    expect(registry.unreadable.map(({ name, reasons }) => [name, reasons[0]?.kind])).toEqual([
      ['none', 'document-missing'],
      ['twin', 'module-duplicate'],
    ])
    expect(statesOf(registry)).toEqual({ web: 'available' })
  })
})

describe('an action that two modules provide', () => {
  it('is unavailable; their other actions are not', async () => {
    const registry = await load({
      one: { actions: ['same', 'own'] },
      two: { actions: ['same'] },
      three: { requires: [on('one'), on('two', '^1.0.0', true)] },
    })
    expect([...registry.actions.keys()]).toEqual(['own', 'three'])
    expect(statesOf(registry)).toEqual({ one: 'degraded', three: 'degraded', two: 'unavailable' })
    expect(registry.actions.get('own')?.state).toBe('available')
    const gone = registry.unavailableActions.get('same')
    expect(gone?.modules).toEqual(['one', 'two'])
    expect(gone?.reasons.map(({ kind }) => kind)).toEqual(['event-conflict', 'event-conflict'])
  })
})

describe('what uses an unavailable action', () => {
  const project = () =>
    loadProject(
      memoryContent({
        ...modules({ web: { requires: [on('base', '^2.0.0')] }, base: {} }),
        'rune.yaml': 'version: 1\npolicy: { allow: [], limits: { transports: [local] } }\n',
        'inventory.yaml': 'nodes: { here: { transport: local } }\n',
        'runbooks/look.yaml': 'name: look\ndescription: d\nsteps: [ { uses: web } ]\n',
      }),
    )
  const request = (what: Partial<Request>): Request => ({
    params: {},
    nodes: ['here'],
    dry_run: false,
    trigger: 'cli',
    actor: 'alice',
    correlation_id: 'c',
    received_at: '2026-01-01T00:00:00.000Z',
    ...what,
  })
  const WHY =
    'the action web of web is unavailable: plugins/web/module.yaml:1:96: requires base ^2.0.0, but plugins/base/module.yaml is 1.0.0 [dependency]'

  it.each([{ runbook: 'look' }, { action: 'web' }])('is told the reason: %j', async (what) => {
    const result = draftPlan(request(what), await project())
    expect(result.kind).toBe('invalid')
    const problems = result.kind === 'invalid' ? result.problems : []
    expect(problems.map(({ kind, message }) => ({ kind, message }))).toEqual([
      { kind: 'action-unavailable', message: WHY },
    ])
  })
})

describe('the registration messages', () => {
  it('carry dependencies, states and reasons', async () => {
    const registry = await load({
      web: { requires: [on('base'), on('gone', '>=1.0.0 <3.0.0', true)], actions: ['a', 'b'] },
      base: {},
      sad: { requires: [on('gone')] },
    })
    const messages = registrations(registry, '2026-11-20T12:00:00.000Z', new Set(['b']))
    for (const message of messages) expect(issuesOf('mrs', message)).toEqual([])
    const byName = new Map(messages.map((one) => [one.module_identity.module_name, one]))
    const web = byName.get('web')
    expect(web?.technical_requirements.dependencies).toEqual([
      { module_name: 'base', version_requirement: '^1.0.0', criticality: 'required' },
      { module_name: 'gone', version_requirement: '>=1.0.0 <3.0.0', criticality: 'optional' },
    ])
    expect(web?.registration_metadata).toMatchObject({
      state: 'active',
      reasons: [expect.stringContaining('warning: requires gone')],
    })
    expect(web?.capability_declaration.service_metadata?.actions).toMatchObject({
      a: { state: 'degraded' },
      b: { state: 'active' },
    })
    expect(byName.get('base')?.registration_metadata.state).toBe('available')
    expect(byName.get('sad')?.registration_metadata.state).toBe('unavailable')
    expect(byName.get('sad')?.capability_declaration.service_metadata?.actions).toMatchObject({
      sad: { state: 'unavailable' },
    })
  })

  it('have the same id whatever the state, and another for another requirement', async () => {
    const id = async (init: Readonly<Record<string, ModuleInit>>) =>
      registrations(await load(init), '2026-11-20T12:00:00.000Z').find(
        ({ module_identity }) => module_identity.module_name === 'web',
      )?.registration_metadata.registration_id
    const alone = await id({ web: { requires: [on('base')] } })
    expect(await id({ web: { requires: [on('base')] }, base: {} })).toBe(alone)
    expect(await id({ web: { requires: [on('base', '^1.0.1')] } })).not.toBe(alone)
  })
})
