/** The project whose runs are killed: two steps on each node, by plugins that keep the ledger. */

import type { BenchNode } from '../bench/nodes.ts'
import { makeProject, sshdNode, type TestProject } from '../test/support/project.ts'
import { mark } from './ledger.ts'

export const RUNBOOK = 'marks'
export const STEPS = ['first', 'second'] as const

const TEXT = { type: 'string', maxLength: 200, required: true } as const

/** How long each plugin works: long enough to be met by kills, short enough for hundreds of runs. */
const PAUSES = { first: 0.3, second: 0.2 } as const

export function makeKillProject(nodes: readonly BenchNode[]): Promise<TestProject> {
  const action = (id: keyof typeof PAUSES) => ({
    description: 'Writes to the ledger, works, and writes again',
    run: `${id}.sh`,
    effect: 'change' as const,
    timeout: '20s',
    input: { ledger: TEXT },
    output: { said: TEXT, message: TEXT },
  })
  const script = (id: keyof typeof PAUSES): string =>
    [
      'source "$RUNE_LIB"',
      'rune_init',
      'ledger=$(rune_param ledger)',
      mark('begin', '"$ledger"'),
      `sleep ${PAUSES[id]}`,
      mark('end', '"$ledger"'),
      'echo "chatter" >&2',
      'rune_out said "$RUNE_RUN_KEY"',
      'rune_finish ok',
      '',
    ].join('\n')
  return makeProject({
    git: true,
    nodes: Object.fromEntries(
      nodes.map(({ name, address, server }) => [
        name,
        sshdNode(server, { address, labels: { role: 'faults' } }),
      ]),
    ),
    modules: {
      faults: {
        manifest: { actions: { first: action('first'), second: action('second') } },
        files: { 'first.sh': script('first'), 'second.sh': script('second') },
      },
    },
    runbooks: {
      [RUNBOOK]: {
        inputs: { ledger: TEXT },
        targets: { select: 'role=faults', max: 50 },
        steps: STEPS.map((id) => ({ id, uses: id, with: { ledger: '${{ inputs.ledger }}' } })),
      },
    },
  })
}
