/** What the scripts ask of a node's bash: nothing newer than 4.2, and few processes. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type NodeBox, nodeBox, nodeBoxMissing } from '../support/node-box.ts'
import { bundleOf, ended, go, launchOf, limits, text } from './contract.ts'

const ROOT = join(import.meta.dirname, '../..')
const LIBRARY = 'plugins/lib/rune_bpcs.sh'
const SCRIPTS = [
  'src/transport/entry.sh',
  'src/transport/launcher.sh',
  'src/transport/collector.sh',
  LIBRARY,
]

/** Construct -> since which bash there is it, and an example that the pattern has to find. */
const NEWER: readonly (readonly [string, string, RegExp, string])[] = [
  ['4.4', '${x@Q} and its kin', /\$\{!?\w+(\[[^\]]*\])?@[A-Za-z]\}/, 'echo "${x@Q}"'],
  [
    '4.3',
    'references to names',
    /\b(local|declare|typeset)\s+(-\w+\s+)*-\w*n\w*\b/,
    'local -n r=x',
  ],
  ['4.4', 'local -', /\blocal\s+-(\s|;|$)/, 'local -; set +e'],
  ['4.4', 'mapfile -d', /\b(mapfile|readarray)\b[^|;&]*\s-\w*d/, 'mapfile -t -d "" list'],
  ['4.3', 'wait -n', /\bwait\s+-\w*[nfp]/, 'wait -n'],
  [
    '5.0',
    'variables of bash 5',
    /\b(EPOCHSECONDS|EPOCHREALTIME|SRANDOM|BASH_ARGV0)\b/,
    'now=$EPOCHSECONDS',
  ],
  ['4.3', '-v of an element', /\[\[?\s+(!\s+)?-v\s+"?\w+\[/, '[[ -v list[i] ]]'],
  ['4.3', 'writing from the end of an array', /\b\w+\[-\s*\w+\]\+?=/, 'list[-1]=x'],
  ['4.3', 'unsetting from the end of an array', /\bunset\s+['"]?\w+\[-/, "unset 'list[-1]'"],
  [
    '4.4',
    'newer options',
    /\b(inherit_errexit|localvar_inherit|globasciiranges|assoc_expand_once|patsub_replacement|varredir_close)\b/,
    'shopt -s inherit_errexit',
  ],
  ['4.3', '-R', /\[\[?\s+-R\s/, '[[ -R name ]]'],
  ['5.3', 'command substitution without a fork', /\$\{[ |]/, 'x=${ date; }'],
  ['5.1', 'printf %Q', /\bprintf\b[^;|&]*%Q/, 'printf "%Q" "$x"'],
]

/** Without comments, with the number of each line. */
function code(path: string): [number, string][] {
  return readFileSync(join(ROOT, path), 'utf8')
    .split('\n')
    .map((line, at): [number, string] => [at + 1, line.replace(/(^|\s)#.*$/, '')])
}

describe('the node needs no bash newer than 4.2 for', () => {
  it.each(NEWER)('%s: %s can be seen', (_since, _what, pattern, example) => {
    expect(example).toMatch(pattern)
  })

  it.each(SCRIPTS)('%s', (path) => {
    const found = code(path).flatMap(([number, line]) =>
      NEWER.filter(([, , pattern]) => pattern.test(line)).map(
        ([since, what]) => `${path}:${number}: ${what}, bash ${since}`,
      ),
    )
    expect(found).toEqual([])
  })

  it('the number of a process substitution only where there is one', () => {
    // Before bash 4.4 $! is not set by one. Right after `&` it is, in every bash.
    const wrong = SCRIPTS.flatMap((path) => {
      const lines = code(path).filter(([, line]) => line.trim() !== '')
      return lines.flatMap(([number, line], at) => {
        if (!line.includes('$!')) return []
        const before = lines[at - 1]?.[1] ?? ''
        const guarded = line.includes('BASH_VERSINFO') || /&\s*$/.test(before)
        return guarded ? [] : [`${path}:${number}: ${line.trim()}`]
      })
    })
    expect(wrong).toEqual([])
  })

  it('empty arrays: none of the scripts runs under set -u', () => {
    // Before bash 4.4 "${list[@]}" of an empty list is an error there. The library ends it while it works itself.
    for (const path of SCRIPTS) {
      const on = code(path).filter(([, line]) => /\bset\s+-\w*u|\bset\s+-o\s+nounset/.test(line))
      expect(on.map(([, line]) => line.trim())).toEqual(
        path === LIBRARY ? ['[[ $__rune_options != *u* ]] || set -u'] : [],
      )
    }
  })
})

const missing = nodeBoxMissing()

describe.skipIf(missing)(`on a node ${missing ?? ''}`, () => {
  const node = { name: 'box', transport: 'local' } as const
  const never = new AbortController().signal
  let box: NodeBox
  beforeAll(async () => {
    box = await nodeBox('mkfifo /home/unused; touch /home/calls; chmod 666 /home/calls')
  })
  afterAll(() => box.stop())

  it.each(['4.2', '4.3', '4.4', '5.0', '5.1'])(
    'whose bash behaves as %s the launcher, the collector and the library work',
    async (version) => {
      const transport = box.login({ user: 'ordinary', env: { BASH_COMPAT: version } })
      const bundle = bundleOf({
        'plugin.sh': `set -euo pipefail
          BASH_COMPAT=${version}
          # bash 5.2 goes on reading \\ and & in replacements, which no older bash did.
          shopt -u patsub_replacement 2>/dev/null || :
          source "$RUNE_LIB"
          rune_init
          rune_out word "$(rune_param word)"
          echo note
          rune_finish "done"`,
        'rune_bpcs.sh': readFileSync(join(ROOT, LIBRARY), 'utf8'),
      })
      const input = JSON.stringify({ payload: { input_parameters: { word: "é ' \\ \n€" } } })
      const launch = launchOf('', { bundle, input })
      const first = ended(await transport.run(node, launch, limits(), never, go))
      const collection = { what: 'result', told: true, waitMs: 2_000 } as const
      const second = ended(await transport.collect(node, launch, collection, limits(), never))
      second.acknowledge?.()
      for (const outcome of [first, second]) {
        expect(outcome.exit).toBe(0)
        expect(text(outcome.stdout)).toContain("é ' ")
        expect(text(outcome.stderr)).toBe('note\n')
      }
    },
  )

  const noStrace =
    spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0
      ? undefined
      : 'strace does not work here (package strace)'
  it.skipIf(noStrace)(`a launch costs few processes ${noStrace ?? ''}`, async () => {
    const calls = '/home/calls'
    const trace = [
      'strace',
      '-f',
      '-qq',
      '-e',
      'trace=execve,clone,clone3,fork,vfork',
      '-e',
      'signal=none',
      '-o',
      calls,
    ]
    const cost = async (script: string): Promise<{ forks: number; programs: number }> => {
      box.sh(`: >${calls}`)
      const transport = box.login({ user: 'ordinary', under: trace })
      const outcome = ended(await transport.run(node, launchOf(script), limits(), never, go))
      outcome.acknowledge?.()
      await expect.poll(() => box.sh(`pgrep -xf '${trace.join(' ')} .*' || :`)).toBe('')
      const count = (what: string): number => Number(box.sh(`grep -cE '${what}' ${calls} || :`))
      return {
        forks: count('(clone3?|v?fork)\\('),
        programs: count('execve.*= 0'),
      }
    }
    // The first makes the state directory and sweeps it.
    await cost('echo "{}"')
    const silent = await cost('echo "{}"')
    const loud = await cost('echo "{}"; echo note >&2')
    expect(silent.programs).toBeGreaterThan(3)
    expect(silent.programs).toBeLessThanOrEqual(6)
    expect(silent.forks).toBeLessThanOrEqual(9)
    expect(loud.programs).toBeLessThanOrEqual(8)
    expect(loud.forks).toBeLessThanOrEqual(11)
  })
})
