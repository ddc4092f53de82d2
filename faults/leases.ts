/** Runners that die or fall silent and never come back: the node itself has to end what they started. */
import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Limits } from '../src/transport/transport.ts'
import type { TestSshd } from '../test/support/sshd.ts'
import { makeLedger, mark } from './ledger.ts'
import type { Lone } from './lone-runner.ts'
import { nodeAt, shortLimits } from './node.ts'
import { orphansAfter } from './orphans.ts'
import type { Tally } from './tally.ts'

export interface Leases {
  readonly server: TestSshd
  readonly prefix: string
  readonly folder: string
  readonly tally: Tally
}

const LEASE: Partial<Limits> = {
  timeoutMs: 120_000,
  heartbeatMs: 300,
  leaseMs: 1_000,
  graceMs: 1_000,
  readyMs: 30_000,
  handshakeMs: 20_000,
}
/** Lease, grace, TERM to KILL, and the ten seconds that are promised. */
const BOUND_MS = 1_000 + 1_000 + 300 + 10_000

/** What plugins do that would rather go on living. */
const STUBBORN = {
  plain: 'sleep 300',
  'ignores TERM': 'trap "" TERM; while :; do sleep 1; done',
  'has children': '(sleep 300 & sleep 300 & wait) & wait',
} as const

/** SIGKILL and SIGSTOP: a machine that dies, and one that hangs with its connections open. */
export async function loseRunners({ server, prefix, folder, tally }: Leases): Promise<void> {
  const jobs = Object.entries(STUBBORN).flatMap(([what, script]) =>
    (['SIGKILL', 'SIGSTOP'] as const).map((signal) => ({ what, script, signal })),
  )
  await Promise.all(
    jobs.map(async ({ what, script, signal }, i) => {
      const runKey = `${prefix}/lease/${i}`
      const where = `${signal} of the runner, plugin ${what}`
      const ledger = await makeLedger(join(folder, `ledger-lease-${i}`))
      const lone: Lone = {
        node: nodeAt(server),
        runKey,
        script: `${mark('begin', ledger.file)}\n${script}`,
        limits: shortLimits(LEASE),
      }
      const file = join(folder, `lone-${i}.json`)
      await writeFile(file, JSON.stringify(lone), { mode: 0o600 })
      const program = join(import.meta.dirname, 'lone-runner.ts')
      const runner = spawn(process.execPath, [...process.execArgv, program, file], {
        stdio: ['ignore', 'inherit', 'inherit'],
      })
      try {
        const deadline = performance.now() + 60_000
        while ((await ledger.read())(runKey).begun === 0) {
          if (performance.now() > deadline) throw new Error(`${where}: the plugin never began`)
          await delay(50)
        }
        runner.kill(signal)
        const orphans = await orphansAfter(runKey, BOUND_MS)
        tally.count('runners lost for good')
        if (orphans.length > 0) tally.broke('orphan', where, `pids ${orphans.join(', ')}`)
        const { begun } = (await ledger.read())(runKey)
        if (begun !== 1) tally.broke('double', where, `${begun} starts`)
      } finally {
        runner.kill('SIGKILL')
      }
    }),
  )
}
