/** Runs plugins on the machine where rune itself runs, through the same launcher as everywhere. */
import { spawn } from 'node:child_process'
import { account, type Host } from '../host.ts'
import { fromUnknown, systemCode } from '../protocol/errors.ts'
import { bootArgv } from './boot.ts'
import type { Channel, ChannelEnd } from './channel.ts'
import { channelTransport } from './channel-transport.ts'
import type { Transport } from './transport.ts'

/** The transport for nodes that say `transport: local`. */
export function localTransport(host: Host): Transport {
  return channelTransport(host, {
    name: 'local',
    open: async (_node, frame) => {
      const channel = openBash(bootArgv(frame))
      return typeof channel === 'string'
        ? { reason: 'launch-failed', message: channel }
        : { channel, timingsMs: {} }
    },
    close: async () => undefined,
  })
}

/** The running boot line, or why there is no process. */
function openBash(argv: readonly string[]): Channel | string {
  const child = startBash(argv)
  if (child instanceof Error) return `bash cannot be started on this machine: ${child.message}`
  const { stdin, stdout, stderr } = child
  // Without file descriptors left there are no streams, whatever the types say; the error comes as an event.
  if (!stdin || !stdout || !stderr) {
    child.once('error', () => undefined)
    return 'bash cannot be started on this machine: no file descriptors are left'
  }
  const closed = new Promise<ChannelEnd>((resolve) => {
    child.once('error', (error) =>
      resolve({ exit: systemCode(error) === 'ENOENT' ? 127 : 126, said: error.message }),
    )
    child.once('close', (exit, signal) => {
      if (exit !== null) resolve({ exit })
      else resolve(signal === null ? {} : { signal })
    })
  })
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

function startBash(argv: readonly string[]) {
  const { homedir, username } = account()
  try {
    // Its own session: Ctrl-C in a terminal goes to rune, which stops the plugin by the protocol.
    // A fixed environment: nothing of this process, which may hold tokens, reaches the plugin.
    return spawn('bash', argv, {
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
  } catch (caught) {
    return fromUnknown(caught)
  }
}
