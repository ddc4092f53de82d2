/** A runner to be killed: `node lone-runner.ts FILE` launches what the file says and waits for it. */
import { readFileSync } from 'node:fs'
import { systemHost } from '../src/host.ts'
import { sshTransport } from '../src/transport/ssh.ts'
import type { Limits, Node } from '../src/transport/transport.ts'
import { GO, launchOf } from './node.ts'

export interface Lone {
  readonly node: Node
  readonly runKey: string
  readonly script: string
  readonly limits: Limits
}

const { node, runKey, script, limits } = JSON.parse(
  readFileSync(process.argv[2] ?? '', 'utf8'),
) as Lone
await sshTransport(systemHost).run(
  node,
  launchOf(runKey, script),
  limits,
  new AbortController().signal,
  GO,
)
