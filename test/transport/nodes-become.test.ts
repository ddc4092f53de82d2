/** Launches as root through sudo, from an ordinary account. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Launch, Outcome, Transport } from '../../src/transport/transport.ts'
import { type NodeBox, nodeBox, nodeBoxMissing } from '../support/node-box.ts'
import { ended, go, launchOf, limits, stopped, text } from './contract.ts'

const missing =
  nodeBoxMissing() ??
  (spawnSync('sudo', ['--version']).status === 0
    ? undefined
    : 'sudo is not installed (package sudo)')
const node = { name: 'box', transport: 'local' } as const
const never = new AbortController().signal
const become = { become: true } as const

describe.skipIf(missing)(`become ${missing ?? ''}`, () => {
  /** The box has sudo rules of its own: the machine's are covered. */
  const sudoers = (rule: string, pty = '!use_pty'): string => `
    name=$(id -nu "$1")
    mkdir /home/sudoers.d
    printf 'Defaults env_reset, ${pty}\\n${rule}\\n' "$name" >/home/sudoers
    chmod 440 /home/sudoers
    mount --bind /home/sudoers /etc/sudoers
    mount -t tmpfs -o size=1m rules /etc/sudoers.d`
  const ALLOWED = '%s ALL=(root) NOPASSWD: ALL'
  const asRoot = (script: string, more: Partial<Launch> = {}): Launch =>
    launchOf(script, { ...become, ...more })
  const run = (transport: Transport, launch: Launch): Promise<Outcome> =>
    transport.run(node, launch, limits(), never, go)

  // A terminal of sudo's own is the default of newer versions.
  describe.each(['!use_pty', 'use_pty'])('where sudo asks for nothing, with %s', (pty) => {
    let box: NodeBox
    let transport: Transport
    beforeAll(async () => {
      box = await nodeBox(sudoers(ALLOWED, pty))
      transport = box.login({ user: 'ordinary' })
    })
    afterAll(() => box.stop())

    it('runs the whole launcher as root, with the parameters as they are', async () => {
      const input = `{"a":"; id $(id) \`id\` 'x' \\\\ !! %s ü €"}`
      const outcome = ended(
        await run(transport, asRoot('cat; id -u; echo "$0" "$HOME" "$USER"', { input })),
      )
      outcome.acknowledge?.()
      expect(text(outcome.stdout)).toContain(`${input}0\n/var/lib/rune/`)
      expect(text(outcome.stdout)).toContain(' /root root\n')
      expect(box.sh('stat -c "%a %u" /var/lib/rune')).toBe('700 0\n')
      expect(box.sh('ls -A /home/box')).toBe('')
    })

    it('lets 1 MiB through, byte for byte, and exit status and stderr too', async () => {
      const script = 'cat | tee /dev/stderr | sha256sum; head -c 1000000 /dev/urandom; exit 194'
      const input = Array.from({ length: 200 }, (_, i) => String.fromCharCode(i + 1)).join('')
      const outcome = ended(await run(transport, asRoot(script, { input })))
      expect(outcome.exit).toBe(194)
      expect(text(outcome.stderr)).toBe(input)
      expect(outcome.stdout).toMatchObject({ total: 1_000_068, truncated: false })
    })

    it('gives the result again to a collector that becomes root too', async () => {
      const launch = asRoot('echo kept; exit 4')
      ended(await run(transport, launch))
      const collection = { what: 'result', told: true, waitMs: 2_000 } as const
      const found = ended(await transport.collect(node, launch, collection, limits(), never))
      found.acknowledge?.()
      expect(found.exit).toBe(4)
      expect(text(found.stdout)).toBe('kept\n')
    })

    it('stops what runs as root, for the runner and for a second connection', async () => {
      const launch = asRoot('echo begun; sleep 60')
      const running = run(transport, launch)
      await delay(700)
      const collection = { what: 'stop', told: true, waitMs: 2_000 } as const
      const found = stopped(await transport.collect(node, launch, collection, limits(), never))
      expect(found.termination).toMatchObject({ groupGone: true, survivors: [] })
      expect(stopped(await running).why).toBe('cancel')

      const controller = new AbortController()
      const second = transport.run(node, asRoot('sleep 60'), limits(), controller.signal, go)
      await delay(700)
      controller.abort()
      expect(stopped(await second).termination.groupGone).toBe(true)
    })

    it('ends what runs as root when the connection is gone', async () => {
      const marker = `rune-become-${randomBytes(4).toString('hex')}`
      const controller = new AbortController()
      const short = limits({ leaseMs: 300, graceMs: 300, heartbeatMs: 60_000 })
      const launch = asRoot(`exec -a ${marker} sleep 60`)
      expect(stopped(await transport.run(node, launch, short, controller.signal, go)).why).toBe(
        'lease',
      )
      expect(spawnSync('pgrep', ['-f', `^${marker}`]).status).toBe(1)
    })

    it('needs no sudo where the login is root already', async () => {
      const outcome = ended(await run(box.login({ user: 'root' }), asRoot('id -u')))
      expect(text(outcome.stdout)).toBe('0\n')
    })
  })

  describe('where sudo refuses', () => {
    let box: NodeBox
    afterEach(() => box.stop())
    it.each([
      ['asks for a password', sudoers('%s ALL=(root) ALL'), 'password is required'],
      ['does not know the account', sudoers('# %s'), 'sudo'],
      [
        'allows other programs only',
        sudoers('%s ALL=(root) NOPASSWD: /bin/true'),
        'password is required',
      ],
      ['wants a terminal', sudoers(`Defaults requiretty\\n${ALLOWED}`), 'tty'],
      ['is broken', sudoers('%s ALL=nonsense ( '), 'sudo'],
    ])('because it %s, nothing runs and its words are passed on', async (_, setup, words) => {
      box = await nodeBox(`${setup}\ntouch /home/ledger; chmod 666 /home/ledger`)
      const outcome = await run(box.login({ user: 'ordinary' }), asRoot('echo ran >>/home/ledger'))
      expect(outcome).toMatchObject({ kind: 'not-started', reason: 'launch-failed' })
      expect((outcome as { message: string }).message).toContain(words)
      expect(box.sh('cat /home/ledger')).toBe('')
    })

    it('because there is none, nothing runs', async () => {
      box = await nodeBox('touch /home/nothing; mount --bind /home/nothing "$(type -P sudo)"')
      const outcome = await run(box.login({ user: 'ordinary' }), asRoot('echo ran'))
      expect(outcome.kind).toBe('not-started')
      expect((outcome as { message: string }).message).toContain('sudo')
    })

    it('because PATH has none, it is a lack of the node', async () => {
      box = await nodeBox(
        'mkdir /home/bin; for name in env bash sha256sum; do ln -s "$(type -P $name)" /home/bin/; done',
      )
      const transport = box.login({ user: 'ordinary', env: { PATH: '/home/bin' } })
      const outcome = await run(transport, asRoot('echo ran'))
      expect(outcome).toMatchObject({ kind: 'not-started', reason: 'node-prereq' })
      expect((outcome as { message: string }).message).toContain('sudo')
    })
  })
})
