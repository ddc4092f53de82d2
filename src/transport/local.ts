/** Runs plugins on the machine where rune itself runs, through the same launcher as everywhere. */
import { account, type Host } from '../host.ts'
import { bootArgv } from './boot.ts'
import type { Channel } from './channel.ts'
import { channelTransport } from './channel-transport.ts'
import { closeStreams, endOf, startChild } from './child-channel.ts'
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
  const { homedir, username } = account()
  const child = startChild('bash', argv, {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: homedir,
    USER: username,
    LOGNAME: username,
  })
  if (typeof child === 'string') return `bash cannot be started on this machine: ${child}`
  const { stdin, stdout, stderr } = child
  return {
    stdin,
    stdout,
    stderr,
    closed: endOf(child),
    // The launcher sees the end of its stdin and stops the plugin; killing it would leave an orphan.
    destroy: () => {
      closeStreams(child)
      child.process.unref()
    },
  }
}
