/** Every way in, under a policy that allows nothing: each is refused, and no node hears of it. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type JobInit, makeJob } from '../action/job.ts'
import { rune } from '../support/cli.ts'
import { makeProject, type TestProject } from '../support/project.ts'
import { type SshKeyFolder, sshKeyFolder } from '../support/ssh-keys.ts'

const NOTHING = 'version: 1\npolicy:\n  allow: []\n  limits: { transports: [] }\n'
const EVERYTHING =
  'version: 1\npolicy:\n  allow:\n    - { effects: [read, change], actors: ["*"], triggers: [cli, workflow_dispatch, repository_dispatch] }\n  approvals: { change: 0, policy-change: 0 }\n  limits: { transports: [ssh], unversioned: [read, change] }\n'
const HOST_KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPR6ZMJ0Ncq6RxXkXbb2DOu6AItMvdLJGsD0mCBTRVS1'

/** Arguments behind the verb, and what it has to give: 3 is refused by the policy. */
const DOORS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  plan: [['touch'], ['touch', '--break-glass', '--reason', 'all is down', '--ticket', 'INC-1']],
  run: [
    ['touch'],
    ['touch', '--again', '--correlation-id', 'ID'],
    ['touch', '--dry-run'],
    ['touch', '--break-glass', '--reason', 'all is down', '--ticket', 'INC-1'],
    ['touch', '--plan', 'PLAN'],
  ],
  exec: [['touch', '--node', 'web-1']],
  collect: [
    ['--key', 'ID', '--plan', 'PLAN'],
    ['--key', 'ID', '--plan', 'PLAN', '--stop'],
  ],
  test: [['--record', 'touch', '--node', 'web-1', '--case', 'first']],
  trust: [['web-1'], ['web-1', '--write']],
}

/** They read and write files of this machine: no node has to do with them. */
const NO_DOORS = [
  'validate',
  'list',
  'show',
  'report',
  'gate',
  'new',
  'explain',
  'help',
  'audit',
  'import',
]

describe('a policy that allows nothing', () => {
  let project: TestProject
  let folder: string
  let keys: SshKeyFolder
  let keyFile: string
  let privateKey: string
  let listener: Server
  let connections = 0
  beforeAll(async () => {
    keys = sshKeyFolder()
    ;({ file: keyFile, privateKey } = keys.make('ed25519'))
    folder = mkdtempSync(join(tmpdir(), 'rune-doors-'))
    listener = createServer((socket) => {
      connections += 1
      socket.on('error', () => undefined)
      socket.end()
    }).listen(0, '127.0.0.1')
    await once(listener, 'listening')
    const { port } = listener.address() as AddressInfo
    project = await makeProject({
      policy: EVERYTHING,
      nodes: {
        'web-1': {
          address: '127.0.0.1',
          labels: { role: 'web' },
          ssh: { user: 'rune', port, 'host-key': HOST_KEY },
        },
      },
      modules: {
        work: {
          manifest: {
            actions: { touch: { description: 'd', run: 'touch.sh', effect: 'change' } },
          },
          files: { 'touch.sh': 'true\n' },
        },
      },
      runbooks: { touch: { targets: { select: 'role=web', max: 1 }, steps: [{ uses: 'touch' }] } },
    })
    const planned = await rune(['plan', 'touch', '--json', '--root', project.path])
    expect(planned.status, planned.stdout).toBe(0)
    const { plan } = JSON.parse(planned.stdout) as { plan: unknown }
    writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan))
  })
  beforeEach(() => {
    connections = 0
  })
  afterAll(async () => {
    await project.cleanup()
    rmSync(folder, { recursive: true, force: true })
    rmSync(keys.path, { recursive: true, force: true })
    listener.close()
  })

  const start = (verb: string, args: readonly string[]) => {
    const own = args.map((arg) =>
      arg === 'ID' ? randomUUID() : arg === 'PLAN' ? join(folder, 'plan.json') : arg,
    )
    const out = ['run', 'exec', 'collect'].includes(verb)
      ? ['--out', join(folder, randomUUID())]
      : []
    const key = verb === 'plan' ? [] : ['--ssh-key', keyFile]
    return rune([verb, ...own, ...out, ...key, '--root', project.path])
  }

  it('meets every verb of the command line', async () => {
    const { stdout } = await rune(['--help'])
    const verbs = [...stdout.matchAll(/^ {2}([a-z]+)(?: |$)/gm)].map(([, verb]) => verb ?? '')
    expect(verbs.sort()).toEqual([...Object.keys(DOORS), ...NO_DOORS].sort())
  })

  it.each(['run', 'exec', 'collect', 'trust'])(
    'is what stands in the way: without it rune %s connects',
    async (verb) => {
      await project.write('rune.yaml', EVERYTHING)
      await start(verb, DOORS[verb]?.[0] ?? [])
      expect(connections).toBeGreaterThan(0)
    },
  )

  it.each(
    Object.entries(DOORS).flatMap(([verb, ways]) => ways.map((args) => [verb, args] as const)),
  )('refuses rune %s %j', async (verb, args) => {
    for (const policy of [NOTHING, 'version: 1\npolicy: {']) {
      await project.write('rune.yaml', policy)
      const { status, stdout, stderr } = await start(verb, args)
      const said = stdout + stderr
      expect({ status, connections }, said).toEqual({
        status: verb === 'trust' ? 1 : 3,
        connections: 0,
      })
      expect(said).toContain('rune.yaml')
    }
  })

  const payload = { action: 'rune', client_payload: { rune: { version: 1, runbook: 'touch' } } }
  const event = { name: 'repository_dispatch', payload }
  const ways: readonly (readonly [string, Omit<JobInit, 'workspace'>])[] = [
    ['plan', { inputs: { command: 'plan', runbook: 'touch' } }],
    ['run', { inputs: { runbook: 'touch' } }],
    ['a re-run', { inputs: { runbook: 'touch' }, env: { GITHUB_RUN_ATTEMPT: '2' } }],
    [
      'break glass',
      {
        inputs: {
          runbook: 'touch',
          'break-glass': 'true',
          reason: 'all is down',
          ticket: 'INC-1',
        },
      },
    ],
    ['a dispatch', { event, inputs: {} }],
  ]
  it.each(ways)('refuses the action: %s', async (_title, init) => {
    await project.write('rune.yaml', NOTHING)
    const job = await makeJob({
      workspace: project.path,
      ...init,
      inputs: { 'ssh-private-key': privateKey, 'upload-artifact': 'false', ...init.inputs },
    })
    const main = await job.run('main')
    const post = await job.run('post')
    await job.cleanup()
    expect(main, main.stdout).toMatchObject({ exit: 3, outputs: { status: 'refused' } })
    expect(post).toMatchObject({ exit: 0 })
    expect(connections).toBe(0)
  })

  it('refuses break glass that a dispatch payload may have brought', async () => {
    await project.write('rune.yaml', EVERYTHING)
    const job = await makeJob({
      workspace: project.path,
      event,
      inputs: { 'ssh-private-key': privateKey, 'upload-artifact': 'false', 'break-glass': 'true' },
    })
    const main = await job.run('main')
    await job.cleanup()
    expect(main).toMatchObject({ exit: 1, outputs: { status: 'invalid' } })
    expect(main.stdout).toContain('a repository_dispatch cannot break glass')
    expect(connections).toBe(0)
  })
})
