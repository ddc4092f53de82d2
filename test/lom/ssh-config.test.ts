import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/document/diagnostic.ts'
import { judgeDraft } from '../../src/lom/judge.ts'
import { draftPlan } from '../../src/lom/plan.ts'
import { loadProject, type Project } from '../../src/lom/project.ts'
import { sha256 } from '../../src/protocol/envelope.ts'
import { memoryContent } from './content.ts'

const load = (
  inventory: string,
  config: string | undefined = undefined,
  policy = '',
): Promise<Project> =>
  loadProject(
    memoryContent({
      'rune.yaml': `version: 1
policy:
  allow: [ { effects: [read], actors: ["*"], triggers: [cli] } ]
  limits: { transports: [openssh]${policy} }
`,
      'inventory.yaml': inventory,
      'plugins/lib/rune_bpcs.sh': 'lib',
      'plugins/ops/module.yaml':
        'module: ops\nversion: 1.0.0\ndescription: d\nactions: { look: { description: d, run: a.sh, effect: read } }\n',
      'plugins/ops/a.sh': 'echo',
      ...(config === undefined ? {} : { ssh_config: config }),
    }),
  )

const NODE = 'transport: openssh, ssh: { user: rune'
const lines = ({ inventoryProblems }: Project): string[] => inventoryProblems.map(formatProblem)

describe('the ssh_config of a project', () => {
  it('tunes the connections of the nodes that name it', async () => {
    const text =
      '# tuning\nHost 10.*\n  Ciphers = aes256-gcm@openssh.com\n\tkexalgorithms curve25519-sha256\r\n\n'
    const project = await load(`nodes: { a: { ${NODE}, config: ssh_config } } }`, text)
    expect(lines(project)).toEqual([])
    expect(project.inventory.nodes.get('a')?.sshConfig).toEqual({ text, sha256: sha256(text) })
  })

  it.each([
    ['HostName 192.0.2.1', /HostName may not stand here; expected Host or a keyword/],
    ['  user root', /user may not stand here/],
    ['Match exec "id"', /Match may not stand here/],
    ['Include /etc/ssh/ssh_config', /Include may not stand here/],
    ['ProxyCommand id', /a proxy is its ssh\.proxy-command/],
    ['LocalCommand id', /LocalCommand/],
    ['KnownHostsCommand id', /KnownHostsCommand/],
    ['UserKnownHostsFile /dev/null', /UserKnownHostsFile/],
    ['StrictHostKeyChecking no', /StrictHostKeyChecking/],
    ['"HostName" 192.0.2.1', /expected a keyword and its value/],
    ['= HostName 192.0.2.1', /expected a keyword and its value/],
    ['Host', /expected a keyword and its value/],
    ['Ciphers ä', /printable ASCII/],
    ['Ciphers a\x0bHostName b', /printable ASCII/],
  ])('may not say %j', async (line, message) => {
    const project = await load(
      `nodes: { a: { ${NODE}, config: ssh_config } } }`,
      `Host *\n${line}\n`,
    )
    const [found, ...others] = lines(project)
    expect(others).toEqual([])
    expect(found).toMatch(/^ssh_config:2:\d+: /)
    expect(found).toMatch(message)
  })

  it('has to be there, and to be small', async () => {
    const inventory = `nodes: { a: { ${NODE}, config: ssh_config } } }`
    expect(lines(await load(inventory))[0]).toMatch(
      /^inventory.yaml:1:.*there is no file ssh_config/,
    )
    expect(lines(await load(inventory, '#'.repeat(70_000)))[0]).toMatch(/more than 64 KiB/)
  })
})

describe("what only the system's ssh can do", () => {
  it.each([
    [
      'ssh: { user: rune, config: ssh_config }',
      /takes transport: openssh, and its transport is ssh/,
    ],
    [
      'ssh: { user: rune, proxy-command: nc %h %p }',
      /ssh.proxy-command of a takes transport: openssh/,
    ],
    ['ssh: { user: rune, gssapi: true }', /ssh.gssapi of a takes transport: openssh/],
    [
      `${NODE}, proxy-command: nc %h %p, jump: b }`,
      /a has ssh.jump and ssh.proxy-command; expected one/,
    ],
    [`${NODE}, gssapi: true, agent: true }`, /ssh.gssapi beside a key or an agent/],
  ])('is refused with %s', async (node, message) => {
    const b = 'b: { transport: openssh, ssh: { user: rune } }'
    const project = await load(`nodes: { a: { ${node} }, ${b} }`, 'Ciphers a\n')
    expect(lines(project).join('\n')).toMatch(message)
  })

  it('is shown in the plan, and a command of the runner needs the policy', async () => {
    const inventory = `nodes:
  a: { ${NODE}, config: ssh_config, jump: b } }
  b: { ${NODE}, proxy-command: "nc -X connect %h %p" } }
`
    const request = {
      action: 'look',
      params: {},
      nodes: ['a'],
      dry_run: false,
      trigger: 'cli' as const,
      actor: 'alice',
      correlation_id: 'c',
      received_at: '2026-01-01T00:00:00.000Z',
    }
    const judged = async (policy?: string) => {
      const project = await load(inventory, 'Ciphers a\n', policy)
      const drafted = draftPlan(request, project)
      if (drafted.kind === 'invalid') throw new Error(drafted.problems.map(formatProblem).join())
      return judgeDraft(drafted.draft, {
        request,
        project,
        circumstances: { now: request.received_at },
      })
    }
    const allowed = await judged(', proxy-commands: true')
    expect(allowed).toMatchObject({
      kind: 'plan',
      plan: {
        nodes: [
          {
            name: 'a',
            jump: ['b'],
            proxy_command: 'nc -X connect %h %p',
            ssh_config_sha256: sha256('Ciphers a\n'),
          },
        ],
      },
    })
    const denied = await judged()
    expect(denied.kind === 'refused' && denied.problems.map(({ message }) => message)).toEqual([
      'policy.limits.proxy-commands is not true, but a is reached through a command of this machine: nc -X connect %h %p',
    ])
  })
})
