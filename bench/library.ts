/** The Bash library's cost: a small plugin beside a bare bash and beside one jq a call, and inputs of 1 MiB. */
import { spawnSync } from 'node:child_process'
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const LIBRARY = join(import.meta.dirname, '../plugins/lib/rune_bpcs.sh')

const PLUGIN = `set -euo pipefail
source "$RUNE_LIB"
rune_init
for name in a b c d e; do rune_param -v "$name" "$name"; rune_out "$name" "\${!name}"; done
rune_finish done`

/** What a library without a parser of its own does: a jq for each value that is read and for each that is written. */
const WITH_JQ = `set -euo pipefail
input=$(cat) out='{}'
for name in a b c d e; do
  value=$(jq -r --arg k "$name" '.payload.input_parameters[$k]' <<<"$input")
  out=$(jq -c --arg k "$name" --arg v "$value" '.[$k] = $v' <<<"$out")
done
jq -c --argjson d "$out" '{message_metadata, payload: {result: "success", output_data: $d}, observability}' <<<"$input"`

const MIB = 1024 * 1024

/** Lines of name, median in ms, and what belongs to it. */
export function measureLibrary(folder: string, rounds: number): string[][] {
  const small = inputFile(folder, 'small', { a: 'one', b: 2, c: true, d: '\n', e: [1] })
  const record = (i: number) => ({
    name: `service-${i}`,
    pid: i,
    note: 'a "quoted" word\n',
    ports: [80, 443],
  })
  const records = Array.from({ length: Math.floor(MIB / 90) }, (_, i) => record(i))
  const mixed = inputFile(folder, 'mixed', { records })
  const numbers = inputFile(folder, 'numbers', {
    list: Array.from({ length: MIB / 2 }, (_, i) => i % 10),
  })
  const text = inputFile(folder, 'text', { text: 'é word '.repeat(MIB / 8) })

  const median = (script: string, input: string): number => {
    const runs = Array.from({ length: rounds + 1 }, () => once(script, input)).slice(1)
    return runs.toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? Number.NaN
  }
  const bare = median('cat >/dev/null', small)
  const ours = median(PLUGIN, small)
  const jq = spawnSync('jq', ['--version'], { encoding: 'utf8' })
  const ms = (value: number): string => `${value.toFixed(1)} ms`
  const read = 'set -euo pipefail; source "$RUNE_LIB"; rune_init; rune_ok read'
  const large = [
    ['1 MiB of records', mixed],
    ['1 MiB of numbers', numbers],
    ['1 MiB of one text', text],
  ] as const
  return [
    ["bare bash -c 'cat >/dev/null'", ms(bare), ''],
    ['plugin with the library', ms(ours), verdict('over bare', ours - bare, 25)],
    jq.status === 0
      ? ['the same with a jq a call', ms(median(WITH_JQ, small)), jq.stdout.trim()]
      : ['the same with a jq a call', 'jq is absent', ''],
    ...large.map(([name, file]) => {
      const took = median(read, file)
      return [name, ms(took), verdict('all', took, 1000)]
    }),
  ]
}

/** `what` took so long, and whether that is within the target. */
export function verdict(what: string, ms: number, target: number): string {
  return `${what} ${ms.toFixed(1)} ms, target ${target} ms: ${ms <= target ? 'met' : 'MISSED'}`
}

function inputFile(folder: string, name: string, input_parameters: object): string {
  const file = join(folder, `${name}.json`)
  const message_metadata = {
    version: '1.0',
    message_id: 'm',
    created_at: '2026-01-01T00:00:00.000Z',
  }
  const message = {
    message_metadata,
    payload: { input_parameters },
    observability: { trace_id: 't', span_id: 's' },
  }
  writeFileSync(file, JSON.stringify(message))
  return file
}

/** Wall time in ms. Throws when the script fails: that is no measurement. */
function once(script: string, input: string): number {
  const stdin = openSync(input, 'r')
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', RUNE_LIB: LIBRARY }
  const start = performance.now()
  const { status, stdout } = spawnSync('bash', ['-c', script], {
    stdio: [stdin, 'pipe', 'ignore'],
    env,
  })
  const took = performance.now() - start
  closeSync(stdin)
  if (status !== 0)
    throw new Error(`the library's benchmark failed: ${stdout.toString().slice(0, 500)}`)
  return took
}
