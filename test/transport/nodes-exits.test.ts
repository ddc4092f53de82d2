/** Plugins that end in every way a process can end, and what they leave behind. */
import { spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Launch, Limits, Outcome } from '../../src/transport/transport.ts'
import { type BoxLogin, type NodeBox, nodeBox, nodeBoxMissing } from '../support/node-box.ts'
import { ended, go, launchOf, limits, stopped, text } from './contract.ts'

const missing = nodeBoxMissing()
const node = { name: 'box', transport: 'local' } as const
const never = new AbortController().signal

describe.skipIf(missing)(`a plugin ${missing ?? ''}`, () => {
  let box: NodeBox
  beforeAll(async () => {
    box = await nodeBox()
  })
  afterAll(() => box.stop())
  const run = async (
    launch: Launch,
    limit: Limits = limits(),
    login: Partial<BoxLogin> = {},
  ): Promise<Outcome> => {
    const transport = box.login({ user: 'ordinary', ...login })
    const outcome = await transport.run(node, launch, limit, never, go)
    outcome.acknowledge?.()
    return outcome
  }
  const kill = (pids: readonly number[]): void => {
    for (const pid of pids) box.sh(`kill -KILL ${pid} 2>/dev/null || :`)
  }

  const statuses = [
    0, 1, 2, 63, 64, 77, 78, 90, 91, 92, 126, 127, 128, 129, 130, 137, 143, 153, 192, 194, 254, 255,
  ]
  it.each(statuses)('may exit with status %i, which is what is told', async (status) => {
    const outcome = ended(await run(launchOf(`echo out; exit ${status}`)))
    expect(outcome.exit).toBe(status)
    expect(text(outcome.stdout)).toBe('out\n')
  })

  it.each([
    'HUP',
    'INT',
    'ILL',
    'ABRT',
    'FPE',
    'KILL',
    'SEGV',
    'PIPE',
    'ALRM',
    'TERM',
    'XCPU',
    'XFSZ',
    'SYS',
  ] as const)('may be ended by SIG%s, which is named', async (signal) => {
    const outcome = ended(await run(launchOf(`ulimit -c 0; echo out; kill -${signal} $$; sleep 5`)))
    expect(outcome).toMatchObject({ signal, exit: 128 + constants.signals[`SIG${signal}`] })
    expect(text(outcome.stdout)).toBe('out\n')
  })

  it('has every signal as a fresh process has it, and no open file but the three', async () => {
    const script = 'cat /proc/self/status | grep -E "^Sig(Blk|Ign|Cgt)"; ls /proc/self/fd'
    // What a test process has inherited itself reaches the plugin here, as nothing stands between them.
    const fresh = spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout
    expect(text(ended(await run(launchOf(script))).stdout)).toBe(fresh)
  })

  it('may leave a daemon behind without having read its input', async () => {
    const script = 'setsid sleep 60 >/dev/null 2>&1 & echo $!'
    const outcome = ended(await run(launchOf(script, { input: 'x'.repeat(300_000) })))
    kill([Number(text(outcome.stdout))])
    expect(outcome.warnings).toEqual([])
  })

  it('may run out of its processor time', async () => {
    const outcome = ended(await run(launchOf('ulimit -t 1; while :; do :; done')))
    expect(['XCPU', 'KILL']).toContain(outcome.signal)
  })

  it('may write to a pipe that nobody reads', async () => {
    const outcome = ended(await run(launchOf('set -o pipefail; yes | true')))
    expect(outcome).toMatchObject({ exit: 141, signal: 'PIPE' })
  })

  it('may run out of memory, alone', async () => {
    const launch = launchOf(
      'ulimit -v 60000; printf -v big "%0200000000d" 1; echo "never ${#big}"; exit 0',
    )
    const outcome = ended(await run(launch))
    expect(outcome.exit).not.toBe(0)
    expect(text(outcome.stdout)).toBe('')
  })

  it.each([60_000, 30_000, 15_000, 8_000])(
    'is answered for or not started where a login has %i KiB of memory',
    async (kib) => {
      const outcome = await run(launchOf('echo "{}"'), limits({ readyMs: 5_000 }), {
        before: `ulimit -v ${kib}`,
      })
      if (outcome.kind === 'ended') expect(text(outcome.stdout)).toBe('{}\n')
      else expect(outcome).toMatchObject({ kind: 'not-started' })
    },
  )

  it.each([60, 14, 8, 5])(
    'is never a false success where a login has %i processes',
    async (count) => {
      // Counted over the whole account, which others use too: only the kinds of ending are certain.
      const used = Number(
        spawnSync('bash', ['-c', `ps --no-headers -Lu ${box.uid} | wc -l`]).stdout,
      )
      const outcome = await run(
        launchOf('echo "{}"; (exit 3)'),
        limits({ readyMs: 5_000, timeoutMs: 3_000 }),
        {
          before: `ulimit -u ${used + count}`,
        },
      )
      if (outcome.kind !== 'ended') return
      expect(outcome.exit).not.toBe(0)
    },
    60_000,
  )

  it('that stops itself is ended at its time limit', async () => {
    const outcome = stopped(
      await run(launchOf('echo out; kill -STOP $$'), limits({ timeoutMs: 500 })),
    )
    expect(outcome.why).toBe('timeout')
    // A stopped process takes TERM only when it goes on: nothing but KILL is sure.
    expect(outcome.termination).toEqual({
      signals: ['TERM', 'KILL'],
      groupGone: true,
      survivors: [],
    })
    expect(text(outcome.stdout)).toBe('out\n')
  })

  it('that stops its whole group is ended at its time limit', async () => {
    const outcome = stopped(
      await run(launchOf('sleep 60 & kill -STOP 0'), limits({ timeoutMs: 500 })),
    )
    expect(outcome.termination).toMatchObject({ groupGone: true, survivors: [] })
  })

  it.each([
    ['setsid', 'setsid sleep 60 </dev/null >/dev/null 2>&1 &'],
    ['a double fork', '( setsid bash -c "sleep 60 & exit" </dev/null >/dev/null 2>&1 & )'],
    ['nohup in a session of its own', 'nohup setsid sleep 60 </dev/null >/dev/null 2>&1 &'],
    ['a group of its own', 'set -m; sleep 60 </dev/null >/dev/null 2>&1 & set +m'],
  ])(
    'that lets something escape by %s is stopped, and the escapee is named',
    async (_, leaving) => {
      const outcome = stopped(
        await run(launchOf(`${leaving}\nsleep 60`), limits({ timeoutMs: 700 })),
      )
      expect(outcome.termination.groupGone).toBe(true)
      const { survivors } = outcome.termination
      const names = survivors.map((pid) => box.sh(`tr '\\0' ' ' </proc/${pid}/cmdline`).trim())
      kill(survivors)
      expect(names).toEqual(['sleep 60'])
    },
  )

  it.each([
    ['nohup', 'nohup sleep 60 </dev/null >/dev/null 2>&1 &'],
    ['a trap for every signal', 'bash -c "trap : TERM HUP INT; while :; do sleep 0.1; done" &'],
  ])('does not save by %s what stays in its group', async (_, stay) => {
    const outcome = stopped(await run(launchOf(`${stay}\nsleep 60`), limits({ timeoutMs: 500 })))
    expect(outcome.termination).toMatchObject({ groupGone: true, survivors: [] })
  })

  it('may start a daemon, which its clean end leaves alone', async () => {
    const script = 'setsid sleep 60 </dev/null >/dev/null 2>&1 & echo $!'
    const outcome = ended(await run(launchOf(script)))
    const pid = Number(text(outcome.stdout))
    expect(box.sh(`kill -0 ${pid} && echo alive`)).toBe('alive\n')
    kill([pid])
  })
})
