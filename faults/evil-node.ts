/** A node that keeps to SSH and to nothing else: it sends without end what a runner could choke on. */
import { once } from 'node:events'
import type { ServerChannel } from 'ssh2'
import ssh2 from 'ssh2'

export const EVILS = ['noise', 'stderr', 'frames', 'ends', 'line', 'result'] as const
export type Evil = (typeof EVILS)[number]

export interface EvilNode {
  readonly port: number
  readonly hostKey: string
  /** Bytes that it could send. */
  sent(): number
  stop(): Promise<void>
}

const MIB = 1024 * 1024

/** Sends at most `sizeBytes` in each session, as fast as the runner takes it. */
export async function startEvil(evil: Evil, address: string, sizeBytes: number): Promise<EvilNode> {
  const keys = ssh2.utils.generateKeyPairSync('ed25519')
  let sent = 0
  const server = new ssh2.Server({ hostKeys: [keys.private] }, (client) => {
    client.on('error', () => undefined)
    client.on('authentication', (context) => context.accept())
    client.on('ready', () =>
      client.on('session', (accept) =>
        accept().on('exec', (accepted, _reject, { command }) => {
          const nonce = /rune ([0-9a-f]{32})/.exec(command)?.[1] ?? ''
          const channel = accepted()
          channel.on('error', () => undefined)
          void play(evil, channel, nonce, sizeBytes, (bytes) => {
            sent += bytes
          })
        }),
      ),
    )
  })
  server.listen(0, address)
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return {
    port,
    hostKey: keys.public.trim().split(' ').slice(0, 2).join(' '),
    sent: () => sent,
    stop: async () => {
      server.close()
    },
  }
}

async function play(
  evil: Evil,
  channel: ServerChannel,
  nonce: string,
  sizeBytes: number,
  count: (bytes: number) => void,
): Promise<void> {
  const say = (words: string): string => `\n\x1eRUNE1 ${nonce} ${words}\n`
  const ready = say('READY bash=5.2 boot=evil uid=0 spool=yes')
  const out = evil === 'stderr' ? channel.stderr : channel
  if (evil !== 'noise' && evil !== 'line') {
    channel.write(ready)
    await heard(channel, `GO ${nonce}`)
  }
  const piece = Buffer.from(textOf(evil, nonce, say))
  for (let left = sizeBytes; left > 0 && out.writable; left -= piece.length) {
    count(piece.length)
    if (!out.write(piece)) await room(out, channel)
  }
  channel.end()
}

function textOf(evil: Evil, nonce: string, say: (words: string) => string): string {
  switch (evil) {
    case 'noise':
    case 'stderr':
      return 'noise '.repeat(MIB / 6)
    case 'frames':
      return say('FOO bar').repeat(20_000)
    case 'ends':
      return say('END').repeat(20_000)
    case 'line':
      return `\n\x1eRUNE1 ${nonce} ${'x'.repeat(MIB)}`
    case 'result': {
      const none = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
      const size = `out=1048576:${none}:1048576 err=65536:${none}:65536 tail=65536:${none}`
      const line = `RESULT ended=exit exit=0 ms=1 signals=none gone=yes survivors=none ${size}`
      return say(`${line} launch=${nonce} spool=yes`) + 'x'.repeat(MIB)
    }
  }
}

/** Resolves when more can be sent, or never will be. */
async function room(out: NodeJS.EventEmitter, channel: ServerChannel): Promise<void> {
  const over = new AbortController()
  const waits = [once(out, 'drain', over), once(channel, 'close', over)]
  await Promise.race(waits).catch(() => undefined)
  over.abort()
  await Promise.allSettled(waits)
}

async function heard(channel: ServerChannel, words: string): Promise<void> {
  let last = ''
  await new Promise<void>((resolve) => {
    channel.on('data', (chunk: Buffer) => {
      last = (last + chunk.toString('latin1')).slice(-200)
      if (last.includes(words)) resolve()
    })
    channel.once('close', () => resolve())
  })
}
