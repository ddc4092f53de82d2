/**
 * Many nodes in one process, a program: an ssh2 server at each of many loopback addresses, all on one port, that runs commands with
 * the system's shell. Its one argument is a FarmInit as JSON; prints a Farm as JSON when all listen, and ends with its stdin.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import ssh2, { type ServerChannel } from 'ssh2'

export interface FarmInit {
  readonly addresses: readonly string[]
  readonly hostKeyFile: string
  /** Whom commands run as, and where. */
  readonly home: string
  readonly uid?: number
  readonly gid?: number
  /** MiB of zeros that a node sends after it is told to go and before its result; 0 for an honest one. */
  readonly noiseMib: number
}

export interface Farm {
  readonly port: number
  /** `ssh-ed25519 AAAA...` */
  readonly hostKey: string
}

const GO = Buffer.from('GO ')
const ZEROS = Buffer.alloc(1024 * 1024)

const init = JSON.parse(process.argv[2] ?? '') as FarmInit
const key = ssh2.utils.parseKey(readFileSync(init.hostKeyFile, 'utf8'))
if (key instanceof Error || Array.isArray(key)) throw new Error('not one host key')

const server = new ssh2.Server({ hostKeys: [readFileSync(init.hostKeyFile)] }, (connection) => {
  connection.on('error', () => undefined)
  // Whose key it is does not matter here; that the client has signed with it, does.
  connection.on('authentication', (context) => {
    if (context.method === 'publickey') context.accept()
    else context.reject(['publickey'])
  })
  connection.on('session', (accept) => {
    accept().on('exec', (take, _reject, { command }) => run(take(), command))
  })
})

let port = 0
for (const address of init.addresses) {
  const listener = createServer((socket) => {
    socket.setNoDelay(true)
    server.injectSocket(socket)
  })
  port = await new Promise<number>((resolve, reject) => {
    listener.once('error', reject)
    listener.listen(port, address, () => {
      const bound = listener.address()
      resolve(typeof bound === 'object' && bound !== null ? bound.port : 0)
    })
  })
}
const farm: Farm = { port, hostKey: `${key.type} ${key.getPublicSSH().toString('base64')}` }
process.stdout.write(`${JSON.stringify(farm)}\n`)
process.stdin.on('end', () => process.exit()).resume()

function run(channel: ServerChannel, command: string): void {
  const { home, uid, gid } = init
  const child = spawn('bash', ['-c', command], {
    cwd: home,
    env: { HOME: home, PATH: process.env['PATH'] ?? '/usr/bin:/bin' },
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  })
  const over = (): void => undefined
  child.stdin.on('error', over)
  channel.on('error', over)
  if (init.noiseMib > 0)
    channel.on('data', (chunk: Buffer) => {
      if (!chunk.subarray(0, 3).equals(GO)) return
      child.stdout.unpipe(channel)
      flood(channel, init.noiseMib, () => child.stdout.pipe(channel, { end: false }))
    })
  channel.pipe(child.stdin)
  child.stdout.pipe(channel, { end: false })
  child.stderr.pipe(channel.stderr, { end: false })
  child.on('close', (status) => {
    channel.exit(status ?? 255)
    channel.end()
  })
}

/** Writes as fast as the client takes it. */
function flood(channel: ServerChannel, mib: number, done: () => void): void {
  if (mib === 0 || !channel.writable) done()
  else channel.write(ZEROS, () => flood(channel, mib - 1, done))
}
