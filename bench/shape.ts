/** One shape of work (nodes x steps): the project that RUNE runs, and the same plugin lying on the nodes for its peers. */
import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeProject, sshdNode, type TestProject } from '../test/support/project.ts'
import type { BenchNode } from './nodes.ts'

const PLUGIN = join(import.meta.dirname, 'plugin.sh')
const LIBRARY = join(import.meta.dirname, '../plugins/lib/rune_bpcs.sh')

export const RUNBOOK = 'bench'

export interface Size {
  readonly nodes: number
  readonly steps: number
}

export interface Shape extends Size {
  readonly project: TestProject
  readonly members: readonly BenchNode[]
  /** A file with a line `address port` for each node. */
  readonly nodesFile: string
  readonly knownHosts: string
  /** What a peer runs on a node. */
  readonly command: string
  /** Made for this shape, readable by every account: the nodes log in as another one. */
  readonly folder: string
}

const ROLE = 'bench'

const PARAMETERS = {
  label: 'web frontend',
  source: '/proc/loadavg',
  load_limit: 8,
  uptime_limit: 3600,
  note: 'as measured',
}

/** Makes the project, committed, and the peers' files below `folder`. */
export async function makeShape(
  size: Size,
  nodes: readonly BenchNode[],
  folder: string,
): Promise<Shape> {
  const members = nodes.slice(0, size.nodes)
  await mkdir(folder)
  await chmod(folder, 0o755)
  const plugin = join(folder, 'plugin.sh')
  const library = join(folder, 'rune_bpcs.sh')
  await copyFile(PLUGIN, plugin)
  await copyFile(LIBRARY, library)
  const lines = (of: (node: BenchNode) => string): string =>
    members.map((node) => `${of(node)}\n`).join('')
  const nodesFile = join(folder, 'nodes')
  await writeFile(
    nodesFile,
    lines(({ address, server }) => `${address} ${server.port}`),
  )
  const knownHosts = join(folder, 'known_hosts')
  await writeFile(
    knownHosts,
    lines(({ address, server }) => `[${address}]:${server.port} ${server.hostKey}`),
  )
  return {
    ...size,
    project: await projectOf(size, members),
    members,
    nodesFile,
    knownHosts,
    command: `RUNE_LIB=${library} bash ${plugin}`,
    folder,
  }
}

async function projectOf({ steps }: Size, members: readonly BenchNode[]): Promise<TestProject> {
  return makeProject({
    git: true,
    nodes: Object.fromEntries(
      members.map(({ name, address, server }) => [
        name,
        sshdNode(server, { address, labels: { role: ROLE } }),
      ]),
    ),
    runbooks: {
      [RUNBOOK]: {
        targets: { select: `role=${ROLE}` },
        steps: Array.from({ length: steps }, (_, i) => ({
          id: `step-${i + 1}`,
          uses: 'sample',
          with: PARAMETERS,
        })),
      },
    },
    modules: {
      bench: {
        manifest: {
          actions: {
            sample: {
              description: 'Read the load and the uptime',
              run: 'plugin.sh',
              effect: 'read',
              idempotent: true,
              timeout: '60s',
              requires: ['bash'],
              privileges: 'none',
              input: {
                label: { type: 'string', maxLength: 64, required: true },
                source: { type: 'string', maxLength: 64, required: true },
                load_limit: { type: 'number', minimum: 0 },
                uptime_limit: { type: 'integer', minimum: 0 },
                note: { type: 'string', maxLength: 64 },
              },
              output: {
                message: { type: 'string', maxLength: 64, required: true },
                label: { type: 'string', maxLength: 64, required: true },
                load: { type: 'number', minimum: 0, required: true },
                tasks: { type: 'integer', minimum: 0, required: true },
                uptime_seconds: { type: 'integer', minimum: 0, required: true },
                limits: { type: 'string', maxLength: 256, required: true },
              },
            },
          },
        },
        files: { 'plugin.sh': await readFile(PLUGIN, 'utf8') },
      },
    },
  })
}
