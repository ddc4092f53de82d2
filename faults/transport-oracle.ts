/** Holds one outcome of a transport against the ledger. */
import type { Outcome } from '../src/transport/transport.ts'
import type { Marks } from './ledger.ts'
import { honestOutput, wordsOf } from './node.ts'
import type { Tally } from './tally.ts'

export interface Asked {
  /** The fault, so that it can be made again. */
  readonly where: string
  readonly runKey: string
  /** GO may have been sent. */
  readonly told: boolean
}

/** For launches of honestScript on a node that can be reached again: the result itself is owed. */
export function judge(
  tally: Tally,
  { where, runKey, told }: Asked,
  outcome: Outcome,
  marks: Marks,
) {
  const seen = `${wordsOf(outcome)}; ledger ${marks.begun}/${marks.ended}`
  if (marks.begun > 1) tally.broke('double', where, seen)
  if (!told && outcome.kind !== 'not-started') tally.broke('false answer', where, seen)
  switch (outcome.kind) {
    case 'not-started':
      if (marks.begun > 0) tally.broke('false answer', where, seen)
      return
    case 'ended':
      if (outcome.exit !== 0) tally.broke('lost result', where, seen)
      else if (
        marks.ended !== 1 ||
        outcome.stdout.truncated ||
        Buffer.from(outcome.stdout.bytes).toString() !== honestOutput(runKey) ||
        Buffer.from(outcome.stderr.bytes).toString() !== 'to stderr\n'
      )
        tally.broke('false success', where, seen)
      return
    case 'stopped':
    case 'unknown':
      tally.broke('lost result', where, seen)
  }
}
