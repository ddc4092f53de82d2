import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listProject, listText } from '../../src/app/list.ts'
import { showName, showText } from '../../src/app/show.ts'
import type { PluginModule } from '../../src/protocol/types.gen.ts'
import { makeProject, type TestProject } from '../support/project.ts'

const look = { description: 'Look', run: 'a.sh', effect: 'read' } as const
const module = (action: string, dependencies: PluginModule['dependencies'] = []) => ({
  manifest: { actions: { [action]: look }, dependencies, owner: 'ops' },
  files: { 'a.sh': 'echo' },
})

let project: TestProject
beforeAll(async () => {
  project = await makeProject({
    nodes: { localhost: { transport: 'local' } },
    modules: {
      base: module('look'),
      half: module('half_look', [{ module: 'gone', version: '^1.0.0', optional: true }]),
      web: module('web_look', [
        { module: 'base', version: '^1.0.0' },
        { module: 'gone', version: '^1.0.0' },
      ]),
      one: module('same'),
      two: module('same'),
      torn: { manifest: 'module: [' },
    },
  })
})
afterAll(() => project.cleanup())

describe('list', () => {
  it('names every module with its state, and every reason why one cannot be used', async () => {
    const { modules } = await listProject(project.path)
    expect(modules.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'base available',
      'half degraded',
      'one unavailable',
      'torn unavailable',
      'two unavailable',
      'web unavailable',
    ])
    const reasons = new Map(modules.map((one) => [one.name, one.reasons]))
    expect(reasons.get('web')).toEqual([
      expect.stringMatching(/^plugins\/web\/module.yaml:\d+:\d+: requires gone, .*\[dependency\]$/),
    ])
    expect(reasons.get('half')?.[0]).toContain('warning: requires gone')
    expect(reasons.get('torn')?.[0]).toContain('plugins/torn/module.yaml:1:')
    expect(reasons.get('base')).toEqual([])
  })

  it('keeps what can be planned apart from what cannot', async () => {
    const { actions, unavailable_actions: gone } = await listProject(project.path)
    expect(actions.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'half_look degraded',
      'look available',
    ])
    expect(gone.map(({ name, modules }) => [name, modules])).toEqual([
      ['same', ['one', 'two']],
      ['web_look', ['web']],
    ])
  })

  it('says all of it to people', async () => {
    const text = listText(await listProject(project.path))
    expect(text).toMatch(/^ {2}base +1\.0\.0 +available$/m)
    expect(text).toMatch(/^ {2}torn +unavailable +plugins\/torn\/module\.yaml:1/m)
    expect(text).toMatch(/^ {2}look +read +base 1\.0\.0 +available +Look$/m)
    expect(text).toMatch(
      /^ {2}web_look +web +unavailable +plugins\/web\/module\.yaml:.*requires gone/m,
    )
    expect(text).toMatch(/^\d problems keep something of this from being used: rune validate$/m)
  })
})

describe('show', () => {
  const show = async (name: string): Promise<string> => {
    const shown = await showName(project.path, name)
    return 'problem' in shown ? `${shown.problem.kind}: ${shown.problem.message}` : showText(shown)
  }

  it('tells what a module requires, provides and is', async () => {
    expect(await show('web')).toMatch(
      /^module web 1\.0\.0: Test module web\nstate: unavailable\n {2}plugins\/web\/.*requires gone.*\nowner: ops\nrequires:\n {2}base \^1\.0\.0\n {2}gone \^1\.0\.0\nactions: web_look\n$/,
    )
    expect(await show('half')).toContain('  gone ^1.0.0, optional\n')
    expect(await show('torn')).toMatch(/^module torn\nstate: unavailable\n {2}plugins\/torn/)
  })

  it('tells the state of an action, and why it cannot be used', async () => {
    expect(await show('look')).toContain('state: available\n')
    expect(await show('web_look')).toMatch(/state: unavailable\n {2}plugins\/web\/.*requires gone/)
    expect(await show('same')).toMatch(/^action-unavailable: .* of one and two is unavailable/)
  })

  it('suggests modules too', async () => {
    expect(await show('bse')).toContain('did you mean base?')
  })
})
