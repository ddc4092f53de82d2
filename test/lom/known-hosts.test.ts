import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/document/diagnostic.ts'
import { hostName, readKnownHosts } from '../../src/lom/known-hosts.ts'

const folder = mkdtempSync(join(tmpdir(), 'rune-known-hosts-'))
afterAll(() => rmSync(folder, { recursive: true }))

const keys = Object.fromEntries(
  ['ed25519', 'ecdsa', 'rsa'].map((type) => {
    const file = join(folder, type)
    execFileSync('ssh-keygen', ['-q', '-t', type, '-N', '', '-C', '', '-f', file])
    return [type, readFileSync(`${file}.pub`, 'utf8').trim()]
  }),
) as Record<'ed25519' | 'ecdsa' | 'rsa', string>

const read = (text: string) => readKnownHosts('known_hosts', Buffer.from(text))
const problemsOf = (text: string): string[] => read(text).problems.map(formatProblem)

/** The keys that ssh-keygen finds for a name: the judge. */
function byKeygen(text: string, name: string): string[] {
  const file = join(folder, 'known_hosts')
  writeFileSync(file, text)
  const { stdout } = spawnSync('ssh-keygen', ['-F', name, '-f', file], { encoding: 'utf8' })
  return stdout
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) =>
      line
        .replace(/^@\S+ /, '')
        .trim()
        .split(/\s+/)
        .slice(1, 3)
        .join(' '),
    )
}

function hashed(text: string): string {
  const file = join(folder, 'to-hash')
  writeFileSync(file, text)
  execFileSync('ssh-keygen', ['-H', '-f', file], { stdio: 'ignore' })
  return readFileSync(file, 'utf8')
}

const { ed25519, ecdsa, rsa } = keys

describe('a known_hosts file finds what ssh-keygen -F finds', () => {
  const files = {
    plain: `web-1 ${ed25519}\nweb-2,10.0.0.2 ${rsa}\n# a comment\n\n  web-1\t${ecdsa} comment\n`,
    ports: `[web-1]:2222 ${ed25519}\nweb-1 ${rsa}\n[10.0.0.2]:22 ${ecdsa}\n`,
    patterns: `*.example.com,!db.example.com ${ed25519}\nweb-? ${rsa}\n!web-2,web-* ${ecdsa}\n* ${rsa}\n[*]:2222 ${ecdsa}\n`,
    stars: `*a*b*c ${ed25519}\n**x ${rsa}\n?* ${ecdsa}\n`,
    hashed: hashed(`web-1 ${ed25519}\nweb-2 ${rsa}\n[web-1]:2222 ${ecdsa}\n10.0.0.2 ${ecdsa}\n`),
    markers: `@revoked web-1 ${ed25519}\n@cert-authority *.example.com ${ecdsa}\nweb-1 ${rsa}\n`,
    addresses: `2001:db8::7 ${ed25519}\n[2001:db8::7]:2222 ${rsa}\n`,
    case: `WEB-1 ${ed25519}\n`,
    crlf: `web-1 ${ed25519}\r\nweb-2 ${rsa}\r\n`,
  }
  const names = [
    ...['web-1', 'web-2', 'web-10', '10.0.0.2', 'a.example.com', 'db.example.com', 'xaxbxc'],
    ...['[web-1]:2222', '[10.0.0.2]:22', '2001:db8::7', '[2001:db8::7]:2222', 'other', 'aabbcx'],
  ]
  it.each(Object.entries(files))('%s', (_, text) => {
    const file = read(text)
    expect(file.problems).toEqual([])
    for (const name of names) {
      const { keys, revoked, authorities } = file.find(name)
      const found = [...keys, ...revoked, ...authorities].map((key) => key.text)
      expect({ name, found: found.sort() }).toEqual({ name, found: byKeygen(text, name).sort() })
    }
  })
})

it('keeps keys, revoked keys and authorities apart', () => {
  const { keys, revoked, authorities } = read(
    `@revoked * ${rsa}\n@cert-authority web-* ${ecdsa}\nweb-1 ${ed25519}\n`,
  ).find('web-1')
  expect([keys, revoked, authorities].map((all) => all.map(({ text }) => text))).toEqual([
    [ed25519],
    [rsa],
    [ecdsa],
  ])
})

it('gives the fingerprint that ssh-keygen prints', () => {
  const printed = execFileSync('ssh-keygen', ['-l', '-f', join(folder, 'rsa.pub')], {
    encoding: 'utf8',
  })
  expect(read(`web-1 ${rsa}`).find('web-1').keys[0]?.sha256).toBe(printed.split(' ')[1])
})

it('looks a host up by its port unless that is 22, without minding the case', () => {
  expect(hostName('Web-1', 22)).toBe('web-1')
  expect(hostName('2001:DB8::7', 2222)).toBe('[2001:db8::7]:2222')
})

it('takes no time for a pattern that invites to step back', () => {
  const began = performance.now()
  read(`${'*a'.repeat(100)}b ${ed25519}`).find('a'.repeat(250))
  expect(performance.now() - began).toBeLessThan(100)
})

const [type, base64 = ''] = ed25519.split(' ')
const small = join(folder, 'small')
execFileSync('ssh-keygen', ['-q', '-t', 'rsa', '-b', '1024', '-N', '', '-C', '', '-f', small])

describe('a line that cannot be read is a problem, not skipped', () => {
  it.each([
    [`web-1`, '1:6: the line is cut; expected: host[,host...] key-type base64-key'],
    [`\nweb-1 ${type}`, '2:18: the line is cut; expected: host[,host...] key-type base64-key'],
    [`@revoked web-1`, '1:15: the line is cut; expected: host[,host...] key-type base64-key'],
    [
      `@revok web-1 ${ed25519}`,
      '1:1: unknown marker "@revok"; expected @revoked or @cert-authority',
    ],
    [
      `@revoked @cert-authority web-1 ${ed25519}`,
      '1:10: a second marker "@cert-authority"; a line has one at most',
    ],
    [
      `web-1 ssh-dss AAAA`,
      '1:7: "ssh-dss" is not a type of key that is accepted; expected ssh-ed25519, ecdsa-sha2-nistp256, -nistp384, -nistp521 or ssh-rsa',
    ],
    [
      `web-1 ${type} ${base64.slice(0, 20)}`,
      "1:19: this is not a complete ssh-ed25519 key; copy the whole line of the node's .pub file",
    ],
    [
      `web-1 ssh-rsa ${base64}`,
      "1:15: this is not a complete ssh-rsa key; copy the whole line of the node's .pub file",
    ],
    [
      `web-1 ${readFileSync(`${small}.pub`, 'utf8').trim()}`,
      "1:15: this ssh-rsa key has 1024 bits, and at least 2048 are needed; pin the node's ssh-ed25519 key",
    ],
    [`web-1,,web-2 ${ed25519}`, '1:1: "web-1,,web-2" holds an empty name'],
    [
      `!web-1 ${ed25519}`,
      '1:1: "!web-1" only excludes hosts, so the line speaks of none; add a name or a pattern',
    ],
    [
      `|1|abc|def ${ed25519}`,
      '1:1: "|1|abc|def" is not a hashed name; expected |1|salt|hash with one name a line, as ssh-keygen -H writes it',
    ],
    ['web-1\u202e x y', '1:6: the character U+202E is not allowed: it cannot be seen in a review'],
  ])('%j', (text, line) => {
    expect(problemsOf(text).map((one) => one.replace(/ \[[a-z-]+\]$/, ''))).toEqual([
      `known_hosts:${line}`,
    ])
  })

  it('reports every line, and finds what the others say', () => {
    const file = read(`nonsense\nweb-1 ${ed25519}\n@x y z w\n`)
    expect(file.problems.map(({ line }) => line)).toEqual([1, 3])
    expect(file.find('web-1').keys).toHaveLength(1)
  })
})
