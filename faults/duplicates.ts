/** One key asked for many times at once, and GO that comes after the key was sealed: one start, or none. */
import { systemHost } from '../src/host.ts'
import { sshTransport } from '../src/transport/ssh.ts'
import type { Launch, Outcome, Transport } from '../src/transport/transport.ts'
import type { TestSshd } from '../test/support/sshd.ts'
import { makeLedger } from './ledger.ts'
import { GO, honestScript, launchOf, nodeAt, shortLimits, wordsOf } from './node.ts'
import type { Random } from './random.ts'
import type { Tally } from './tally.ts'
import { judge } from './transport-oracle.ts'

export interface Duplicates {
  readonly server: TestSshd
  readonly prefix: string
  readonly folder: string
  readonly random: Random
  readonly tally: Tally
  readonly rounds: number
}

const AT_ONCE = 50
/** Connections, so that sshd's sessions a connection are no queue. */
const CONNECTIONS = 10

const never = new AbortController().signal

/** Each round: fifty runs of one key; fifty runs and collectors of one key, mixed; one GO after a collector has sealed. */
export async function repeatKeys(init: Duplicates): Promise<void> {
  const transports = Array.from({ length: CONNECTIONS }, () => sshTransport(systemHost))
  try {
    for (let round = 0; round < init.rounds; round += 1) {
      await together(init, `${round}-runs`, transports, () => true)
      await together(init, `${round}-mixed`, transports, () => init.random.next() < 0.5)
      await lateGo(init, `${round}-late`, transports)
    }
  } finally {
    await Promise.all(transports.map((transport) => transport.close()))
  }
}

async function together(
  { server, folder, prefix, tally }: Duplicates,
  name: string,
  transports: readonly Transport[],
  runs: () => boolean,
): Promise<void> {
  const runKey = `${prefix}/same/${name}`
  const ledger = await makeLedger(`${folder}/ledger-${name}`)
  const launch = launchOf(runKey, honestScript(ledger.file, 0.5))
  let ran = 0
  const all = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, (_, i) => {
      const transport = transports[i % transports.length] as Transport
      const own: Launch = { ...launch, nonce: systemHost.hex(16) }
      const collection = { what: 'result', told: true, waitMs: 20_000 } as const
      if (runs()) {
        ran += 1
        return transport.run(nodeAt(server), own, limits(), never, GO)
      }
      return transport.collect(nodeAt(server), own, collection, limits(), never)
    }),
  )
  const marks = (await ledger.read())(runKey)
  const sealed = all.some((one) => one.status === 'fulfilled' && neverRan(one.value))
  tally.count('duplicates of one key', all.length)
  for (const one of all) {
    if (one.status === 'rejected') tally.broke('untyped error', runKey, String(one.reason))
    else {
      one.value.acknowledge?.()
      // Who came first may have sealed the key; then nobody has a result, and all of them have to say so.
      if (!sealed) judgeShared(tally, runKey, one.value, marks)
      else if (marks.begun > 0)
        tally.broke('false answer', runKey, `${wordsOf(one.value)}; ledger ${marks.begun}`)
    }
  }
  if (ran === all.length && marks.begun !== 1)
    tally.broke('double', runKey, `${marks.begun} starts of ${ran} launches`)
}

function judgeShared(
  tally: Tally,
  runKey: string,
  outcome: Outcome,
  marks: { begun: number; ended: number },
): void {
  judge(tally, { where: runKey, runKey, told: true }, outcome, marks)
}

/** A busy node refuses, which says nothing about the key. */
const neverRan = (outcome: Outcome): boolean =>
  outcome.kind === 'not-started' && outcome.reason !== 'node-busy'

async function lateGo(
  { server, folder, prefix, tally }: Duplicates,
  name: string,
  transports: readonly Transport[],
): Promise<void> {
  const runKey = `${prefix}/late/${name}`
  const ledger = await makeLedger(`${folder}/ledger-${name}`)
  const launch = launchOf(runKey, honestScript(ledger.file))
  const [first, second] = transports as [Transport, Transport]
  const collection = { what: 'result', told: false, waitMs: 5_000 } as const
  let sealed: Outcome | undefined
  const outcome = await first.run(nodeAt(server), launch, limits(), never, {
    ready: async () => {
      sealed = await second.collect(nodeAt(server), launch, collection, limits(), never)
      return 'go'
    },
  })
  const marks = (await ledger.read())(runKey)
  tally.count('GO after sealing')
  if (sealed?.kind !== 'not-started' || outcome.kind !== 'not-started' || marks.begun > 0)
    tally.broke('false answer', runKey, `${wordsOf(outcome)}; ledger ${marks.begun}`)
}

/** Fifty at once on two cores take their time to get ready. */
const limits = () => shortLimits({ readyMs: 30_000, handshakeMs: 20_000 })
