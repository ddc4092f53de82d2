/** The generated project that `validate` is measured on: modules with several actions, runbooks with steps and expressions. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface ProjectSize {
  readonly runbooks: number
  readonly modules: number
}

const ACTIONS_PER_MODULE = 3

/** Writes the project into a folder that is not there yet. The same size gives the same bytes. */
export async function writeProject(
  root: string,
  { runbooks, modules }: ProjectSize,
): Promise<void> {
  await mkdir(join(root, 'runbooks'), { recursive: true })
  await writeFile(join(root, 'rune.yaml'), PROJECT)
  await writeFile(join(root, 'inventory.yaml'), INVENTORY)
  for (let module = 0; module < modules; module++) {
    const folder = join(root, `plugins/module_${module}`)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'run.sh'), '#!/usr/bin/env bash\nexit 0\n')
    await writeFile(join(folder, 'module.yaml'), moduleText(module))
  }
  for (let runbook = 0; runbook < runbooks; runbook++) {
    const file = join(root, `runbooks/runbook-${runbook}.yaml`)
    await writeFile(file, runbookText(runbook, modules))
  }
}

const PROJECT = `version: 1
policy:
  allow:
    - { effects: [read], actors: ["*"], triggers: [cli] }
  limits: { max-targets: 50, transports: [ssh] }
`

const INVENTORY = `defaults: { transport: ssh, ssh: { user: rune } }
nodes:
  web-1: { address: 10.0.0.11, labels: { role: web, env: prod } }
  web-2: { address: 10.0.0.12, labels: { role: web, env: prod } }
`

function moduleText(module: number): string {
  const actions = Array.from({ length: ACTIONS_PER_MODULE }, (_, action) =>
    actionText(module, action),
  )
  return `# yaml-language-server: $schema=../../schemas/module.json
module: module_${module}
version: 1.${module % 10}.0
description: Health and state of the services of team ${module}
owner: team-${module}
actions:
${actions.join('\n')}`
}

/** Bounds differ from action to action: no two schemas of the project are equal. */
function actionText(module: number, action: number): string {
  const size = 64 + module + action
  return `  ${actionName(module, action)}:
    description: Report the state of one unit of team ${module} as the node sees it
    run: run.sh
    effect: read
    become: false
    idempotent: true
    dry-run: true
    timeout: 30s
    on-disconnect: stop
    requires: [bash, systemctl]
    privileges: none
    input:
      service: { type: string, maxLength: ${size}, pattern: "^[a-zA-Z0-9@._:-]{1,${32 + (module % 64)}}$", required: true, description: Unit name without its suffix }
      attempts: { type: integer, minimum: 1, maximum: ${size}, default: 3, description: How often the unit is asked }
      mode: { type: string, enum: [fast, full, team-${module}], default: fast }
      limits:
        type: object
        properties:
          load: { type: number, minimum: 0, maximum: ${size} }
          memory_percent: { type: integer, minimum: 1, maximum: 100 }
    output:
      message: { type: string, maxLength: 256, required: true }
      active_state: { type: string, maxLength: ${size}, required: true }
      main_pid: { type: integer, minimum: 0, required: true, description: 0 when no main process runs }
      healthy: { type: boolean, required: true }
      findings:
        type: array
        maxItems: ${size}
        items: { type: string, maxLength: 512 }
        required: true
      disks:
        type: array
        maxItems: 64
        items:
          type: object
          properties:
            mount: { type: string, maxLength: 4096, required: true }
            used_percent: { type: integer, minimum: 0, maximum: 100, required: true }
    errors:
      - { code: 1, means: an input parameter is not in its range }
      - { code: 2, means: systemctl is missing or does not answer }
`
}

function actionName(module: number, action: number): string {
  return `report_${module}_${action}`
}

/** Three to six steps, each of which reads inputs and the step before it. */
function runbookText(runbook: number, modules: number): string {
  const steps = Array.from({ length: 3 + (runbook % 4) }, (_, step) => {
    const uses = actionName((runbook * 7 + step) % modules, step % ACTIONS_PER_MODULE)
    const before =
      step === 0
        ? '      attempts: ${{ inputs.attempts }}'
        : `      mode: \${{ case(steps.step_${step - 1}.output.active_state == 'active', 'fast', 'full') }}`
    return `  - id: step_${step}
    uses: ${uses}
    timeout: 20s
    with:
      service: "\${{ inputs.service }}"
${before}
      limits: { load: 4, memory_percent: 90 }
`
  })
  return `# yaml-language-server: $schema=../schemas/runbook.json
name: runbook-${runbook}
description: Look at the services of team ${runbook} and say what looks unhealthy
owner: team-${runbook}
inputs:
  service: { type: string, maxLength: ${64 + (runbook % 500)}, pattern: "^[a-zA-Z0-9@._-]{1,64}$", required: true, description: Unit name }
  attempts: { type: integer, minimum: 1, maximum: ${10 + (runbook % 40)}, default: 3 }
  url: { type: string, maxLength: 200, default: "http://127.0.0.1/healthz" }
targets:
  select: role=web,env=prod
  max: 50
steps:
${steps.join('')}`
}
