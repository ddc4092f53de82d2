import ssh2, { type ParsedKey } from 'ssh2'
import { afterAll, expect, it } from 'vitest'
import { credentialsOf, Sha1Refused } from '../../src/transport/ssh-credentials.ts'
import { sshKeyFolder } from '../support/ssh-keys.ts'

const folder = sshKeyFolder()
afterAll(() => folder.remove())

it('signs nothing with SHA-1, which a server gets that does not say what it takes', () => {
  const { privateKey } = folder.make('rsa')
  const node = { name: 'a', transport: 'ssh', user: 'rune', privateKey } as const
  const credentials = credentialsOf(ssh2, node)
  const { key } = (credentials as unknown as { method: { key: ParsedKey } }).method
  const data = Buffer.from('session')
  expect(key.sign(data, 'sha1')).toBeInstanceOf(Sha1Refused)
  expect(key.sign(data)).toBeInstanceOf(Sha1Refused)
  expect(key.sign(data, 'sha512')).toBeInstanceOf(Buffer)
})
