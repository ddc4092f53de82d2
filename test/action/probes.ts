/** The project that the bundle is tried on: runbooks with well-behaved, hostile and sleeping plugins, and a policy. */
import type { ProjectFile } from '../../src/protocol/types.gen.ts'

export const HOSTILE = [
  '::add-mask::e',
  '##[error]stolen',
  'x ##[add-mask]e',
  '  ::set-output name=status::owned',
  '::stop-commands::quiet',
  '| a | <script>alert(1)</script> @octo/team',
]

const script = (body: string): string =>
  `#!/usr/bin/env bash\nset -euo pipefail\nsource "\${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"\nrune_init\n${body}\n`
const text = { type: 'string', maxLength: 4000 } as const
const word = { ...text, pattern: '^[a-z ]+$', required: true } as const

const SCRIPTS = {
  'echo_word.sh': script('rune_out word "$(rune_param word)"\nrune_finish said'),
  'hostile.sh': script(
    `cat >&2 <<'END'\n${HOSTILE.join('\n')}\nEND\nrune_out said "$(printf '%s\\n' ${HOSTILE.map((line) => `'${line}'`).join(' ')})"\nrune_finish '::error::owned ##[error]owned'`,
  ),
  'hostile_error.sh': script(
    "rune_error 3 $'::add-mask::e\\n##[error]owned\\n::set-output name=status::owned'",
  ),
  'sleeper.sh': script('echo $$ >"$(rune_param file)"\nsleep 60 & wait\nrune_finish woke'),
}

export const MODULE = {
  manifest: {
    actions: {
      echo_word: {
        description: 'Say',
        run: 'echo_word.sh',
        effect: 'read',
        input: { word },
        output: { word },
      },
      hostile: { description: 'Shout', run: 'hostile.sh', effect: 'read', output: { said: text } },
      hostile_error: { description: 'Fail', run: 'hostile_error.sh', effect: 'read' },
      sleeper: { description: 'Sleep', run: 'sleeper.sh', effect: 'change', input: { file: text } },
    },
  },
  files: SCRIPTS,
} as const

export const RUNBOOKS = {
  say: {
    inputs: { word },
    targets: { select: 'role=web' },
    steps: [{ uses: 'echo_word', with: { word: '${{ inputs.word }}' } }],
  },
  'ask-silence': { targets: { select: 'role=silent' }, steps: [{ uses: 'hostile' }] },
  shout: { targets: { select: 'role=web' }, steps: [{ uses: 'hostile' }] },
  fail: { targets: { select: 'role=web' }, steps: [{ uses: 'hostile_error' }] },
  sleep: {
    inputs: { file: { ...text, required: true } },
    targets: { select: 'role=web' },
    steps: [{ uses: 'sleeper', with: { file: '${{ inputs.file }}' } }],
  },
}

export const POLICY: ProjectFile['policy'] = {
  allow: [
    { effects: ['read'], actors: ['*'], triggers: ['workflow_dispatch', 'repository_dispatch'] },
    { effects: ['change'], actors: ['alice', 'bob'], triggers: ['workflow_dispatch'] },
  ],
  limits: { transports: ['ssh'] },
}
