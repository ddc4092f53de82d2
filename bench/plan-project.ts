/** The generated project that planning is measured on: a fleet with labels, groups and variables, and a runbook of many steps. */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface PlanSize {
  readonly nodes: number
  readonly steps: number
}

/** Writes the project into a folder that is not there yet. The same size gives the same bytes. */
export async function writePlanProject(root: string, { nodes, steps }: PlanSize): Promise<void> {
  await mkdir(join(root, 'runbooks'), { recursive: true })
  await mkdir(join(root, 'plugins/fleet'), { recursive: true })
  await writeFile(join(root, 'rune.yaml'), PROJECT)
  await writeFile(join(root, 'inventory.yaml'), inventoryText(nodes))
  await writeFile(join(root, 'plugins/fleet/module.yaml'), MODULE)
  await writeFile(join(root, 'plugins/fleet/run.sh'), '#!/usr/bin/env bash\nexit 0\n')
  await writeFile(join(root, 'runbooks/fleet.yaml'), runbookText(steps))
}

const PROJECT = `version: 1
policy:
  allow:
    - { effects: [read], actors: ["*"], triggers: [cli] }
    - { effects: [change], runbooks: [fleet], actors: ["*"], triggers: [cli], targets: "role=web,env in (prod, stage)" }
    - { effects: [change], runbooks: [fleet], actors: ["*"], triggers: [cli], targets: "name=api-*,env!=dev" }
  approvals: { cli: not-required }
  limits: { max-targets: 10000, transports: [ssh], unversioned: [read, change] }
`

const ROLES = ['web', 'api'] as const
const ENVS = ['prod', 'stage'] as const

function inventoryText(nodes: number): string {
  const lines = Array.from({ length: nodes }, (_, n) => {
    const role = ROLES[n % 2] ?? ''
    const env = ENVS[n % 3 === 0 ? 1 : 0] ?? ''
    const address = `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`
    return `  ${role}-${n}: { address: ${address}, labels: { role: ${role}, env: ${env}, rack: r${n % 40} }, ssh: { host-key: "${hostKey(n)}" } }`
  })
  return `defaults: { transport: ssh, ssh: { user: rune }, vars: { drain: true } }
groups:
  web: { select: role=web, vars: { http_port: 80 } }
  api: { select: role=api, vars: { http_port: 8080 } }
  fleet: { children: [web, api], labels: { owner: platform } }
nodes:
${lines.join('\n')}
`
}

/** A whole ed25519 key, another one for each node. */
function hostKey(n: number): string {
  const type = Buffer.from('ssh-ed25519')
  const key = createHash('sha256').update(String(n)).digest()
  const field = (bytes: Buffer): Buffer => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    return Buffer.concat([length, bytes])
  }
  return `ssh-ed25519 ${Buffer.concat([field(type), field(key)]).toString('base64')}`
}

const MODULE = `module: fleet
version: 1.0.0
description: Changes and looks at one service of a node
actions:
  service_change:
    description: Change the state of one service
    run: run.sh
    effect: change
    become: true
    idempotent: true
    dry-run: true
    timeout: 30s
    requires: [bash, systemctl]
    input:
      service: { type: string, maxLength: 64, pattern: "^[a-zA-Z0-9@._-]+$", required: true }
      port: { type: integer, minimum: 1, maximum: 65535, required: true }
      attempts: { type: integer, minimum: 1, maximum: 10, default: 3 }
      note: { type: string, maxLength: 200 }
    output: { active_state: { type: string, maxLength: 32, required: true } }
`

function runbookText(steps: number): string {
  const list = Array.from({ length: steps }, (_, n) => {
    const note = n === 0 ? 'first' : `after \${{ steps.step_${n - 1}.output.active_state }}`
    return `  - id: step_${n}
    uses: service_change
    with:
      service: "\${{ inputs.service }}"
      port: \${{ node.vars.http_port }}
      note: "${note}"
`
  })
  return `name: fleet
description: Change one service on every node of the fleet
inputs:
  service: { type: string, maxLength: 64, pattern: "^[a-zA-Z0-9@._-]{1,64}$", required: true }
targets: { select: "group=fleet,role in (web, api)", max: 10000 }
rollout: { concurrency: 32, batches: [1, 10%], max-failures: 5% }
steps:
${list.join('')}`
}
