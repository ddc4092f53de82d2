import { KeyObject } from 'node:crypto'
import { once } from 'node:events'
import ssh2 from 'ssh2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemHost } from '../../src/host.ts'
import { sshTransport } from '../../src/transport/ssh.ts'
import { prepareCipherKeys } from '../../src/transport/ssh-cipher-keys.ts'
import { ALGORITHMS } from '../../src/transport/ssh2.ts'
import { sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'
import { go, launchOf, limits } from './contract.ts'

const missing = sshdMissing()

describe.skipIf(missing)(`the keys of a connection's ciphers ${missing ?? ''}`, () => {
  it.each(ALGORITHMS.cipher)(
    'a plugin runs over %s, the only cipher of its node',
    async (cipher) => {
      // Every 32 KiB the keys are exchanged anew: the launch sends more.
      const sshd = await startSshd({ extra: [`Ciphers ${cipher}`, 'RekeyLimit 32K'] })
      const transport = sshTransport(systemHost)
      try {
        const outcome = await transport.run(
          {
            name: 'web-1',
            transport: 'ssh',
            address: sshd.address,
            port: sshd.port,
            user: sshd.user,
            hostKey: sshd.hostKey,
            privateKey: sshd.privateKey,
          },
          launchOf('head -c 200000 /dev/zero | tr "\\0" x'),
          limits(),
          new AbortController().signal,
          go,
        )
        expect(outcome).toMatchObject({ kind: 'ended', exit: 0, stdout: { total: 200_000 } })
      } finally {
        await transport.close()
        await sshd.stop()
      }
    },
  )

  describe('of ssh2', () => {
    let sshd: TestSshd
    beforeAll(async () => {
      sshd = await startSshd()
    })
    afterAll(() => sshd?.stop())

    it('are prepared once for AES-GCM, in the fields that this version has', async () => {
      const client = new ssh2.Client()
      prepareCipherKeys(client)
      client.connect({
        host: sshd.address,
        port: sshd.port,
        username: sshd.user,
        privateKey: sshd.privateKey,
        hostVerifier: (key: Buffer) => key.toString('base64') === sshd.hostKey.split(' ')[1],
        algorithms: { cipher: ['aes128-gcm@openssh.com'] },
      })
      await once(client, 'ready')
      const { _protocol } = client as unknown as {
        _protocol: { _cipher: { _encKey: unknown }; _decipher: { _decipherKey: unknown } }
      }
      client.end()
      expect(_protocol._cipher._encKey).toBeInstanceOf(KeyObject)
      expect(_protocol._decipher._decipherKey).toBeInstanceOf(KeyObject)
    })
  })
})
