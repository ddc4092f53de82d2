/** Whatever other tools' files hold: an import gives an inventory that validates or a reason, in bounded time. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeYaml } from '../../src/document/write-yaml.ts'
import { readInventory } from '../../src/lom/inventory.ts'
import { fromAnsible, fromSshConfig, type Outcome } from '../lom/import/sources.ts'
import { CASE_MS, PROPERTY_MS, RUNS } from './runs.ts'

async function expectGood({ inventory, notes, problems }: Outcome, began: number): Promise<void> {
  expect(performance.now() - began).toBeLessThan(CASE_MS)
  expect(notes.every((note) => note !== '')).toBe(true)
  if (inventory === undefined) {
    expect(problems.length).toBeGreaterThan(0)
    return
  }
  const bytes = new TextEncoder().encode(writeYaml(inventory))
  const read = await readInventory('inventory.yaml', bytes, { read: async () => undefined })
  expect(read.kind === 'problems' ? read.problems : []).toEqual([])
}

const name = fc.oneof(
  fc.constantFrom(
    'a',
    'A',
    'b',
    'web-1',
    '10',
    '10.1',
    '::1',
    '-o',
    '',
    '__proto__',
    'constructor',
  ),
  fc.constantFrom(
    'x y',
    '*',
    'a.',
    '.',
    '..',
    '~',
    'null',
    'true',
    '1e3',
    '0x1',
    'é',
    'a\nb',
    '@',
    'b:1',
  ),
  fc.string({ maxLength: 8 }),
)

describe('an import', () => {
  const key = fc.oneof(
    fc.constantFrom('ansible_host', 'ansible_port', 'ansible_user', 'ansible_ssh_common_args'),
    fc.constantFrom('ansible_connection', 'ansible_ssh_private_key_file', 'http_port', 'x'),
    name,
  )
  const value = fc.oneof(
    name,
    fc.constantFrom(
      22,
      0,
      65536,
      -1,
      1.5,
      1e300,
      true,
      null,
      'local',
      'ssh',
      '-J a,b',
      '-o ProxyJump=b',
    ),
    fc.constantFrom(
      'yes',
      '010',
      '0o10',
      '1_000',
      '- a',
      '# a',
      'a: b',
      '"',
      "'",
      '|',
      '>',
      '&a',
      '!a',
      '%',
    ),
    fc.jsonValue({ maxDepth: 1 }),
  )
  const list = fc.record({
    _meta: fc.record({
      hostvars: fc.dictionary(
        name,
        fc.oneof(
          { weight: 9, arbitrary: fc.dictionary(key, value) },
          { weight: 1, arbitrary: fc.jsonValue() },
        ),
      ),
    }),
    web: fc.record({ hosts: fc.array(name), children: fc.array(name) }, { requiredKeys: [] }),
    a: fc.record({ children: fc.array(fc.constantFrom('web', 'a', 'b')) }),
    b: fc.oneof(fc.jsonValue(), fc.record({ hosts: fc.array(name) })),
  })

  it(
    'of any JSON of Ansible is an inventory that validates, or refused',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.oneof(list, fc.jsonValue(), fc.string()), async (any) => {
          const began = performance.now()
          await expectGood(fromAnsible(any), began)
        }),
        { numRuns: RUNS },
      )
    },
    PROPERTY_MS,
  )

  const piece = fc.constantFrom(
    ...[
      'Host ',
      'Match ',
      'Include ',
      'HostName ',
      'Port ',
      'User ',
      'IdentityFile ',
      'ProxyJump ',
    ],
    ...[
      'ProxyCommand ',
      'User=',
      'X ',
      '\n',
      '\n',
      '\n',
      ' ',
      '\t',
      '"',
      "'",
      '\\',
      '#',
      '=',
      '*',
      '?',
      '!',
    ],
    ...[
      'a',
      'b',
      'a b',
      'c@b:22',
      'b,c',
      '22',
      '%h',
      '%%',
      '~/',
      '::1',
      '[::1]:22',
      'none',
      'é',
      '\u0000',
      '\r',
    ],
  )
  const config = fc.array(piece, { maxLength: 80 }).map((all) => all.join(''))

  it(
    'of any ssh_config is an inventory that validates, or refused',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.oneof(config, fc.string()), config, async (text, included) => {
          const began = performance.now()
          await expectGood(
            await fromSshConfig(text, { user: 'ops' }, { a: included, b: text }),
            began,
          )
        }),
        { numRuns: RUNS },
      )
    },
    PROPERTY_MS,
  )

  it('of large hostile files ends in seconds', async () => {
    for (const text of [
      Array.from({ length: 40_000 }, (_, i) => `Host h${i}`).join('\n'),
      `Host ${'a '.repeat(200_000)}`,
      `Host a\n${'IdentityFile x\n'.repeat(30_000)}`,
      `Host ${'*a'.repeat(2000)} b\n`.repeat(100),
      'User x\n'.repeat(140_000),
      Array.from({ length: 4000 }, (_, i) => `Host h${i}\nProxyJump h${i + 1}`).join('\n'),
    ]) {
      const began = performance.now()
      await fromSshConfig(text)
      expect(performance.now() - began, text.slice(0, 20)).toBeLessThan(5000)
    }
    for (const text of [
      '['.repeat(1_000_000),
      `{"_meta":{"hostvars":{"a":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}}}`,
    ]) {
      const began = performance.now()
      fromAnsible(text)
      expect(performance.now() - began, text.slice(0, 20)).toBeLessThan(5000)
    }
  }, 60_000)
})
