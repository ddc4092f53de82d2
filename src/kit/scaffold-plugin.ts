/** The files of a new plugin: one action that works, with its fixtures, to be changed into what is needed. */
import library from '../../plugins/lib/rune_bpcs.sh'

export interface NewFile {
  /** Path inside the project. */
  readonly path: string
  readonly text: string
  readonly executable?: boolean
}

/** Both names are those of actions: lower case letters, digits and underscores. */
export function pluginFiles(module: string, action: string): NewFile[] {
  const folder = `plugins/${module}`
  const test = (name: string, file: string, text: string): NewFile => ({
    path: `${folder}/tests/${action}/${name}/${file}`,
    text,
  })
  return [
    { path: `${folder}/module.yaml`, text: manifest(module, action) },
    { path: `${folder}/${action}.sh`, text: SCRIPT, executable: true },
    { path: `${folder}/README.md`, text: readme(module, action) },
    test('reports-a-file', 'input.json', json({ params: { path: 'note.txt' } })),
    test(
      'reports-a-file',
      'expect.json',
      json({ exit: 0, output: { path: 'note.txt', size_bytes: 6 } }),
    ),
    test('reports-a-file', 'work/note.txt', 'hello\n'),
    test('missing-file', 'input.json', json({ params: { path: 'no-such-file' } })),
    test(
      'missing-file',
      'expect.json',
      json({ exit: 2, error: { code: 2, message: 'there is no file' } }),
    ),
  ]
}

/** The shared library, for a project that does not have it. */
export const libraryFile: NewFile = { path: 'plugins/lib/rune_bpcs.sh', text: library }

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

function manifest(module: string, action: string): string {
  return `module: ${module}
version: 0.1.0
description: What this module is for
actions:
  ${action}:
    description: Report the size of one file
    run: ${action}.sh
    effect: read # or change, or destructive: policy and dry run build on it
    idempotent: true
    dry-run: true # it changes nothing when context.dry_run is true
    timeout: 30s
    requires: [bash, stat]
    privileges: none
    input:
      path: { type: string, minLength: 1, maxLength: 4096, pattern: "^[A-Za-z0-9._/-]+$", required: true, description: The file }
    output:
      path: { type: string, maxLength: 4096, required: true }
      size_bytes: { type: integer, minimum: 0, required: true }
    errors:
      - { code: 2, means: there is no file at the path }
`
}

const SCRIPT = `#!/usr/bin/env bash
# Reports the size of one file.
set -euo pipefail
# shellcheck source=/dev/null
source "\${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init

path=$(rune_param path)
if [[ ! -f $path ]]; then
  rune_error_kv 2 "there is no file at this path" path="$path"
fi
size_bytes=$(stat -L -c %s -- "$path")

rune_out path "$path"
rune_out_json size_bytes "$size_bytes"
rune_finish "$path has $size_bytes bytes"
`

function readme(module: string, action: string): string {
  return `# ${module}

- \`module.yaml\`: what the action \`${action}\` takes, gives and may do
- \`${action}.sh\`: the script that runs on the node
- \`tests/${action}/<case>/\`: \`input.json\` and what has to come of it, \`expect.json\`

\`\`\`sh
rune validate
rune test ${module}
\`\`\`
`
}
