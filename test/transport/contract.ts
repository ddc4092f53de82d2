/** What every transport promises, as tests: each transport's own test file runs them against the real thing. */

import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limitsFor } from '../../src/lmm/limits.ts'
import type {
  Bundle,
  Launch,
  LaunchJournal,
  Limits,
  Node,
  Outcome,
  Transport,
} from '../../src/transport/transport.ts'

export interface Subject {
  readonly transport: Transport
  readonly node: Node
  stop(): Promise<void>
}

export const go: LaunchJournal = { ready: async () => 'go' }

let launches = 0

/** A launch of one bash script. */
export function launchOf(script: string, more: Partial<Launch> = {}): Launch {
  launches += 1
  return {
    runKey: `contract/${process.pid}/${Date.now()}/${launches}`,
    plan: 'b'.repeat(64),
    action: 'contract',
    nonce: randomBytes(16).toString('hex'),
    bundle: bundleOf({ 'plugin.sh': script }),
    input: '{}',
    requires: ['bash'],
    become: false,
    readOnly: false,
    onDisconnect: 'stop',
    ...more,
  }
}

export function bundleOf(files: Record<string, string>, entry = 'plugin.sh'): Bundle {
  return {
    files: Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) })),
    entry,
    interpreter: 'bash',
    sha256: createHash('sha256').update(JSON.stringify(files)).digest('hex'),
  }
}

export function limits(more: Partial<Limits> = {}): Limits {
  return { ...limitsFor(10_000), killGraceMs: 300, ...more }
}

export const text = (capture: { bytes: Uint8Array }): string =>
  Buffer.from(capture.bytes).toString()

export function ended(outcome: Outcome): Outcome & { kind: 'ended' } {
  if (outcome.kind !== 'ended') throw new Error(`not ended: ${JSON.stringify(outcome)}`)
  return outcome
}

export function stopped(outcome: Outcome): Outcome & { kind: 'stopped' } {
  if (outcome.kind !== 'stopped') throw new Error(`not stopped: ${JSON.stringify(outcome)}`)
  return outcome
}

/** Registers the suite. `start` gives a fresh transport and a node that it can reach. */
export function transportContract(start: () => Promise<Subject>): void {
  describe('transport contract', () => {
    let subject: Subject
    beforeAll(async () => {
      subject = await start()
    })
    afterAll(async () => {
      await subject.transport.close()
      await subject.stop()
    })
    const unacknowledged = (
      launch: Launch,
      limit: Limits = limits(),
      signal: AbortSignal = new AbortController().signal,
      journal: LaunchJournal = go,
    ): Promise<Outcome> => subject.transport.run(subject.node, launch, limit, signal, journal)
    const run: typeof unacknowledged = async (...asked) => {
      const outcome = await unacknowledged(...asked)
      outcome.acknowledge?.()
      return outcome
    }

    it('returns exit status, stdout and stderr apart', async () => {
      const outcome = ended(await run(launchOf('echo out; echo err >&2; exit 7')))
      expect(outcome).toMatchObject({ exit: 7 })
      expect(text(outcome.stdout)).toBe('out\n')
      expect(text(outcome.stderr)).toBe('err\n')
      expect(outcome.noise.total).toBe(0)
    })

    it('gives the plugin its input on stdin, byte for byte', async () => {
      const input = `{"a":"; id $(id) \`id\` 'x' \\\\ * ~ ü € 😀","b":"${'x'.repeat(100_000)}"}`
      const outcome = ended(await run(launchOf('cat', { input })))
      expect(text(outcome.stdout)).toBe(input)
    })

    it('does not wait for a plugin that never reads its input', async () => {
      const outcome = ended(await run(launchOf('echo done', { input: 'x'.repeat(300_000) })))
      expect(text(outcome.stdout)).toBe('done\n')
    })

    it('gives the plugin a clean environment and the files of its bundle', async () => {
      const bundle = bundleOf({
        'plugin.sh':
          'env -0 | sort -z | tr "\\0" "\\n"; cat "$(dirname "$0")/lib/rune_bpcs.sh" "$RUNE_LIB"',
        'rune_bpcs.sh': 'library',
        'lib/rune_bpcs.sh': 'library',
      })
      const outcome = ended(await run(launchOf('', { bundle })))
      const lines = text(outcome.stdout).split('\n')
      expect(lines.pop()).toBe('librarylibrary')
      const names = lines.map((line) => line.split('=')[0])
      expect(names).toEqual(
        expect.arrayContaining([
          'HOME',
          'LANG',
          'LOGNAME',
          'PATH',
          'RUNE_LIB',
          'RUNE_RUN_KEY',
          'USER',
        ]),
      )
      const bashOwn = ['PWD', 'SHLVL', '_', 'OLDPWD']
      expect(names.filter((name) => !bashOwn.includes(name ?? ''))).toHaveLength(7)
    })

    it('leaves only the answer and the key on the node once it is acknowledged', async () => {
      const outcome = ended(
        await unacknowledged(launchOf('dirname "$(dirname "$0")"; echo bad >&2')),
      )
      const entry = text(outcome.stdout).trim()
      expect(entry).toMatch(/rune/)
      const look = async (): Promise<string> =>
        text(ended(await run(launchOf(`ls "${entry}"; stat -c %a "${entry}"`))).stdout)
      expect(await look()).toContain('err')
      outcome.acknowledge?.()
      await expect.poll(look).toBe('acked\ndecided\nmeta\nout\nresult\n700\n')
    })

    it('runs nothing when a required program is missing', async () => {
      const outcome = await run(launchOf('echo no', { requires: ['bash', 'no-such-program-x'] }))
      expect(outcome).toMatchObject({ kind: 'not-started', reason: 'node-prereq' })
      expect((outcome as { message: string }).message).toContain('no-such-program-x')
    })

    it('runs nothing when the runner cannot record the start', async () => {
      const launch = launchOf(`touch "/tmp/rune-contract-$$-started"; echo ran`)
      const outcome = await run(launch, limits(), undefined, { ready: async () => 'abort' })
      expect(outcome).toMatchObject({ kind: 'not-started', reason: 'audit-write' })
    })

    it('keeps 1 MiB of stdout whole', async () => {
      const outcome = ended(await run(launchOf('head -c 1048576 /dev/zero | tr "\\0" x')))
      expect(outcome.stdout).toMatchObject({ total: 1_048_576, truncated: false })
      expect(outcome.stdout.bytes.length).toBe(1_048_576)
    })

    it('drops and counts what goes past the caps without killing the plugin', async () => {
      const script =
        'head -c 3000001 /dev/zero; { printf first; head -c 500000 /dev/zero | tr "\\0" e; printf last; } >&2; exit 3'
      const outcome = ended(await run(launchOf(script)))
      expect(outcome.exit).toBe(3)
      expect(outcome.stdout).toMatchObject({ total: 3_000_001, truncated: true })
      expect(outcome.stdout.bytes.length).toBe(1_048_576)
      expect(outcome.stderr).toMatchObject({ total: 500_009, truncated: true })
      expect(outcome.stderr.bytes.length).toBe(131_072)
      expect(text(outcome.stderr).startsWith('first')).toBe(true)
      expect(text(outcome.stderr).endsWith('last')).toBe(true)
    })

    it('names the signal that ended the plugin', async () => {
      expect(ended(await run(launchOf('kill -KILL $$')))).toMatchObject({ signal: 'KILL' })
    })

    it('stops a plugin at its time limit, group and all', async () => {
      const outcome = stopped(
        await run(launchOf('echo begun; sleep 60 & sleep 60'), limits({ timeoutMs: 300 })),
      )
      expect(outcome.why).toBe('timeout')
      expect(outcome.termination).toEqual({ signals: ['TERM'], groupGone: true, survivors: [] })
      expect(text(outcome.stdout)).toBe('begun\n')
    })

    it('kills a plugin that ignores TERM after the grace', async () => {
      const outcome = stopped(
        await run(
          launchOf('trap "" TERM; while :; do sleep 0.1; done'),
          limits({ timeoutMs: 200 }),
        ),
      )
      expect(outcome.termination.signals).toEqual(['TERM', 'KILL'])
      expect(outcome.termination.groupGone).toBe(true)
    })

    it('names what escaped the group when it stops a plugin', async () => {
      const outcome = stopped(
        await run(
          launchOf('setsid sleep 4 </dev/null >/dev/null 2>&1 & sleep 60'),
          limits({ timeoutMs: 500 }),
        ),
      )
      expect(outcome.termination.survivors).toHaveLength(1)
    })

    it('stops a running plugin on cancel', async () => {
      const controller = new AbortController()
      const running = run(launchOf('sleep 60'), limits(), controller.signal)
      await delay(800)
      const cancelledAt = performance.now()
      controller.abort()
      expect(stopped(await running).why).toBe('cancel')
      expect(performance.now() - cancelledAt).toBeLessThan(3_000)
    })

    it('starts nothing when it is cancelled before', async () => {
      const controller = new AbortController()
      controller.abort()
      expect(await run(launchOf('echo no'), limits(), controller.signal)).toMatchObject({
        kind: 'not-started',
        reason: 'cancelled',
      })
    })

    it('does not wait for a child that the plugin leaves behind with its output open', async () => {
      const began = performance.now()
      const outcome = ended(await run(launchOf('sleep 8 & echo result')))
      expect(text(outcome.stdout)).toBe('result\n')
      expect(performance.now() - began).toBeLessThan(6_000)
      expect(outcome.warnings.join()).toContain('left behind')
    })

    it('keeps the result of a plugin that leaves something behind which writes on', async () => {
      const script = '{ while :; do echo chatter >&2; sleep 0.002; done; } & echo "$!"; echo result'
      const outcome = ended(await run(launchOf(script)))
      const [pid, result] = text(outcome.stdout).split('\n')
      expect(result).toBe('result')
      expect(text(outcome.stderr)).toMatch(/^chatter/)
      await run(launchOf(`kill -KILL ${Number(pid)}`))
    })

    it('says that it lost sight when the supervisor is killed, and never that all was well', async () => {
      const outcome = await run(launchOf('kill -KILL $PPID; sleep 1; echo done'))
      expect(outcome.kind).toBe('unknown')
    })

    it('proves that nothing ran when GO came too late', async () => {
      const late: LaunchJournal = {
        ready: async () => {
          await delay(1_600)
          return 'go'
        },
      }
      const outcome = await run(launchOf('echo ran'), limits({ readyMs: 1_000 }), undefined, late)
      expect(outcome).toMatchObject({ kind: 'not-started' })
    })

    it('keeps the nonce from the plugin', async () => {
      const outcome = ended(
        await run(launchOf('env; echo "$0"; tr "\\0" " " </proc/$PPID/cmdline')),
      )
      const nonce = /rune ([0-9a-f]{32}) /.exec(text(outcome.stdout))?.[1]
      const environment = text(outcome.stdout).split('\n').slice(0, -1).join('\n')
      if (nonce !== undefined) expect(environment).not.toContain(nonce)
      expect(environment).toContain('RUNE_RUN_KEY=')
    })

    it('gives a lock to one launch at a time, and names who has it', async () => {
      const lock = `contract ${randomBytes(8).toString('hex')}`
      const first = launchOf('sleep 1; echo one', { lock })
      let second: Outcome | undefined
      const journal: LaunchJournal = {
        ready: async () => {
          // It is held before anybody is told to go.
          second = await run(launchOf('echo two', { lock }))
          return 'go'
        },
      }
      expect(text(ended(await run(first, limits(), undefined, journal)).stdout)).toBe('one\n')
      expect(second).toMatchObject({
        kind: 'not-started',
        reason: 'node-locked',
        message: `the lock is held on the node by ${first.runKey}`,
      })
      const other = launchOf('echo other', { lock: `${lock}2` })
      expect(text(ended(await run(other)).stdout)).toBe('other\n')
      expect(text(ended(await run(launchOf('echo three', { lock }))).stdout)).toBe('three\n')
    })

    it('gives the lock back when the plugin has ended, though something that it left lives on', async () => {
      const lock = `contract ${randomBytes(8).toString('hex')}`
      const daemon = 'setsid sleep 20 >/dev/null 2>&1 </dev/null & echo $!'
      const pid = Number(text(ended(await run(launchOf(daemon, { lock }))).stdout))
      try {
        expect(text(ended(await run(launchOf('echo next', { lock }))).stdout)).toBe('next\n')
      } finally {
        process.kill(pid)
      }
    })

    it('keeps the lock while a plugin runs that outlived its launcher, and gives it free afterwards', async () => {
      const lock = `contract ${randomBytes(8).toString('hex')}`
      // The launcher is the supervisor's parent, which is the plugin's.
      const orphan = `
read -r _ _ _ supervisor _ </proc/$$/stat
read -r _ _ _ launcher _ </proc/$supervisor/stat
kill -KILL "$launcher" "$supervisor"
sleep 4`
      const lost = launchOf(orphan, { lock })
      let ready = (): void => undefined
      const held = new Promise<void>((resolve) => {
        ready = resolve
      })
      const began = unacknowledged(lost, limits(), undefined, {
        ready: async () => {
          ready()
          return 'go'
        },
      })
      await held
      // While a connection is given up after the kill, the answer is another one.
      let again = await run(launchOf('echo no', { lock }))
      while (again.kind === 'not-started' && again.reason === 'connection-lost')
        again = await run(launchOf('echo no', { lock }))
      expect(again).toMatchObject({ kind: 'not-started', reason: 'node-locked' })
      expect(again.kind === 'not-started' && again.message).toContain(lost.runKey)
      await began
      await expect
        .poll(async () => (await run(launchOf('echo free', { lock }))).kind, {
          timeout: 15_000,
          interval: 300,
        })
        .toBe('ended')
    })

    it('answers the same key from its entry, whoever has the lock', async () => {
      const lock = `contract ${randomBytes(8).toString('hex')}`
      const launch = launchOf('sleep 1; echo one', { lock })
      const both = await Promise.all([run(launch), run(launch)])
      expect(both.map((outcome) => text(ended(outcome).stdout))).toEqual(['one\n', 'one\n'])
    })

    it('runs several launches on one node at once', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 12 }, (_, i) => run(launchOf(`sleep 0.1; echo ${i}`))),
      )
      expect(outcomes.map((outcome) => text(ended(outcome).stdout))).toEqual(
        Array.from({ length: 12 }, (_, i) => `${i}\n`),
      )
    })
  })
}
