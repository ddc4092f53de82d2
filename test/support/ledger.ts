/** A project whose plugins write down in one file what they do, so that a test sees what was done, where, and how often. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ask } from '../../src/app/ask.ts'
import { runRequest } from '../../src/app/run.ts'
import type { RunAnswer, RunOptions } from '../../src/app/run-options.ts'
import { systemHost } from '../../src/host.ts'
import type { PluginModule } from '../../src/protocol/types.gen.ts'
import { createRune, type Rune } from '../../src/rune.ts'
import { expectSoundRecord } from './acceptance.ts'
import { makeProject, type ProjectInit, type TestProject } from './project.ts'

const LIBRARY = 'source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"\nrune_init\n'

export interface Ledger {
  readonly project: TestProject
  /** What was done, in order: `web-1 write a`, and `dry` before it in a dry run. */
  lines(): string[]
  /** From now on, until it is mended: `write` of this text on this node fails, or `healthy` is not, or `stuck` waits. */
  break(what: string): void
  mend(what: string): void
  broken(what: string): boolean
  /** Runs it; the record is checked. */
  run(ask: Partial<Ask>, more?: Partial<RunOptions>): Promise<RunAnswer>
  /** A folder for a record that is not there yet. */
  readonly freshRecord: () => string
  cleanup(): Promise<void>
}

/** Actions: `write` and `unwrite` change, `rough` cannot rehearse, `look` says whether the node is healthy. */
export async function makeLedger(
  init: Pick<ProjectInit, 'nodes' | 'runbooks' | 'policy'>,
  rune: Rune = createRune(systemHost),
): Promise<Ledger> {
  const folder = mkdtempSync(join(tmpdir(), 'rune-ledger-'))
  const flags = join(folder, 'flags')
  mkdirSync(flags)
  const file = join(folder, 'ledger')
  writeFileSync(file, '')
  const note = (verb: string): string =>
    `${LIBRARY}text=$(rune_param text); node=$(rune_ctx node); dry=\nrune_dry_run && dry='dry '\n` +
    `printf '%s\\n' "$dry$node ${verb} $text" >>'${file}'\n` +
    `while [ -e "${flags}/stuck-$node-$text" ]; do sleep 0.1; done\n` +
    `[ ! -e "${flags}/$node-$text" ] || rune_error 3 "it did not work"\n` +
    `rune_ok_kv "$text" "text=$text on $node"\n`
  const text = { type: 'string', maxLength: 100, required: true } as const
  const action = (run: string): NonNullable<PluginModule['actions']>[string] => ({
    description: `Test action ${run}`,
    run: `${run}.sh`,
    effect: 'change',
    timeout: '20s',
    input: { text },
    output: { text },
  })
  const project = await makeProject({
    ...init,
    modules: {
      ledger: {
        manifest: {
          actions: {
            write: { ...action('write'), 'dry-run': true, idempotent: true },
            unwrite: { ...action('unwrite'), 'dry-run': true },
            rough: action('rough'),
            absent: { ...action('rough'), requires: ['no-such-program-anywhere'] },
            look: {
              description: 'Whether it is healthy',
              run: 'look.sh',
              effect: 'read',
              output: { healthy: { type: 'boolean', required: true } },
            },
          },
        },
        files: {
          'write.sh': note('write'),
          'unwrite.sh': note('unwrite'),
          'rough.sh': note('rough'),
          'look.sh': `${LIBRARY}node=$(rune_ctx node)\nprintf '%s\\n' "$node look" >>'${file}'\n[ -e "${flags}/sick-$node" ] && healthy=false || healthy=true\nrune_ok looked "{\\"healthy\\":$healthy}"\n`,
        },
      },
    },
  })
  const records = join(folder, 'records')
  mkdirSync(records)
  let count = 0
  const freshRecord = (): string => {
    count += 1
    return join(records, String(count))
  }
  return {
    project,
    freshRecord,
    lines: () => readFileSync(file, 'utf8').split('\n').filter(Boolean),
    break: (what) => writeFileSync(join(flags, what), ''),
    mend: (what) => rmSync(join(flags, what)),
    broken: (what) => existsSync(join(flags, what)),
    run: async (ask, more = {}) => {
      const answer = await runRequest(
        rune,
        { params: {}, dry_run: false, trigger: 'cli', actor: 'alice', ...ask },
        {
          root: project.path,
          out: freshRecord(),
          signal: new AbortController().signal,
          progress: { planned() {}, nodeEnded() {}, counted() {}, lost() {} },
          ...more,
        },
      )
      if (answer.recordPath === undefined) throw new Error('no record')
      await expectSoundRecord(answer.recordPath)
      return answer
    },
    cleanup: async () => {
      rmSync(folder, { recursive: true })
      await project.cleanup()
    },
  }
}
