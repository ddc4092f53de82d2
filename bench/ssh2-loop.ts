/**
 * The bare floor of `rune run`, a program: ssh2 runs one command on every node, all nodes in parallel, a node's steps one after
 * another over one connection, with no protocol around them. Its one argument is what to do, as JSON; prints the answers' lines.
 */
import { readFileSync } from 'node:fs'
import { Client, type ClientChannel } from 'ssh2'

interface Work {
  readonly user: string
  readonly identityFile: string
  readonly command: string
  readonly inputFile: string
  readonly steps: number
  readonly nodes: readonly {
    readonly address: string
    readonly port: number
    readonly hostKey: string
  }[]
}

const work = JSON.parse(process.argv[2] ?? '') as Work
const privateKey = readFileSync(work.identityFile)
const input = readFileSync(work.inputFile)
await Promise.all(work.nodes.map(onNode))

async function onNode({ address, port, hostKey }: Work['nodes'][number]): Promise<void> {
  const client = new Client()
  const pinned = Buffer.from(hostKey.split(' ')[1] ?? '', 'base64')
  await new Promise<void>((resolve, reject) => {
    client.on('ready', resolve).on('error', reject)
    client.connect({
      host: address,
      port,
      username: work.user,
      privateKey,
      hostVerifier: (key: Buffer) => key.equals(pinned),
      algorithms: { kex: ['curve25519-sha256'], serverHostKey: ['ssh-ed25519'] },
    })
  })
  client.setNoDelay(true)
  for (let step = 0; step < work.steps; step++) await ask(client)
  client.end()
}

async function ask(client: Client): Promise<void> {
  const channel = await new Promise<ClientChannel>((resolve, reject) => {
    client.exec(work.command, (error, opened) => (error ? reject(error) : resolve(opened)))
  })
  const answer: Buffer[] = []
  channel.on('data', (chunk: Buffer) => answer.push(chunk))
  channel.stderr.resume()
  channel.end(input)
  const exit = await new Promise<unknown>((resolve) => channel.once('close', resolve))
  if (exit !== 0) throw new Error(`exit status ${exit}`)
  process.stdout.write(Buffer.concat(answer))
}
