import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changesOf } from '../../src/lom/changes.ts'
import type { InventoryNode } from '../../src/lom/inventory.ts'
import { jumpsTo } from '../../src/lom/jumps.ts'
import { type Given, loadProject, type Project } from '../../src/lom/project.ts'
import { memoryContent } from './content.ts'

const CORPUS = join(import.meta.dirname, '../corpus/inventory')
const KNOWN_HOSTS = readFileSync(join(CORPUS, 'known_hosts'), 'utf8')
const [K1 = '', K2 = '', , K3 = ''] = KNOWN_HOSTS.split('\n')
  .slice(1)
  .map((line) => line.split(' ').slice(-2).join(' '))

const load = (inventory: string, known = KNOWN_HOSTS, given?: Given): Promise<Project> =>
  loadProject(
    memoryContent({
      'rune.yaml': 'version: 1\n',
      'inventory.yaml': inventory,
      known_hosts: known,
    }),
    given,
  )

async function nodeOf(inventory: string, known?: string, given?: Given): Promise<InventoryNode> {
  const project = await load(inventory, known, given)
  expect(project.inventoryProblems).toEqual([])
  const node = project.inventory.nodes.get('a')
  if (node === undefined) throw new Error('no node a')
  return node
}

const keys = ({ hostKeys = [] }: InventoryNode): string[] => hostKeys.map(({ text }) => text)
const A = 'ssh: { user: rune'

describe('the host keys of a node', () => {
  it('come from the known_hosts file, by address and port', async () => {
    expect(
      keys(await nodeOf(`nodes: { a: { address: 10.0.0.5, ${A}, known-hosts: known_hosts } } }`)),
    ).toEqual([K2])
    const other = await nodeOf(
      `nodes: { a: { address: 10.0.0.5, ${A}, port: 2200, known-hosts: known_hosts } } }`,
    )
    expect(other).toMatchObject({
      hostKeys: [],
      hostKeyMissing: 'known_hosts has no line for [10.0.0.5]:2200',
    })
  })

  it('are those of host-key where both are there, and the file still revokes', async () => {
    const inventory = `nodes: { a: { ${A}, host-key: "${K1}", known-hosts: known_hosts } } }`
    const node = await nodeOf(inventory, `a ${K2}\n@revoked * ${K3}\n`)
    expect(keys(node)).toEqual([K1])
    expect(node.revokedKeys?.map(({ text }) => text)).toEqual([K3])
  })

  it('come from the ssh-known-hosts input where the inventory says nothing, and only there', async () => {
    const given = { knownHosts: `a ${K3}\n@revoked a ${K2}\n` }
    expect(keys(await nodeOf(`nodes: { a: { ${A} } } }`, undefined, given))).toEqual([K3])
    const pinned = await nodeOf(`nodes: { a: { ${A}, host-key: "${K1}" } } }`, undefined, given)
    expect(keys(pinned)).toEqual([K1])
    expect(pinned.revokedKeys?.map(({ text }) => text)).toEqual([K2])
    const listed = `nodes: { a: { ${A}, known-hosts: known_hosts } } }`
    expect(keys(await nodeOf(listed, '', given))).toEqual([])
  })

  it('are not those of an authority, which only OpenSSH can check', async () => {
    const inventory = `nodes: { a: { address: x.ca.example.com, ${A}, known-hosts: known_hosts } } }`
    const node = await nodeOf(inventory)
    expect(node.hostKeys).toEqual([])
    expect(node.hostAuthorities?.map(({ text }) => text)).toEqual([K3])
    expect(node.hostKeyMissing).toContain('@cert-authority')
    const other = await nodeOf(inventory.replace('ssh:', 'transport: openssh, ssh:'))
    expect(other).not.toHaveProperty('hostKeyMissing')
  })
})

it('refuses the whole inventory when a line of its known_hosts file cannot be read', async () => {
  const inventory = `nodes: { a: { ${A}, known-hosts: known_hosts } } }`
  const { inventoryProblems, inventory: read } = await load(inventory, `a ${K1}\n@revoked a cut\n`)
  expect(inventoryProblems).toMatchObject([{ file: 'known_hosts', line: 2, column: 15 }])
  expect(read.nodes.size).toBe(0)
  const given = await load(`nodes: { a: { ${A} } } }`, '', { knownHosts: 'a b c\n' })
  expect(given.inventoryProblems).toMatchObject([{ file: 'ssh-known-hosts', line: 1, column: 3 }])
})

it('refuses a file with more hidden names than can be tried in a moment', async () => {
  const line = `|1|${'A'.repeat(27)}=|${'A'.repeat(27)}= ${K1}\n`
  const nodes = Array.from({ length: 2_000 }, (_, i) => `  n${i}: {}\n`).join('')
  const inventory = `defaults: { ${A}, known-hosts: known_hosts } }\nnodes:\n${nodes}`
  expect((await load(inventory, line.repeat(101))).inventoryProblems).toMatchObject([
    { kind: 'document-limit', file: 'known_hosts' },
  ])
  const given = { knownHosts: line.repeat(101) }
  const without = inventory.replace(', known-hosts: known_hosts', '')
  expect((await load(without, '', given)).inventoryProblems).toMatchObject([
    { kind: 'document-limit', file: 'ssh-known-hosts' },
  ])
})

it('does not send a default jump host through itself, nor those before it', async () => {
  const { inventory } = await load(
    'defaults: { ssh: { user: u, jump: b2 } }\nnodes: { b1: {}, b2: { ssh: { jump: b1 } }, a: {} }\n',
  )
  const way = (name: string) => {
    const node = inventory.nodes.get(name)
    return node && jumpsTo(node, inventory.nodes).map((one) => one.name)
  }
  expect([way('a'), way('b2'), way('b1')]).toEqual([['b1', 'b2'], ['b1'], []])
})

it("prefers a node's own way to log in to the default's", async () => {
  const both = (own: string, usual: string) =>
    nodeOf(`defaults: { ssh: { user: u, ${usual} } }\nnodes: { a: { ssh: { ${own} } } }\n`)
  expect(await both('agent: true', 'identity-file: k')).not.toHaveProperty('identityFile')
  expect(await both('identity-file: k', 'agent: true')).not.toHaveProperty('agent')
  expect(await both('', 'agent: true')).toMatchObject({ agent: true })
})

it('names a changed host key, jump and agent among the changes of an inventory', async () => {
  const inventory = `nodes: { b: { ${A} } }, a: { ${A}, host-key: ["${K2}", "${K1}"], jump: b, agent: true } } }`
  const after = await load(inventory)
  const was = await load(`nodes: { b: { ${A} } }, a: { ${A}, host-key: "${K1}" } } }`)
  const { changes } = changesOf(was, after)
  const node = changes.find(({ name }) => name === 'a')
  expect(node?.differences.map(({ what }) => what)).toEqual(['jump', 'agent', 'host key'])
})
