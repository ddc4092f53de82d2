/** Runs plugins on the machine where rune itself runs, through the same launcher as everywhere. */
import { spawn } from 'node:child_process'
import { userInfo } from 'node:os'
import type { Host } from '../host.ts'
import { type Channel, converse } from './conversation.ts'
import { bootArgv, startFrame } from './launcher.ts'
import type { Launch, LaunchJournal, Limits, Node, Outcome, Transport } from './transport.ts'

/** The transport for nodes that say `transport: local`. */
export function localTransport(host: Host): Transport {
  const run = async (
    _node: Node,
    launch: Launch,
    limits: Limits,
    signal: AbortSignal,
    journal: LaunchJournal,
  ): Promise<Outcome> => {
    if (signal.aborted) return cancelled()
    const nonce = host.hex(16)
    const frame = startFrame(nonce, launch, limits)
    return converse(openBash(bootArgv(frame)), {
      nonce,
      frame,
      limits,
      signal,
      journal,
      monotonicMs: () => host.monotonicMs(),
    })
  }
  return { name: 'local', run, close: async () => undefined }
}

function cancelled(): Outcome {
  return {
    kind: 'not-started',
    reason: 'cancelled',
    message: 'the run was cancelled before the node was reached',
    timingsMs: {},
    noise: { bytes: Buffer.alloc(0), total: 0, truncated: false },
    warnings: [],
  }
}

function openBash(argv: readonly string[]): Channel {
  const { homedir, username } = userInfo()
  // Its own session: Ctrl-C in a terminal goes to rune, which stops the plugin by the protocol.
  // A fixed environment: nothing of this process, which may hold tokens, reaches the plugin.
  const child = spawn('bash', argv, {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      HOME: homedir,
      USER: username,
      LOGNAME: username,
    },
  })
  const closed = new Promise<{ exit?: number; error?: string }>((resolve) => {
    child.once('error', (error) => resolve({ exit: 127, error: error.message }))
    child.once('close', (exit) => resolve(exit === null ? {} : { exit }))
  })
  const { stdin, stdout, stderr } = child
  return {
    stdin,
    stdout,
    stderr,
    closed,
    // The launcher sees the end of its stdin and stops the plugin; killing it would leave an orphan.
    destroy: () => {
      stdin.destroy()
      stdout.destroy()
      stderr.destroy()
      child.unref()
    },
  }
}
