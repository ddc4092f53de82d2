import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/document/diagnostic.ts'
import { readInventory } from '../../src/lom/inventory.ts'
import { memoryContent } from './content.ts'

async function read(text: string, files: Record<string, string> = {}) {
  return readInventory('inventory.yaml', new TextEncoder().encode(text), memoryContent(files))
}

async function nodesOf(text: string) {
  const result = await read(text)
  if (result.kind === 'problems') throw new Error(result.problems.map(formatProblem).join('\n'))
  return result.inventory.nodes
}

async function linesOf(text: string, files: Record<string, string> = {}): Promise<string[]> {
  const result = await read(text, files)
  return result.kind === 'problems' ? result.problems.map(formatProblem) : []
}

const USER = 'defaults: { ssh: { user: rune } }\n'

describe('what a node has from its groups', () => {
  it('is less than its own, and more than the defaults', async () => {
    const nodes = await nodesOf(`
defaults: { ssh: { user: rune }, vars: { a: 1, b: 1, c: 1 }, labels: { x: "1", y: "1", z: "1" } }
groups: { g: { nodes: [n], vars: { b: 2, c: 2 }, labels: { y: "2", z: "2" } } }
nodes: { n: { vars: { c: 3 }, labels: { z: "3" } } }`)
    expect(nodes.get('n')).toMatchObject({
      groups: ['g'],
      vars: { a: 1, b: 2, c: 3 },
      labels: { x: '1', y: '2', z: '3' },
    })
  })

  it('is that of the group that is inside of the other', async () => {
    const nodes = await nodesOf(`${USER}
groups:
  all-web: { children: [web], vars: { a: outer, b: outer, c: outer } }
  web: { children: [web-eu], vars: { a: middle, b: middle } }
  web-eu: { nodes: [n], vars: { a: inner } }
nodes: { n: {}, m: {} }`)
    expect(nodes.get('n')?.vars).toEqual({ a: 'inner', b: 'middle', c: 'outer' })
    expect(nodes.get('n')?.groups).toEqual(['all-web', 'web', 'web-eu'])
    expect(nodes.get('m')).not.toHaveProperty('vars')
    expect(nodes.get('m')).not.toHaveProperty('groups')
  })

  it('is that of the inner group also for a node that the outer one names itself', async () => {
    const nodes = await nodesOf(`${USER}
groups: { a: { nodes: [n], children: [z], vars: { v: outer } }, z: { nodes: [n], vars: { v: inner } } }
nodes: { n: {} }`)
    expect(nodes.get('n')?.vars).toEqual({ v: 'inner' })
  })

  it('is no guess: two groups that say different things need a word of the node', async () => {
    const groups =
      'groups: { b: { nodes: [n], vars: { v: 1 } }, a: { nodes: [n], vars: { v: 2 } } }'
    expect(await linesOf(`${USER}${groups}\nnodes: { n: {} }`)).toEqual([
      'inventory.yaml:3:13: n has vars.v from group a as 2 and from b as 1, and neither group is in the other; set it on the node [inventory]',
    ])
    const nodes = await nodesOf(`${USER}${groups}\nnodes: { n: { vars: { v: 3 } } }`)
    expect(nodes.get('n')?.vars).toEqual({ v: 3 })
    const same = groups.replace('v: 2', 'v: 1')
    expect((await nodesOf(`${USER}${same}\nnodes: { n: {} }`)).get('n')?.vars).toEqual({ v: 1 })
  })

  it('does not depend on labels that other groups give', async () => {
    const nodes = await nodesOf(`${USER}
groups: { a: { nodes: [n], labels: { role: web } }, b: { select: role=web } }
nodes: { n: {}, m: { labels: { role: web } } }`)
    expect(nodes.get('n')?.groups).toEqual(['a'])
    expect(nodes.get('m')?.groups).toEqual(['b'])
  })

  it('is at most 64 labels and 64 variables in all', async () => {
    const vars = (letter: string) =>
      `{ ${Array.from({ length: 40 }, (_, i) => `${letter}${i}: ${i}`).join(', ')} }`
    const text = `${USER}groups: { g: { nodes: [n], vars: ${vars('a')} } }\nnodes: { n: { vars: ${vars('b')} } }`
    expect(await linesOf(text)).toEqual([
      'inventory.yaml:3:13: n has 80 vars, with those of its groups; expected at most 64 [inventory]',
    ])
  })
})

describe('a large inventory', () => {
  it('of 10,000 nodes in a thousand groups is read in seconds', async () => {
    const nodes = Array.from(
      { length: 10_000 },
      (_, i) => `  n${i}: { labels: { g: "${i % 100}" } }`,
    )
    const groups = Array.from(
      { length: 1000 },
      (_, i) =>
        `  g${i}: { select: "g=${i % 100}", vars: { v${i % 7}: 1 }, children: [${i === 0 ? '' : `g${i - 1}`}] }`,
    )
    const began = performance.now()
    const text = `${USER}groups:\n${groups.join('\n')}\nnodes:\n${nodes.join('\n')}\n`
    expect((await nodesOf(text)).get('n0')?.groups).toHaveLength(1000)
    expect(performance.now() - began).toBeLessThan(20_000)
  }, 60_000)

  it('of 10,001 nodes is refused', async () => {
    const nodes = Array.from({ length: 10_001 }, (_, i) => `  n${i}: {}`)
    expect(await linesOf(`${USER}nodes:\n${nodes.join('\n')}\n`)).toEqual([
      expect.stringContaining('expected at most 10000 keys'),
    ])
  })
})

describe('one address behind two jump hosts', () => {
  const key = (letter: string): string =>
    `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${letter}ABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f`
  const two = (a: string, b: string): string => `${USER}nodes:
  east: {}
  west: {}
  a: { address: 10.0.0.1, ssh: { jump: east, host-key: "${a}" } }
  b: { address: 10.0.0.1, ssh: { jump: west, host-key: "${b}" } }
`

  it('is two machines when they have different host keys', async () => {
    expect(await linesOf(two(key('A'), key('C')))).toEqual([])
  })

  it('is one machine when they share a key', async () => {
    expect(await linesOf(two(key('A'), key('A')))).toEqual([
      'inventory.yaml:6:3: b may be the same machine and user as a: rune@10.0.0.1 port 22, reached through east and through west; two machines with one address have different host keys: pin those of both, or keep one node [inventory]',
    ])
  })
})
