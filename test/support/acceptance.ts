/** A project with well-behaved and ill-behaved plugins, and the checks that hold for every run's record. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { issuesOf, type ShapeName } from '../../src/protocol/schemas.ts'
import type { InventoryNode, PluginModule, Runbook } from '../../src/protocol/types.gen.ts'
import { auditRecord } from '../../src/record/audit.ts'
import { type ModuleInit, makeProject, type TestProject } from './project.ts'

const LIBRARY = 'source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"\nrune_init\n'

// Without the library, which would keep a plugin from what these do: the ids come out of the input by hand.
const IDS = `input=$(cat)
meta=\${input#*\\"message_metadata\\":}; meta=\${meta%%\\}*}\\}
obs=\${input#*\\"observability\\":}; obs=\${obs%%\\}*}\\}
say() { printf '{"message_metadata":%s,"payload":{"result":"success","output_data":{}},"observability":%s,"error":null}\\n' "$meta" "$obs"; }
`

/** Scripts by action name. */
const scripts: Readonly<Record<string, string>> = {
  hello: `${LIBRARY}rune_out node "$(rune_ctx node)"\nrune_out word "$(rune_param word)"\nrune_finish hello\n`,
  fails: `${LIBRARY}echo reason >&2\nrune_error 3 "it did not work" '{"tried":"twice"}'\n`,
  two_objects: `${IDS}say; say\n`,
  nothing: 'cat >/dev/null\necho nothing to say >&2\n',
  lies: `${IDS}say; exit 3\n`,
  sleeps: 'sleep 300\n',
}

const manifest: Partial<PluginModule> = {
  actions: Object.fromEntries(
    Object.keys(scripts).map((name) => [
      name,
      {
        description: `Test action ${name}`,
        run: `${name}.sh`,
        effect: 'read' as const,
        timeout: name === 'sleeps' ? '1s' : '20s',
        'dry-run': true,
        requires: ['bash'],
        ...(name === 'hello'
          ? {
              input: { word: { type: 'string' as const, maxLength: 100, default: 'hi' } },
              output: {
                node: { type: 'string' as const, maxLength: 128, required: true },
                word: { type: 'string' as const, maxLength: 100, required: true },
              },
            }
          : {}),
      },
    ]),
  ),
}

export const acceptanceModule: ModuleInit = {
  manifest,
  files: Object.fromEntries(Object.entries(scripts).map(([name, text]) => [`${name}.sh`, text])),
}

/** One runbook a step list; by default `greet` with three steps of `hello`. */
export function acceptanceProject(
  nodes: Readonly<Record<string, InventoryNode>>,
  runbooks: Readonly<Record<string, Partial<Runbook>>> = {},
): Promise<TestProject> {
  const single = Object.fromEntries(
    Object.keys(scripts).map((name) => [name.replaceAll('_', '-'), { steps: [{ uses: name }] }]),
  )
  return makeProject({
    nodes,
    modules: { acceptance: acceptanceModule },
    runbooks: {
      ...single,
      greet: {
        inputs: { word: { type: 'string', maxLength: 100, pattern: '^[a-z ]+$', default: 'hi' } },
        steps: [
          { id: 'one', uses: 'hello', with: { word: '${{ inputs.word }}' } },
          { id: 'two', uses: 'hello', with: { word: '${{ steps.one.output.word }} again' } },
          { id: 'three', uses: 'hello' },
        ],
      },
      ...runbooks,
    },
  })
}

/** Every message of the record has its shape, and every file is what the journal says. */
export async function expectSoundRecord(path: string): Promise<void> {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(path, file), 'utf8'))
  const shaped = (name: ShapeName, value: unknown, file: string): void =>
    expect({ file, issues: issuesOf(name, value) }).toEqual({ file, issues: [] })
  const files = readdirSync(path, { recursive: true }) as string[]
  shaped('report', json('report.json'), 'report.json')
  if (files.includes('plan.json')) shaped('plan', json('plan.json'), 'plan.json')
  if (files.includes('registry.json'))
    for (const message of json('registry.json') as unknown[])
      shaped('mrs', message, 'registry.json')
  if (files.includes('errors.ndjson'))
    for (const line of readFileSync(join(path, 'errors.ndjson'), 'utf8').trimEnd().split('\n'))
      shaped('error-line', JSON.parse(line), 'errors.ndjson')
  for (const line of readFileSync(join(path, 'events.ndjson'), 'utf8').trimEnd().split('\n'))
    shaped('event', JSON.parse(line), 'events.ndjson')
  for (const file of files.filter((name) => /^nodes\/.*\.json$/.test(name)))
    shaped('step-record', json(file), file)
  const { flaws, state, attested } = await auditRecord(path)
  expect(flaws).toEqual([])
  expect(['finished', 'collected']).toContain(state)
  expect(attested).toBe(true)
}
