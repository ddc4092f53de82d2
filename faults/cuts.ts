/** Cuts, silences and flips the connection at bytes of the whole conversation; the runner has to tell the truth all the same. */
import { systemHost } from '../src/host.ts'
import { sshTransport } from '../src/transport/ssh.ts'
import type { TestSshd } from '../test/support/sshd.ts'
import { makeLedger } from './ledger.ts'
import { honestScript, launchOf, nodeAt, shortLimits } from './node.ts'
import { orphansAfter } from './orphans.ts'
import type { Random } from './random.ts'
import { inLanes, type Tally } from './tally.ts'
import { type Cut, type Direction, faultProxy } from './tcp-fault.ts'
import { judge } from './transport-oracle.ts'

export interface CutSweep {
  readonly server: TestSshd
  /** Begins every run key, so that what is left over can be found. */
  readonly prefix: string
  readonly folder: string
  readonly random: Random
  readonly tally: Tally
  readonly cuts: number
  /** By performance.now(): no new cut after it. */
  readonly until: number
}

/** The bytes of an unharmed conversation: up to READY, and in all. */
interface Length {
  readonly ready: number
  readonly all: number
}

const LANES = 6
/** They mostly wait. */
const SILENT_LANES = 16

export async function sweepCuts(sweep: CutSweep): Promise<void> {
  const { random, tally, prefix } = sweep
  const lengths = await measure(sweep)
  tally.count('bytes to the node in a conversation', lengths['to-node'].all)
  tally.count('bytes to the runner in a conversation', lengths['to-runner'].all)
  const cuts = Array.from({ length: sweep.cuts }, (_, i) => cutAt(i, lengths, random))
  const silent = cuts.filter(({ how }) => how === 'blackhole')
  const loud = cuts.filter(({ how }) => how !== 'blackhole')
  await Promise.all([
    inLanes(loud.entries(), LANES, ([i, cut]) => one(sweep, `loud-${i}`, cut), sweep.until),
    inLanes(
      silent.entries(),
      SILENT_LANES,
      ([i, cut]) => one(sweep, `silent-${i}`, cut),
      sweep.until,
    ),
  ])
  const orphans = await orphansAfter(`${prefix}/cut/`, 20_000)
  if (orphans.length > 0) tally.broke('orphan', 'cut sweep', `pids ${orphans.join(', ')}`)
}

/** Half of the cuts fall after READY, where most is at stake and fewest bytes are. */
function cutAt(i: number, lengths: Record<Direction, Length>, random: Random): Cut {
  const direction = i % 2 === 0 ? 'to-node' : 'to-runner'
  const { ready, all } = lengths[direction]
  const at = i % 4 < 2 ? random.between(0, ready) : random.between(ready, all)
  const how = random.pick<Cut['how']>(['reset', 'reset', 'close', 'flip', 'flip', 'blackhole'])
  return { direction, at, how, bit: random.between(0, 8) }
}

async function measure(sweep: CutSweep): Promise<Record<Direction, Length>> {
  const { server, folder, prefix } = sweep
  const ledger = await makeLedger(`${folder}/ledger-measure`)
  const proxy = await faultProxy(server)
  const transport = sshTransport(systemHost)
  let ready = { ...proxy.passed }
  const outcome = await transport.run(
    nodeAt(server, proxy),
    launchOf(`${prefix}/measure`, honestScript(ledger.file)),
    shortLimits(),
    new AbortController().signal,
    {
      ready: async () => {
        ready = { ...proxy.passed }
        return 'go'
      },
    },
  )
  if (outcome.kind !== 'ended') throw new Error(`an unharmed run ended as ${outcome.kind}`)
  outcome.acknowledge?.()
  const all = { ...proxy.passed }
  await transport.close()
  await proxy.close()
  const length = (direction: Direction): Length => ({
    ready: ready[direction],
    all: all[direction],
  })
  return { 'to-node': length('to-node'), 'to-runner': length('to-runner') }
}

async function one(sweep: CutSweep, name: string, cut: Cut): Promise<void> {
  const { server, folder, prefix, tally } = sweep
  const runKey = `${prefix}/cut/${name}`
  const ledger = await makeLedger(`${folder}/ledger-${name}`)
  const proxy = await faultProxy(server, cut)
  const transport = sshTransport(systemHost)
  let told = false
  try {
    const outcome = await transport.run(
      nodeAt(server, proxy),
      launchOf(runKey, honestScript(ledger.file)),
      shortLimits(),
      new AbortController().signal,
      {
        ready: async () => {
          told = true
          return 'go'
        },
      },
    )
    outcome.acknowledge?.()
    const where = `${cut.how} at byte ${cut.at} ${cut.direction}, bit ${cut.bit} (${runKey})`
    const marks = (await ledger.read())(runKey)
    judge(tally, { where, runKey, told }, outcome, marks)
    tally.count(proxy.done() ? `cuts: ${cut.how}` : 'cuts that came after the end')
    tally.count(`answers: ${outcome.kind}${outcome.kind === 'ended' ? '' : ', after a cut'}`)
  } catch (caught) {
    tally.broke('untyped error', `${cut.how} at ${cut.at} ${cut.direction}`, String(caught))
  } finally {
    await transport.close()
    await proxy.close()
  }
}
