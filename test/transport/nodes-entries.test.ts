/** What entries are worth that time, a reboot or a torn disk has changed: never a false success, never a false "no". */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Launch, LaunchJournal, Outcome, Transport } from '../../src/transport/transport.ts'
import { type NodeBox, nodeBox, nodeBoxMissing } from '../support/node-box.ts'
import { ended, go, launchOf, limits, text } from './contract.ts'

const missing = nodeBoxMissing()
const node = { name: 'box', transport: 'local' } as const
const never = new AbortController().signal
const STATE = '/var/lib/rune'

describe.skipIf(missing)(`entries ${missing ?? ''}`, () => {
  let box: NodeBox
  let transport: Transport
  beforeAll(async () => {
    box = await nodeBox()
    transport = box.login({ user: 'root' })
  })
  afterAll(() => box.stop())

  const run = (launch: Launch, journal = go): Promise<Outcome> =>
    transport.run(node, launch, limits(), never, journal)
  const collect = (launch: Launch, told = true): Promise<Outcome> =>
    transport.collect(node, launch, { what: 'result', told, waitMs: 3_000 }, limits(), never)
  const again = (launch: Launch): Launch => ({ ...launch, nonce: launchOf('').nonce })
  const entryOf = ({ runKey }: Launch): string =>
    `${STATE}/${createHash('sha256').update(runKey).digest('hex').slice(0, 40)}`
  /** The launcher's words about itself: 4 is its boot, 5 its pid, 7 when it began. */
  const setMeta = (launch: Launch, word: number, value: string): void => {
    box.sh(`awk '{ $${word} = "${value}"; print }' ${entryOf(launch)}/meta >/var/tmp/meta`)
    box.sh(`cat /var/tmp/meta >${entryOf(launch)}/meta`)
  }
  const OTHER_BOOT = '00000000-0000-0000-0000-000000000000'
  /** An entry of a launch that was told to go, and whose launcher is gone without a word. */
  const lost = async (): Promise<Launch> => {
    const launch = launchOf('echo "{}"')
    const outcome = ended(await run(launch))
    outcome.acknowledge?.()
    const holder = box.sh(`cut -d' ' -f5 ${entryOf(launch)}/meta`).trim()
    await expect.poll(() => box.sh(`kill -0 ${holder} 2>/dev/null && echo alive || :`)).toBe('')
    box.sh(`rm ${entryOf(launch)}/result`)
    return launch
  }

  describe('after a reboot', () => {
    it('that came after GO are unknown, and nothing of them runs any more', async () => {
      const launch = await lost()
      setMeta(launch, 4, OTHER_BOOT)
      const outcome = await collect(launch)
      expect(outcome).toMatchObject({ kind: 'unknown', survivors: [] })
      expect((outcome as { detail: string }).detail).toContain('started anew')
    })

    it.each([
      ['without a decision', 'rm -f decided'],
      ['with an empty decision', ': >decided'],
      ['without anything', 'rm -f decided; : >meta'],
      ['with empty files only', ': >decided; : >meta'],
    ])('%s prove that nothing ran only to a runner that never said GO', async (_, tear) => {
      const launch = await lost()
      setMeta(launch, 4, OTHER_BOOT)
      box.sh(`cd ${entryOf(launch)}; ${tear}`)
      for (const told of [true, false, true, false])
        expect(await collect(launch, told)).toMatchObject(
          told ? { kind: 'unknown' } : { kind: 'not-started' },
        )
      expect((await run(again(launch))).kind).not.toBe('ended')
    })

    it('with a result still give it', async () => {
      const launch = launchOf('echo kept; exit 5')
      ended(await run(launch))
      setMeta(launch, 4, OTHER_BOOT)
      expect(ended(await collect(launch))).toMatchObject({ exit: 5 })
    })
  })

  it('of another launch are a replay, by name', async () => {
    const launch = launchOf('echo theirs')
    ended(await run(launch))
    const found = ended(await collect(again(launch)))
    expect(found.replayOf).toBe(launch.nonce)
  })

  it.each(['meta', 'decided', 'result'])(
    'never lie when %s is cut, wherever it is cut',
    async (name) => {
      const launch = launchOf('echo "{}"; exit 3')
      ended(await run(launch))
      const size = Number(box.sh(`wc -c <${entryOf(launch)}/${name}`))
      expect(size).toBeGreaterThan(3)
      const cuts = Array.from({ length: size }, (_, at) => ({
        ...launch,
        runKey: `${launch.runKey}/${name}/${at}`,
      }))
      // One script for all: the same entry again and again, each time cut one byte later.
      box.sh(
        cuts
          .map(
            (cut, at) =>
              `cp -a ${entryOf(launch)} ${entryOf(cut)}; truncate -s ${at} ${entryOf(cut)}/${name}`,
          )
          .join('\n'),
      )
      const seen = new Map<string, number>()
      const queue = [...cuts]
      const worker = async (): Promise<void> => {
        for (let cut = queue.pop(); cut !== undefined; cut = queue.pop()) {
          const outcome = await collect(cut)
          outcome.acknowledge?.()
          if (outcome.kind === 'ended') {
            expect(outcome).toMatchObject({ exit: 3 })
            expect(text(outcome.stdout)).toBe('{}\n')
          }
          seen.set(outcome.kind, (seen.get(outcome.kind) ?? 0) + 1)
        }
      }
      await Promise.all(Array.from({ length: 16 }, worker))
      expect([...seen.keys()].filter((kind) => kind !== 'ended')).toEqual(
        name === 'decided' ? [] : ['unknown'],
      )
      expect([...seen.values()].reduce((sum, count) => sum + count, 0)).toBe(size)
    },
    120_000,
  )

  it.each([0, 1, 2])(
    'never call it unstarted when the decision is cut to %i bytes and there is no result',
    async (size) => {
      const launch = await lost()
      setMeta(launch, 4, OTHER_BOOT)
      box.sh(`truncate -s ${size} ${entryOf(launch)}/decided`)
      expect(await collect(launch)).toMatchObject({ kind: 'unknown' })
    },
  )

  it('never give a result whose streams are cut', async () => {
    const launch = launchOf('echo 12345; echo 67890 >&2')
    ended(await run(launch))
    box.sh(`truncate -s 3 ${entryOf(launch)}/out`)
    const quick = limits({ ackMs: 1_000 })
    const found = await transport.collect(
      node,
      launch,
      { what: 'result', told: true, waitMs: 2_000 },
      quick,
      never,
    )
    expect(found).toMatchObject({ kind: 'unknown' })
  })

  it('that have lost whose they are still name what runs on, and let it be ended', async () => {
    const launch = launchOf('kill -KILL "$(ps -o ppid= "$PPID" | tr -d " ")" "$PPID"; sleep 30')
    const short = limits({ timeoutMs: 1_000 })
    const outcome = await transport.run(node, launch, short, never, go)
    expect(outcome).toMatchObject({ kind: 'unknown' })
    box.sh(`truncate -s 9 ${entryOf(launch)}/meta`)
    const found = await collect(launch)
    expect((found as { survivors: readonly number[] }).survivors.length).toBeGreaterThan(0)
    expect((found as { detail: string }).detail).toContain('run on')
    const stop = { what: 'stop', told: true, waitMs: 3_000 } as const
    expect(await transport.collect(node, launch, stop, limits(), never)).toMatchObject({
      kind: 'unknown',
      survivors: [],
    })
  })

  it('whose launcher died before GO are closed for the next one', async () => {
    const launch = launchOf('echo ran')
    const killing: LaunchJournal = {
      ready: async () => {
        box.sh(`kill -KILL "$(cut -d' ' -f5 ${entryOf(launch)}/meta)"`)
        return 'go'
      },
    }
    expect(await run(launch, killing)).not.toMatchObject({ kind: 'ended' })
    expect(await run(again(launch))).toMatchObject({ kind: 'not-started' })
    expect(await collect(launch)).toMatchObject({ kind: 'not-started' })
  })

  describe('of more than a week', () => {
    const sweep = async (): Promise<void> => {
      box.sh(`rm -f ${STATE}/swept`)
      const outcome = await run(launchOf('true'))
      outcome.acknowledge?.()
      await expect.poll(() => box.sh(`ls ${STATE}`)).toContain('swept')
      // It is written before what is old goes.
      await expect.poll(() => box.sh(`pgrep -f '^find ${STATE} ' || :`)).toBe('')
    }
    const age = (launch: Launch, days: number): void => {
      box.sh(`touch -d '${days} days ago' ${entryOf(launch)}`)
    }
    const there = (launch: Launch): boolean =>
      box.sh(`ls -d ${entryOf(launch)} 2>/dev/null || :`) !== ''
    const past = (launch: Launch): void => setMeta(launch, 7, '-700000000')

    it('go, and younger ones stay', async () => {
      const old = await lost()
      setMeta(old, 4, OTHER_BOOT)
      age(old, 8)
      const young = await lost()
      setMeta(young, 4, OTHER_BOOT)
      age(young, 6)
      const bare = launchOf('')
      box.sh(`mkdir ${entryOf(bare)}; echo sealed >${entryOf(bare)}/decided`)
      age(bare, 8)
      const past8 = await lost()
      past(past8)
      age(past8, 8)
      await sweep()
      expect([old, young, bare, past8].map(there)).toEqual([false, true, false, false])
    })

    it('stay when only the clock has jumped', async () => {
      const launch = await lost()
      age(launch, 400)
      await sweep()
      expect(there(launch)).toBe(true)
    })

    it('stay for as long as their launcher runs', async () => {
      const launch = launchOf('echo begun; sleep 5; echo done')
      const running = run(launch)
      await expect
        .poll(() => there(launch) && box.sh(`cat ${entryOf(launch)}/decided 2>/dev/null || :`))
        .toBe('run\n')
      past(launch)
      age(launch, 8)
      await sweep()
      expect(there(launch)).toBe(true)
      expect(text(ended(await running).stdout)).toBe('begun\ndone\n')
    })
  })
})
