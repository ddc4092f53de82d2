import { describe, expect, it } from 'vitest'
import { type Change, type Changes, changesOf } from '../../src/lom/changes.ts'
import { loadProject } from '../../src/lom/project.ts'
import { memoryContent } from './content.ts'

const FILES = {
  'rune.yaml': `
version: 1
policy:
  allow:
    - { effects: [read], actors: ["*"], triggers: [cli] }
    - { effects: [change], runbooks: [restart], actors: [alice], triggers: [cli], targets: env=prod }
  limits: { max-targets: 3, transports: [ssh] }
`,
  'inventory.yaml': `
defaults: { transport: ssh, ssh: { user: rune } }
nodes:
  web-1: { address: 10.0.0.1, labels: { role: web } }
  web-2: { address: 10.0.0.2, labels: { role: web } }
  db-1: { address: 10.0.0.4, labels: { role: db } }
`,
  'plugins/ops/module.yaml': `
module: ops
version: 1.0.0
description: d
actions:
  look: { description: d, run: a.sh, effect: read }
  restart: { description: d, run: a.sh, effect: change, requires: [systemctl] }
`,
  'plugins/ops/a.sh': 'echo',
  'plugins/other/module.yaml':
    'module: other\nversion: 1.0.0\ndescription: d\nactions:\n  idle: { description: d, run: a.sh, effect: read }\n',
  'plugins/other/a.sh': 'echo',
  'runbooks/look.yaml':
    'name: look\ndescription: d\ntargets: { select: role=web, max: 2 }\nsteps:\n  - { uses: look }\n',
  'runbooks/idle.yaml':
    'name: idle\ndescription: d\ntargets: { select: role=db }\nsteps:\n  - { uses: idle }\n',
} as const

type Files = Readonly<Record<string, string>>

async function compare(after: (files: Files) => Files, before: Files = FILES): Promise<Changes> {
  const [was, is] = [before, after(before)].map((files) => loadProject(memoryContent(files)))
  return changesOf(await (was as NonNullable<typeof was>), await (is as NonNullable<typeof is>))
}

const edit =
  (path: keyof typeof FILES, from: string, to: string) =>
  (files: Files): Files => {
    expect(files[path]).toContain(from)
    return { ...files, [path]: (files[path] ?? '').replace(from, to) }
  }

/** One line a difference; an exclamation mark for one that raises. */
const lines = ({ changes }: { readonly changes: readonly Change[] }): string[] =>
  changes.flatMap(({ area, name, kind, differences }) =>
    differences.length === 0
      ? [`${area} ${name} ${kind}`]
      : differences.map(
          ({ what, before, after, raised }) =>
            `${raised ? '!' : ''}${area} ${name} ${kind}: ${what}: ${before ?? ''} > ${after ?? ''}`,
        ),
  )

describe('what a change does', () => {
  it('is nothing where nothing changed', async () => {
    expect(await compare((files) => ({ ...files }))).toEqual({ changes: [], runbooks: [] })
  })

  it('tells targets, steps, inputs and effect of a runbook', async () => {
    const changed = await compare((files) => ({
      ...files,
      'runbooks/look.yaml': `
name: look
description: d
inputs: { deep: { type: boolean } }
targets: { select: role!=web }
steps:
  - { id: again, uses: restart, timeout: 5s }
`,
    }))
    expect(lines(changed)).toEqual([
      '!runbook look changed: effect: read > change',
      'runbook look changed: targets: role=web > role!=web',
      '!runbook look changed: nodes gained:  > db-1',
      'runbook look changed: nodes lost: 2: web-1, web-2 > ',
      '!runbook look changed: targets max: 2 > ',
      '!runbook look changed: step again:  > {"timeout":"5s","uses":"restart"}',
      'runbook look changed: step look: {"uses":"look"} > ',
      'runbook look changed: input deep:  > {"type":"boolean"}',
    ])
    expect(changed.runbooks).toEqual(['look'])
  })

  it('tells checks, undo, evidence and batches, and counts their actions', async () => {
    const read = (rollout: string, verify: string, undo: string, rest = '') => `
name: look
description: d
targets: { select: role=web, max: 2 }
rollout: ${rollout}
verify:
  - { id: well, uses: ${verify} }
  - { id: also, uses: look }
steps:
  - { id: do, uses: restart${undo} }
${rest}`
    const before = {
      ...FILES,
      'runbooks/look.yaml': read('{ batches: [1], max-failures: 10% }', 'look', ''),
    }
    const changed = await compare(
      (files) => ({
        ...files,
        'runbooks/look.yaml': read(
          '{ batches: [1, 50%], max-failures: 20% }',
          'idle',
          ', undo: { uses: restart }',
          'evidence:\n  - uses: look\n',
        ),
      }),
      before,
    )
    expect(lines(changed)).toEqual([
      'runbook look changed: batches: [1] > [1,"50%"]',
      '!runbook look changed: max failures: 10% > 20%',
      'runbook look changed: verify well: {"uses":"look"} > {"uses":"idle"}',
      '!runbook look changed: step do: {"uses":"restart"} > {"undo":{"uses":"restart"},"uses":"restart"}',
      'runbook look changed: evidence look:  > {"uses":"look"}',
    ])
    const rooted = await compare(
      edit('plugins/other/module.yaml', 'effect: read', 'effect: read, become: true'),
      { ...before, 'runbooks/look.yaml': read('{ max-failures: 1 }', 'idle', '') },
    )
    expect(lines(rooted)).toContain('runbook look affected: uses actions that changed:  > idle')
    const fewer = await compare(
      (files) => ({
        ...files,
        'runbooks/look.yaml': read('{ max-failures: 1 }', 'look', '').replace(
          / {2}- \{ id: also.*\n/,
          '',
        ),
      }),
      { ...before, 'runbooks/look.yaml': read('{ max-failures: 50% }', 'look', '') },
    )
    expect(lines(fewer)).toEqual([
      '!runbook look changed: max failures: 50% > 1',
      'runbook look changed: verify also: {"uses":"look"} > ',
    ])
  })

  it('tells comments from meaning, and new from gone', async () => {
    const comment = await compare(edit('runbooks/look.yaml', 'name:', '# more\nname:'))
    expect(comment).toEqual({
      changes: [{ area: 'runbook', name: 'look', kind: 'changed', differences: [] }],
      runbooks: ['look'],
    })
    const { 'runbooks/look.yaml': look, ...rest } = FILES
    const moved = await compare(() => ({ ...rest, 'runbooks/again.yaml': look }))
    expect(moved.changes.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'again unreadable',
      'look removed',
    ])
    const renamed = await compare(() => ({
      ...rest,
      'runbooks/again.yaml': look.replace('name: look', 'name: again'),
    }))
    expect(lines(renamed)).toContain('!runbook again added: nodes gained:  > 2: web-1, web-2')
    expect(lines(renamed).filter((one) => one.startsWith('!runbook look'))).toEqual([])
    expect(renamed.runbooks).toEqual(['again'])
  })

  it('tells what an action may do that it could not, and which runbooks use it', async () => {
    const raised = await compare(
      edit(
        'plugins/ops/module.yaml',
        'run: a.sh, effect: read',
        'run: a.sh, effect: destructive, become: true, privileges: reads shadow, requires: [jq]',
      ),
    )
    expect(lines(raised)).toEqual([
      '!runbook look affected: effect: read > destructive',
      'runbook look affected: uses actions that changed:  > look',
      'module ops changed',
      '!action look changed: effect: read > destructive',
      '!action look changed: become: false > true',
      '!action look changed: privileges:  > reads shadow',
      'action look changed: requires gained:  > jq',
    ])
    const lowered = await compare(edit('plugins/ops/module.yaml', 'effect: change', 'effect: read'))
    expect(lines(lowered)).toEqual([
      'module ops changed',
      'action restart changed: effect: change > read',
    ])
  })

  it('tells another digest of a script, and leaves alone who does not use it', async () => {
    const changed = await compare((files) => ({ ...files, 'plugins/ops/a.sh': 'rm -rf /' }))
    expect(changed.runbooks).toEqual(['look'])
    expect(lines(changed)).toEqual([
      'runbook look affected: uses actions that changed:  > look',
      expect.stringMatching(/^module ops changed: bundle sha256: [0-9a-f]{64} > [0-9a-f]{64}$/),
    ])
  })

  it('tells nodes that are new, gone, labelled otherwise or lead elsewhere', async () => {
    const changed = await compare((files) => ({
      ...files,
      'inventory.yaml': `
defaults: { transport: ssh, ssh: { user: rune } }
nodes:
  web-1: { address: 10.9.9.9, labels: { role: web } }
  web-3: { address: 10.0.0.3, labels: { role: web } }
  db-1: { address: 10.0.0.4, labels: { role: web } }
`,
    }))
    expect(lines(changed)).toEqual([
      'runbook idle affected: nodes lost: db-1 > ',
      '!runbook look affected: nodes gained:  > 2: db-1, web-3',
      'runbook look affected: nodes lost: web-2 > ',
      'node db-1 changed: labels gained:  > role=web',
      'node db-1 changed: labels lost: role=db > ',
      '!node web-1 changed: address: 10.0.0.1 > 10.9.9.9',
      'node web-2 removed: transport: ssh > ',
      'node web-2 removed: address: 10.0.0.2 > ',
      'node web-2 removed: port: 22 > ',
      'node web-2 removed: user: rune > ',
      'node web-2 removed: labels lost: role=web > ',
      'node web-3 added: transport:  > ssh',
      'node web-3 added: address:  > 10.0.0.3',
      'node web-3 added: port:  > 22',
      'node web-3 added: user:  > rune',
      'node web-3 added: labels gained:  > role=web',
    ])
  })

  it('tells which groups and variables a node has gained and lost', async () => {
    const changed = await compare((files) => ({
      ...files,
      'inventory.yaml': (files['inventory.yaml'] ?? '').replace(
        'nodes:',
        'groups: { web: { select: role=web, vars: { port: 80 } } }\nnodes:',
      ),
    }))
    expect(lines(changed)).toEqual([
      'node web-1 changed: groups gained:  > web',
      'node web-1 changed: vars gained:  > port=80',
      'node web-2 changed: groups gained:  > web',
      'node web-2 changed: vars gained:  > port=80',
    ])
  })

  it('tells what each entry of the policy gained and lost', async () => {
    const changed = await compare((files) => ({
      ...files,
      'rune.yaml': `
version: 1
policy:
  allow:
    - { effects: [change, destructive], actors: [bob], triggers: [cli] }
    - { effects: [read], actors: ["*"], triggers: [cli] }
    - { effects: [read], actors: [eve], triggers: [push] }
  limits: { max-targets: 9, transports: [ssh, local], proxy-commands: true, unversioned: [] }
`,
    }))
    expect(lines(changed)).toEqual([
      '!policy rune.yaml changed: allow entry 1 (was 2): effects gained:  > destructive',
      '!policy rune.yaml changed: allow entry 1 (was 2): runbooks: ["restart"] > any',
      '!policy rune.yaml changed: allow entry 1 (was 2): actors gained:  > bob',
      'policy rune.yaml changed: allow entry 1 (was 2): actors lost: alice > ',
      '!policy rune.yaml changed: allow entry 1 (was 2): targets: env=prod > any',
      '!policy rune.yaml changed: allow entry 3 added:  > {"actors":["eve"],"effects":["read"],"triggers":["push"]}',
      '!policy rune.yaml changed: limit max-targets: 3 > 9',
      '!policy rune.yaml changed: limit transports gained:  > local',
      '!policy rune.yaml changed: limit proxy-commands: false > true',
      'policy rune.yaml changed: limit unversioned lost: read > ',
    ])
  })

  it('tells what a change does to times, emergencies and limits of requests', async () => {
    const more = (text: string) => (files: Files) => ({
      ...files,
      'rune.yaml': `${files['rune.yaml']}${text}`.replace(
        'limits: { ',
        'limits: { request-age: 15m, concurrency: 5, refs: [main], ',
      ),
    })
    const window = '{ effects: [change], zone: UTC, from: "09:00", to: "16:00" }'
    const freeze = '{ from: "2026-12-20T00:00:00Z", to: "2027-01-02T00:00:00Z", effects: [change] }'
    const times = `  windows:\n    - ${window}\n  freezes:\n    - ${freeze}\n  maintenance: { on: true }\n  break-glass: { actors: [alice], relaxes: [windows], ticket: "INC-[0-9]+" }\n`
    const tightened = lines(await compare(more(times)))
    expect(tightened.map((line) => line.slice(0, 60))).toEqual([
      'policy rune.yaml changed: window added:  > {"effects":["chan',
      'policy rune.yaml changed: freeze added:  > {"effects":["chan',
      'policy rune.yaml changed: maintenance: off > on',
      '!policy rune.yaml changed: break-glass actors gained:  > ali',
      '!policy rune.yaml changed: break-glass relaxes gained:  > wi',
      'policy rune.yaml changed: break-glass ticket:  > INC-[0-9]+',
      'policy rune.yaml changed: limit request-age:  > 15m',
      'policy rune.yaml changed: limit concurrency:  > 5',
      '!policy rune.yaml changed: limit refs: default branch > ["ma',
    ])
    const loosened = lines(await compare(() => FILES, more(times)(FILES)))
    expect(
      loosened.filter((line) => line.startsWith('!')).map((line) => line.slice(0, 50)),
    ).toEqual([
      '!policy rune.yaml changed: window removed: {"effec',
      '!policy rune.yaml changed: freeze removed: {"effec',
      '!policy rune.yaml changed: maintenance: on > off',
      '!policy rune.yaml changed: break-glass ticket: INC',
      '!policy rune.yaml changed: limit request-age: 15m ',
      '!policy rune.yaml changed: limit concurrency: 5 > ',
      '!policy rune.yaml changed: limit refs: ["main"] > ',
    ])
  })

  it('is in one order, whatever was read first; what is raised is planned first', async () => {
    const change = (files: Files): Files => ({
      ...edit('plugins/ops/module.yaml', 'effect: read', 'effect: change')(files),
      'plugins/other/a.sh': 'true',
    })
    const backwards = (files: Files): Files => Object.fromEntries(Object.entries(files).reverse())
    const found = await compare(change)
    expect(found.runbooks).toEqual(['look', 'idle'])
    expect(await compare((files) => backwards(change(files)), FILES)).toEqual(found)
  })

  it('does not take what cannot be read for what is gone', async () => {
    const broken = (files: Files): Files =>
      Object.fromEntries(Object.entries(files).map(([path]) => [path, '{']))
    expect((await compare(broken)).changes).toEqual([
      { area: 'policy', name: 'rune.yaml', kind: 'unreadable', differences: [] },
      { area: 'runbook', name: 'idle', kind: 'unreadable', differences: [] },
      { area: 'runbook', name: 'look', kind: 'unreadable', differences: [] },
      { area: 'module', name: 'ops', kind: 'unreadable', differences: [] },
      { area: 'module', name: 'other', kind: 'unreadable', differences: [] },
      { area: 'node', name: 'inventory.yaml', kind: 'unreadable', differences: [] },
    ])
    const repaired = await compare(() => FILES, broken(FILES))
    expect(repaired.changes.filter(({ kind }) => kind === 'unreadable')).toEqual([])
    expect(lines(repaired)).toContain('runbook look changed: file: has problems > can be read')
    expect(repaired.changes.filter(({ kind }) => kind === 'added')).toEqual([])
    // A base without nodes says nothing about which of them are new to a runbook.
    expect(lines(await compare(() => FILES, { ...FILES, 'inventory.yaml': '{' }))).not.toContain(
      '!runbook look affected: nodes gained:  > 2: web-1, web-2',
    )
  })

  it('names what a module requires anew, and what that does to it', async () => {
    const version = 'version: 1.0.0\ndescription: d\nactions:\n  idle'
    const requiring = (range: string) =>
      edit(
        'plugins/other/module.yaml',
        version,
        `version: 1.0.0\ndependencies: [ { module: ops, version: ${range} } ]\ndescription: d\nactions:\n  idle`,
      )
    const fits = lines(await compare(requiring('^1.0.0')))
    expect(fits).toContain('module other changed: dependency ops:  > ^1.0.0')
    expect(fits.join('\n')).not.toContain('state')
    const fails = lines(await compare(requiring('^2.0.0')))
    expect(fails).toContain('module other changed: dependency ops:  > ^2.0.0')
    expect(fails).toContain('module other changed: state:  > unavailable')
    expect(fails).toContain('runbook idle unreadable')
  })
})
