import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemHost } from '../../src/host.ts'
import { forcedCommand } from '../../src/transport/forced-command.ts'
import { gateDigest } from '../../src/transport/launcher.ts'
import { sshTransport } from '../../src/transport/ssh.ts'
import type { Launch, Node, Outcome, Transport } from '../../src/transport/transport.ts'
import { sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'
import { ended, go, launchOf, limits, text } from './contract.ts'

const signal = new AbortController().signal

for (const user of ['self', 'ordinary'] as const) {
  const missing = sshdMissing(user)
  describe.skipIf(missing)(`a node behind the gate, as ${user} ${missing ?? ''}`, () => {
    let folder: string
    let sshd: TestSshd
    let transport: Transport
    let node: Node
    const allow = async (...launches: Launch[]): Promise<void> => {
      const lines = launches.map((one) => `${one.action} ${gateDigest(one.bundle, one.requires)}\n`)
      await writeFile(join(folder, 'allowed'), lines.join(''), { mode: 0o644 })
    }
    const run = async (launch: Launch, at = node): Promise<Outcome> => {
      const outcome = await transport.run(at, launch, limits(), signal, go)
      outcome.acknowledge?.()
      return outcome
    }
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'rune-gate-'))
      await chmod(folder, 0o755)
      const gate = join(folder, 'gate')
      await writeFile(gate, forcedCommand(join(folder, 'allowed')), { mode: 0o755 })
      sshd = await startSshd({ user, keyOptions: `restrict,command="${gate}"` })
      transport = sshTransport(systemHost)
      const { address, port, user: login, hostKey, privateKey } = sshd
      const ssh = { address, port, user: login, hostKey, privateKey }
      node = { name: 'web-1', transport: 'ssh', gate: true, ...ssh }
      await allow()
    })
    afterAll(async () => {
      await transport.close()
      await sshd.stop()
      await rm(folder, { recursive: true, force: true })
    })

    it('runs an action whose name and files are on the list', async () => {
      const launch = launchOf('cat; echo "$1"', { input: '{"a":"; id"}' })
      await allow(launchOf('true'), launch)
      const outcome = ended(await run(launch))
      expect(text(outcome.stdout)).toBe('{"a":"; id"}\n')
    })

    it.each([
      ['other files', (launch: Launch) => launchOf('echo changed', { action: launch.action })],
      ['another name', (launch: Launch) => ({ ...launch, action: 'other' })],
      [
        'another interpreter',
        (launch: Launch): Launch => ({
          ...launch,
          bundle: { ...launch.bundle, interpreter: 'sh' },
        }),
      ],
      ['nothing on the list', (launch: Launch) => launch],
    ] as const)('runs nothing with %s', async (what, change) => {
      const marker = join(folder, 'ran')
      const launch = launchOf(`echo ran >"${marker}"`)
      await allow(...(what === 'nothing on the list' ? [] : [launch]))
      const outcome = await run(change(launch))
      expect(outcome).toMatchObject({ kind: 'not-started', reason: 'gate-refused' })
    })

    it('takes no other command, whatever is asked for', async () => {
      const plain = await run(launchOf('echo ran'), { ...node, gate: false })
      expect(plain).toMatchObject({ kind: 'not-started', reason: 'gate-refused' })
      for (const command of ['id', 'bash', 'rune-gate v2 run x; id', "rune-gate v2 run '' 1 2 3 4"])
        expect(() => ssh(sshd, command)).toThrow(/refused/)
    })

    it('stops and collects through the gate too', async () => {
      const launch = launchOf('echo begun; sleep 60')
      await allow(launch)
      const running = transport.run(node, launch, limits({ timeoutMs: 30_000 }), signal, go)
      await new Promise((resolve) => setTimeout(resolve, 700))
      const collection = { what: 'stop', told: true, waitMs: 5_000 } as const
      const found = await transport.collect(node, launch, collection, limits(), signal)
      expect(found).toMatchObject({ kind: 'stopped', why: 'cancel' })
      expect(await running).toMatchObject({ kind: 'stopped', why: 'cancel' })
    })
  })
}

function ssh({ identityFile, address, port, user }: TestSshd, command: string): string {
  const options = ['-F', 'none', '-o', 'BatchMode=yes', '-o', 'StrictHostKeyChecking=no']
  const known = ['-o', 'UserKnownHostsFile=/dev/null', '-o', 'IdentitiesOnly=yes']
  const to = ['-i', identityFile, '-p', String(port), '-l', user, '--', address, command]
  return execFileSync('ssh', [...options, ...known, ...to], {
    stdio: ['ignore', 'pipe', 'pipe'],
  }).toString()
}
