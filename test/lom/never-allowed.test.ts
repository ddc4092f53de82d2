import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/document/diagnostic.ts'
import { loadProject, validateProject } from '../../src/lom/project.ts'
import { memoryContent } from './content.ts'

const RUNBOOK = `name: r
description: d
targets: { select: role=web, max: 1 }
verify:
  - uses: look
steps:
  - { id: one, uses: act, undo: { uses: act } }
  - { id: two, uses: act, undo: { uses: act } }
`

/** What validation says of a project with this policy. */
async function lines(allow: string, limits = '{ transports: [ssh] }', runbook = RUNBOOK) {
  const files = {
    'rune.yaml': `version: 1\npolicy: { allow: [${allow}], limits: ${limits} }\n`,
    'inventory.yaml': `
defaults: { ssh: { user: rune } }
nodes:
  web-1: { address: 10.0.0.1, labels: { role: web, env: prod } }
  db-1: { address: 10.0.0.2, labels: { role: db, env: dev } }
  localhost: { transport: local }
`,
    'plugins/ops/module.yaml':
      'module: ops\nversion: 1.0.0\ndescription: d\nactions:\n  look: { description: d, run: a.sh, effect: read }\n  act: { description: d, run: a.sh, effect: change }\n',
    'plugins/ops/a.sh': 'true',
    'runbooks/r.yaml': runbook,
  }
  const problems = validateProject(await loadProject(memoryContent(files)))
  return problems.filter(({ severity }) => severity === 'error').map(formatProblem)
}

const READ = '{ effects: [read], actors: ["*"], triggers: [cli] }'
const LINE = 'runbooks/r.yaml:7:22: act can never run: '

describe('a runbook that no request can run', () => {
  it.each([
    ['{ effects: [change, read], actors: [alice], triggers: [push] }', []],
    [
      `${READ}, { effects: [change], runbooks: [r], actions: [act], actors: [alice], triggers: [cli], targets: env=prod }`,
      [],
    ],
    [READ, [`${LINE}no entry of policy.allow has the effect change [policy]`]],
    [
      `${READ}, { effects: [change], actors: [], triggers: [cli] }`,
      [`${LINE}no entry of policy.allow that has the effect change names an actor [policy]`],
    ],
    [
      `${READ}, { effects: [change], actors: [alice], triggers: [] }`,
      [`${LINE}no entry of policy.allow that has the effect change names a trigger [policy]`],
    ],
    [
      `${READ}, { effects: [change], actions: [], actors: [alice], triggers: [cli] }`,
      [`${LINE}no entry of policy.allow that has the effect change is for the action act [policy]`],
    ],
    [
      `${READ}, { effects: [change], actions: [act], runbooks: [s], actors: [alice], triggers: [cli] }, { effects: [change], actions: [look], actors: [alice], triggers: [cli] }`,
      [
        `${LINE}no entry of policy.allow that has the effect change and is for the action act is for the runbook r [policy]`,
      ],
    ],
    [
      `${READ}, { effects: [change], actors: [alice], triggers: [cli], targets: env=dev }`,
      [
        `${LINE}no entry of policy.allow that has the effect change is for a node of the runbook [policy]`,
      ],
    ],
    [
      '',
      [
        'runbooks/r.yaml:5:11: look can never run: no entry of policy.allow has the effect read [policy]',
        `${LINE}no entry of policy.allow has the effect change [policy]`,
      ],
    ],
  ])('is told where and why, once for each action: %s', async (allow, expected) => {
    expect(await lines(allow)).toEqual(expected)
  })

  it('is one whose nodes use a transport that is not listed', async () => {
    const all = '{ effects: [read, change], actors: ["*"], triggers: [cli] }'
    expect(await lines(all, '{ transports: [local, ssm] }')).toEqual([
      'runbooks/r.yaml:3:20: no node that this selects can be reached: they use ssh, which policy.limits.transports does not list [policy]',
    ])
    const anywhere = RUNBOOK.replace('role=web', 'role!=cache')
    expect(await lines(all, '{ transports: [local] }', anywhere)).toEqual([])
  })
})
