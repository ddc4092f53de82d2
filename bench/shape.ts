/** One shape of work (nodes x steps): the project that RUNE runs, and the same plugin lying on the nodes for its peers. */
import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sshdNode, type TestProject } from '../test/support/project.ts'
import type { BenchNode } from './nodes.ts'
import { benchProject } from './project.ts'

export const PLUGIN = join(import.meta.dirname, 'plugin.sh')
const LIBRARY = join(import.meta.dirname, '../plugins/lib/rune_bpcs.sh')

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
    project: await benchProject(
      Object.fromEntries(
        members.map(({ name, address, server }) => [name, sshdNode(server, { address })]),
      ),
      { steps: size.steps, plugin: await readFile(PLUGIN, 'utf8') },
    ),
    members,
    nodesFile,
    knownHosts,
    command: `RUNE_LIB=${library} bash ${plugin}`,
    folder,
  }
}
