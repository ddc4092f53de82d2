/** The project that RUNE runs in a benchmark: one runbook, with the same step as often as asked, on all nodes given. */
import type { InventoryNode } from '../src/protocol/types.gen.ts'
import { makeProject, type TestProject } from '../test/support/project.ts'

export const RUNBOOK = 'bench'

const ROLE = 'bench'

const PARAMETERS = {
  label: 'web frontend',
  source: '/proc/loadavg',
  load_limit: 8,
  uptime_limit: 3600,
  note: 'as measured',
}

export interface Work {
  readonly steps: number
  /** The plugin's text. */
  readonly plugin: string
}

/** Makes the project, committed; its policy allows as many nodes as there may ever be. */
export async function benchProject(
  nodes: Readonly<Record<string, InventoryNode>>,
  { steps, plugin }: Work,
): Promise<TestProject> {
  return makeProject({
    git: true,
    policy: {
      allow: [{ effects: ['read'], actors: ['*'], triggers: ['cli'] }],
      limits: { transports: ['ssh'], 'max-targets': 10_000 },
    },
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([name, node]) => [name, { ...node, labels: { role: ROLE } }]),
    ),
    runbooks: {
      [RUNBOOK]: {
        targets: { select: `role=${ROLE}` },
        steps: Array.from({ length: steps }, (_, i) => ({
          id: `step-${i + 1}`,
          uses: 'sample',
          with: PARAMETERS,
        })),
      },
    },
    modules: {
      bench: {
        manifest: {
          actions: {
            sample: {
              description: 'Read the load and the uptime',
              run: 'plugin.sh',
              effect: 'read',
              idempotent: true,
              timeout: '60s',
              requires: ['bash'],
              privileges: 'none',
              input: {
                label: { type: 'string', maxLength: 64, required: true },
                source: { type: 'string', maxLength: 64, required: true },
                load_limit: { type: 'number', minimum: 0 },
                uptime_limit: { type: 'integer', minimum: 0 },
                note: { type: 'string', maxLength: 64 },
              },
              output: {
                message: { type: 'string', maxLength: 64, required: true },
                label: { type: 'string', maxLength: 64, required: true },
                load: { type: 'number', minimum: 0, required: true },
                tasks: { type: 'integer', minimum: 0, required: true },
                uptime_seconds: { type: 'integer', minimum: 0, required: true },
                limits: { type: 'string', maxLength: 256, required: true },
              },
            },
          },
        },
        files: { 'plugin.sh': plugin },
      },
    },
  })
}
