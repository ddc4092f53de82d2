import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostKeyAlgorithms, isPinned, parsePinnedKey } from '../../src/transport/host-keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'rune-keys-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe.each([
  ['ed25519', ['ssh-ed25519']],
  ['ecdsa', ['ecdsa-sha2-nistp256']],
  ['rsa', ['rsa-sha2-512', 'rsa-sha2-256']],
])('a pinned %s key', (type, algorithms) => {
  const file = join(folder, type)
  let line: string
  beforeAll(() => {
    execFileSync('ssh-keygen', ['-q', '-t', type, '-N', '', '-f', file])
    line = readFileSync(`${file}.pub`, 'utf8')
  })

  it('has the fingerprint that ssh-keygen prints, and pins the algorithms', () => {
    const key = parsePinnedKey(line)
    const printed = execFileSync('ssh-keygen', ['-l', '-f', `${file}.pub`], { encoding: 'utf8' })
    expect(key?.sha256).toBe(printed.split(' ')[1])
    expect(key && hostKeyAlgorithms(key)).toEqual(algorithms)
  })

  it('is matched by itself and by nothing that differs in one bit', () => {
    const key = parsePinnedKey(line)
    if (key === undefined) throw new Error('not parsed')
    expect(isPinned(key, Buffer.from(key.blob))).toBe(true)
    for (let at = 0; at < key.blob.length; at++) {
      const other = Buffer.from(key.blob)
      other[at] = (other[at] ?? 0) ^ 1
      expect(isPinned(key, other)).toBe(false)
    }
    expect(isPinned(key, key.blob.subarray(1))).toBe(false)
  })
})

it.each([
  '',
  'ssh-ed25519',
  'ssh-ed25519 AAAA',
  'ssh-dss AAAAB3NzaC1kc3M=',
  `ssh-rsa ${Buffer.from('\0\0\0\x0bssh-ed25519').toString('base64')}`,
])('does not take %j for a key', (line) => {
  expect(parsePinnedKey(line)).toBeUndefined()
})
