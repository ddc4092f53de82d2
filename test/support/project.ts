/** Temporary projects: rune.yaml, inventory, runbooks and plugin modules, in a git repository where a test wants one. */
import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { stringify } from 'yaml'
import type {
  Inventory,
  InventoryNode,
  PluginModule,
  ProjectFile,
  Runbook,
} from '../../src/protocol/types.gen.ts'
import type { TestSshd } from './sshd.ts'

const LIBRARY = join(import.meta.dirname, '../../plugins/lib/rune_bpcs.sh')

export interface ModuleInit {
  /** module.yaml: `module`, `version` and `description` are filled in where they are missing. Text is written as it is. */
  readonly manifest: Partial<PluginModule> | string
  /** The module's other files by path inside its folder: scripts. */
  readonly files?: Readonly<Record<string, string>>
}

export interface ProjectInit {
  readonly nodes: Readonly<Record<string, InventoryNode>>
  readonly defaults?: Inventory['defaults']
  /** By name; `name` and `description` are filled in where they are missing. Text is written as it is. */
  readonly runbooks?: Readonly<Record<string, Partial<Runbook> | string>>
  readonly modules?: Readonly<Record<string, ModuleInit>>
  /** Default: everybody may do everything over ssh and locally, also what is not committed. Text is all of rune.yaml. */
  readonly policy?: ProjectFile['policy'] | string
  /** Whether the files are committed. Default false: the folder is no git repository. */
  readonly git?: boolean
}

export interface TestProject {
  readonly path: string
  /** The full id of the last commit, where there is one. */
  readonly commit?: string
  /** Writes a file below the project. */
  write(path: string, text: string): Promise<void>
  /** Commits everything as it is now and returns the commit's id. */
  commitAll(): Promise<string>
  cleanup(): Promise<void>
}

const EVERYTHING: ProjectFile['policy'] = {
  allow: [
    {
      effects: ['read', 'change', 'destructive'],
      actors: ['*'],
      triggers: ['cli', 'workflow_dispatch', 'repository_dispatch'],
    },
  ],
  approvals: { read: 0, change: 0, destructive: 0, 'policy-change': 0 },
  limits: { transports: ['ssh', 'local'], unversioned: ['read', 'change', 'destructive'] },
}

/** Writes a project into a new temporary folder. */
export async function makeProject(init: ProjectInit): Promise<TestProject> {
  const path = await mkdtemp(join(tmpdir(), 'rune-project-'))
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(join(path, file)), { recursive: true })
    await writeFile(join(path, file), text, { mode: file.endsWith('.sh') ? 0o755 : 0o644 })
  }
  for (const [file, text] of Object.entries(texts(init))) await write(file, text)
  await mkdir(join(path, 'plugins/lib'), { recursive: true })
  await copyFile(LIBRARY, join(path, 'plugins/lib/rune_bpcs.sh'))

  if (init.git) await git(path, 'init', '--quiet', '--initial-branch=main')
  const commitAll = async (): Promise<string> => {
    await git(path, 'add', '--all')
    await git(path, 'commit', '--quiet', '--allow-empty', '--message=test')
    return git(path, 'rev-parse', 'HEAD')
  }
  return {
    path,
    ...(init.git ? { commit: await commitAll() } : {}),
    write,
    commitAll,
    cleanup: () => rm(path, { recursive: true, force: true }),
  }
}

/** An inventory entry that reaches a test's sshd at its first address, or at the one given. */
export function sshdNode(
  sshd: TestSshd,
  more: Pick<InventoryNode, 'address' | 'labels'> = {},
): InventoryNode {
  return {
    address: more.address ?? sshd.address,
    ...(more.labels === undefined ? {} : { labels: more.labels }),
    transport: 'ssh',
    ssh: {
      user: sshd.user,
      port: sshd.port,
      'host-key': sshd.hostKey,
      'identity-file': sshd.identityFile,
    },
  }
}

/** One inventory entry per address of the server: prefix-1, prefix-2 ... in the order of the addresses. */
export function sshdNodes(
  sshd: TestSshd,
  prefix = 'node',
  labels?: Readonly<Record<string, string>>,
): Record<string, InventoryNode> {
  return Object.fromEntries(
    sshd.addresses.map((address, i) => [
      `${prefix}-${i + 1}`,
      sshdNode(sshd, { address, ...(labels === undefined ? {} : { labels: { ...labels } }) }),
    ]),
  )
}

function texts(init: ProjectInit): Record<string, string> {
  const files: Record<string, string> = {}
  const { policy = EVERYTHING } = init
  files['rune.yaml'] = typeof policy === 'string' ? policy : yaml({ version: 1, policy })
  files['inventory.yaml'] = yaml({
    ...(init.defaults === undefined ? {} : { defaults: init.defaults }),
    nodes: init.nodes,
  })
  for (const [name, runbook] of Object.entries(init.runbooks ?? {})) {
    files[`runbooks/${name}.yaml`] =
      typeof runbook === 'string'
        ? runbook
        : yaml({ name, description: `Test runbook ${name}`, ...runbook })
  }
  for (const [module, { manifest, files: scripts = {} }] of Object.entries(init.modules ?? {})) {
    files[`plugins/${module}/module.yaml`] =
      typeof manifest === 'string'
        ? manifest
        : yaml({ module, version: '1.0.0', description: `Test module ${module}`, ...manifest })
    for (const [path, text] of Object.entries(scripts)) files[`plugins/${module}/${path}`] = text
  }
  return files
}

// Project files may not hold anchors and aliases, which this library makes of values that occur twice.
const yaml = (value: unknown): string => stringify(value, { aliasDuplicateObjects: false })

/** Identity and dates are fixed, so that the same files give the same commit everywhere. */
const GIT_ENV = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
}

async function git(cwd: string, ...args: string[]): Promise<string> {
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', ...GIT_ENV }
  const { stdout } = await promisify(execFile)('git', args, { cwd, env })
  return stdout.trim()
}
