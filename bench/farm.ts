/** Starts node-farm.ts, many nodes in a process of their own, and says how they are reached. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { bundleProgram } from './bundle.ts'
import type { Farm, FarmInit } from './node-farm.ts'

/** The account that runs the nodes' commands where the benchmark runs as root, as in test/support/sshd.ts. */
export const ACCOUNT = 'rune-node'

export interface RunningFarm extends Farm {
  readonly addresses: readonly string[]
  /** The private key that the client logs in with. */
  readonly keyFile: string
  stop(): void
}

/** Starts `count` nodes; `noiseMib` as in FarmInit. */
export async function startFarm(
  folder: string,
  count: number,
  noiseMib: number,
): Promise<RunningFarm> {
  const program = join(folder, 'node-farm.mjs')
  await bundleProgram('node-farm.ts', program)
  const name = join(folder, `farm-${process.hrtime.bigint()}`)
  const home = `${name}-home`
  await mkdir(home)
  const account = ordinary()
  if (account !== undefined) await chown(home, account.uid, account.gid)
  const [hostKeyFile, keyFile] = [`${name}-host`, `${name}-id`]
  for (const file of [hostKeyFile, keyFile])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', file])
  await chmod(keyFile, 0o600)
  const addresses = Array.from(
    { length: count },
    (_, i) => `127.1.${Math.floor(i / 250)}.${(i % 250) + 1}`,
  )
  const init: FarmInit = { addresses, hostKeyFile, home, noiseMib, ...account }
  const child = spawn(process.execPath, [program, JSON.stringify(init)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const farm = JSON.parse(await firstLine(child)) as Farm
  return { ...farm, addresses, keyFile, stop: () => child.stdin.end() }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the nodes have no stdout')
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => {
      throw new Error('the nodes did not start')
    }),
  ])
  return String(line)
}

/** Undefined where commands run as whoever runs the benchmark. */
function ordinary(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (what: string): number =>
    Number(execFileSync('id', [what, ACCOUNT], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
