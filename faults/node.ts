/** One real node for faults inside this process: launches with a ledger, and limits short enough to be waited for. */
import { createHash, randomBytes } from 'node:crypto'
import { limitsFor } from '../src/lmm/limits.ts'
import type { Launch, LaunchJournal, Limits, Node, Outcome } from '../src/transport/transport.ts'
import type { TestSshd } from '../test/support/sshd.ts'
import { mark } from './ledger.ts'

export const GO: LaunchJournal = { ready: async () => 'go' }

/** The server as a node, or the proxy that stands before it. */
export function nodeAt(
  server: TestSshd,
  { address, port }: { readonly address: string; readonly port: number } = server,
): Node {
  const { user, hostKey, privateKey } = server
  return { name: 'node', transport: 'ssh', address, port, user, hostKey, privateKey }
}

export function shortLimits(more: Partial<Limits> = {}): Limits {
  return {
    ...limitsFor(5_000),
    killGraceMs: 300,
    connectMs: 3_000,
    handshakeMs: 5_000,
    readyMs: 5_000,
    heartbeatMs: 500,
    leaseMs: 5_000,
    graceMs: 5_000,
    ackMs: 1_000,
    ...more,
  }
}

export function launchOf(runKey: string, script: string, more: Partial<Launch> = {}): Launch {
  const text = Buffer.from(script)
  return {
    runKey,
    plan: 'f'.repeat(64),
    action: 'faults',
    nonce: randomBytes(16).toString('hex'),
    bundle: {
      files: [{ path: 'plugin.sh', bytes: text }],
      entry: 'plugin.sh',
      interpreter: 'bash',
      sha256: createHash('sha256').update(text).digest('hex'),
    },
    input: '{}',
    requires: ['bash'],
    become: false,
    readOnly: false,
    onDisconnect: 'stop',
    ...more,
  }
}

/** A plugin that keeps the ledger and prints some KiB that nobody else would print. */
export function honestScript(ledger: string, pauseS = 0.1): string {
  return [
    mark('begin', ledger),
    `sleep ${pauseS}`,
    mark('end', ledger),
    'seq 1 1500',
    'echo "$RUNE_RUN_KEY"',
    'echo "to stderr" >&2',
  ].join('\n')
}

/** What honestScript prints on stdout under this key. */
export function honestOutput(runKey: string): string {
  const lines = Array.from({ length: 1500 }, (_, i) => `${i + 1}\n`).join('')
  return `${lines}${encodeURIComponent(runKey)}\n`
}

/** An outcome in a few words, for a message. */
export function wordsOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'ended':
      return `ended ${outcome.exit ?? 'without exit status'}, ${outcome.stdout.total} bytes`
    case 'stopped':
      return `stopped by ${outcome.why}`
    case 'not-started':
      return `not started: ${outcome.reason}: ${outcome.message}`
    case 'unknown':
      return `unknown: ${outcome.detail}`
  }
}
