/** What every transport promises about keys: a plugin runs at most once, and what became of it can be asked later. */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Launch, Limits, Outcome } from '../../src/transport/transport.ts'
import { ended, go, launchOf, limits, type Subject, stopped, text } from './contract.ts'

/** Registers the suite. `start` gives a fresh transport and a node on this machine that it can reach. */
export function keyContract(start: () => Promise<Subject>): void {
  describe('transport contract: keys', () => {
    let subject: Subject
    let folder: string
    beforeAll(async () => {
      subject = await start()
      folder = await mkdtemp(join(tmpdir(), 'rune-keys-'))
      // The node may be another account of this machine.
      await chmod(folder, 0o777)
    })
    afterAll(async () => {
      await subject.transport.close()
      await subject.stop()
      await rm(folder, { recursive: true, force: true })
    })
    const never = new AbortController().signal
    const unacknowledged = (
      launch: Launch,
      limit: Limits = limits(),
      journal = go,
    ): Promise<Outcome> => subject.transport.run(subject.node, launch, limit, never, journal)
    const run: typeof unacknowledged = async (...asked) => {
      const outcome = await unacknowledged(...asked)
      outcome.acknowledge?.()
      return outcome
    }
    const collect = (
      launch: Launch,
      what: 'result' | 'stop' = 'result',
      told = true,
    ): Promise<Outcome> => {
      const collection = { what, told, waitMs: 5_000 }
      return subject.transport.collect(subject.node, launch, collection, limits(), never)
    }

    /** A plugin that writes a line where RUNE does not look: the truth about how often it ran. */
    let ledgers = 0
    const ledger = async (script: string): Promise<[Launch, () => Promise<number>]> => {
      ledgers += 1
      const file = join(folder, `ledger-${ledgers}`)
      await writeFile(file, '')
      await chmod(file, 0o666)
      const lines = async (): Promise<number> =>
        (await readFile(file, 'utf8')).split('\n').length - 1
      return [launchOf(`echo ran >>"${file}"; ${script}`), lines]
    }
    const again = (launch: Launch): Launch => ({ ...launch, nonce: launchOf('').nonce })

    it('answers the same key from the entry, before and after the acknowledgement', async () => {
      const [launch, lines] = await ledger('echo "{}"; echo why >&2; exit 3')
      const first = ended(await unacknowledged(launch))
      expect(first.replayOf).toBeUndefined()
      expect(text(ended(await unacknowledged(again(launch))).stderr)).toBe('why\n')
      first.acknowledge?.()
      const look = async (): Promise<number> => ended(await run(again(launch))).stderr.bytes.length
      await expect.poll(look).toBe(0)
      const second = ended(await run(again(launch)))
      expect(second).toMatchObject({ exit: 3, replayOf: launch.nonce })
      expect(text(second.stdout)).toBe('{}\n')
      expect(second.stderr).toMatchObject({ total: 4, truncated: true })
      expect(await lines()).toBe(1)
    })

    it('runs once when many ask at the same time, and all get the result', async () => {
      const [launch, lines] = await ledger('sleep 0.5; echo done')
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, i) => run(i === 0 ? launch : again(launch))),
      )
      expect(all.map((outcome) => text(ended(outcome).stdout))).toEqual(all.map(() => 'done\n'))
      expect(new Set(all.map((outcome) => outcome.replayOf)).size).toBe(2)
      expect(await lines()).toBe(1)
    })

    it('refuses a key that was used for another plan', async () => {
      const [launch, lines] = await ledger('echo one')
      await run(launch)
      const other = { ...again(launch), plan: 'c'.repeat(64) }
      expect(await run(other)).toMatchObject({ kind: 'not-started', reason: 'key-conflict' })
      expect(await collect(other)).toMatchObject({ kind: 'not-started', reason: 'key-conflict' })
      expect(await lines()).toBe(1)
    })

    it('seals a key that the node does not know, so that a late launch starts nothing', async () => {
      const [launch, lines] = await ledger('echo late')
      expect(await collect(launch, 'result', false)).toMatchObject({ kind: 'not-started' })
      expect(await run(launch)).toMatchObject({ kind: 'not-started', reason: 'launch-sealed' })
      expect(await collect(launch)).toMatchObject({ kind: 'not-started' })
      expect(await lines()).toBe(0)
    })

    it('calls it unknown when GO was sent and the node has lost its entry', async () => {
      const outcome = await collect(launchOf('true'))
      expect(outcome).toMatchObject({ kind: 'unknown' })
      expect((outcome as { detail: string }).detail).toContain('lost its entry')
    })

    it('seals a launch that waits for its GO, and the GO that comes later starts nothing', async () => {
      const [launch, lines] = await ledger('echo late')
      let found: Outcome | undefined
      const outcome = await run(launch, limits(), {
        ready: async () => {
          found = await collect(launch)
          return 'go'
        },
      })
      expect(found).toMatchObject({ kind: 'not-started' })
      expect(outcome).toMatchObject({ kind: 'not-started' })
      expect(await lines()).toBe(0)
    })

    it('leaves it to a living launch to decide when it is only followed', async () => {
      const [launch, lines] = await ledger('echo mine')
      const outcome = await run(launch, limits(), {
        ready: async () => {
          void run(again(launch))
          await delay(500)
          return 'go'
        },
      })
      expect(ended(outcome).replayOf).toBeUndefined()
      expect(await lines()).toBe(1)
    })

    it('collects the very bytes of a result that nobody acknowledged', async () => {
      const launch = launchOf(
        'head -c 700000 /dev/urandom; head -c 200000 /dev/urandom >&2; exit 9',
      )
      const first = ended(await unacknowledged(launch))
      const second = ended(await collect(launch))
      expect(second.replayOf).toBeUndefined()
      expect(second.exit).toBe(9)
      expect(Buffer.compare(second.stdout.bytes, first.stdout.bytes)).toBe(0)
      expect(Buffer.compare(second.stderr.bytes, first.stderr.bytes)).toBe(0)
    })

    it('stops a running plugin for a second connection, and both learn how it ended', async () => {
      const launch = launchOf('echo begun; sleep 60')
      const running = run(launch)
      await delay(700)
      const found = await collect(launch, 'stop')
      for (const outcome of [stopped(found), stopped(await running)]) {
        expect(outcome).toMatchObject({ why: 'cancel', termination: { groupGone: true } })
        expect(text(outcome.stdout)).toBe('begun\n')
      }
    })

    it('stops a plugin when no sign of life comes from the runner, and keeps its record', async () => {
      const launch = launchOf('sleep 60')
      const silent = limits({ heartbeatMs: 60_000, leaseMs: 300, graceMs: 500 })
      const began = performance.now()
      expect(stopped(await run(launch, silent)).why).toBe('lease')
      expect(performance.now() - began).toBeLessThan(5_000)
    })

    it('lets a plugin live on for as long as the runner gives signs of life', async () => {
      const alive = limits({ heartbeatMs: 100, leaseMs: 300, graceMs: 300 })
      expect(ended(await run(launchOf('sleep 2; echo done'), alive)).exit).toBe(0)
    })

    it('lets a plugin finish without a runner where its action says so', async () => {
      const silent = limits({ heartbeatMs: 60_000, leaseMs: 100, graceMs: 100 })
      const launch = launchOf('sleep 2; echo done', { onDisconnect: 'finish' })
      expect(text(ended(await run(launch, silent)).stdout)).toBe('done\n')
    })

    it('names what a killed launcher left, ends it when asked to, and calls it unknown', async () => {
      const launch = launchOf(
        'launcher=$(ps -o ppid= "$PPID"); kill -KILL "$PPID" $launcher; sleep 30',
      )
      const outcome = await run(launch, limits({ timeoutMs: 3_000 }))
      if (outcome.kind !== 'unknown') throw new Error(JSON.stringify(outcome))
      expect(outcome.survivors?.length).toBeGreaterThan(0)
      expect(outcome.detail).toContain('run on')
      expect(await collect(launch, 'stop')).toMatchObject({ kind: 'unknown', survivors: [] })
      expect(await collect(launch)).toMatchObject({ kind: 'unknown', survivors: [] })
    })
  })
}
