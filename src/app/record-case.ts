/** `test --record`: runs an action for real and keeps what it was given and what it answered as a fixture. */
import { recordedFixture } from '../kit/recorded.ts'
import type { Problem, RunReport } from '../protocol/types.gen.ts'
import type { Rune } from '../rune.ts'
import type { Ask } from './ask.ts'
import { refuse, writeNewFiles } from './new-files.ts'
import { openProject } from './project.ts'
import { runRequest } from './run.ts'
import type { RunOptions } from './run-options.ts'

export type RecordedCase =
  | { readonly kind: 'written'; readonly files: readonly string[]; readonly report: RunReport }
  /** With a report when something was run, or was refused by the policy. */
  | { readonly kind: 'refused'; readonly problem: Problem; readonly report?: RunReport }

const CASE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/

/** The ask names an action and one node. Nothing is run when the case is there already. */
export async function recordCase(
  rune: Rune,
  ask: Ask & { readonly action: string },
  options: RunOptions & { readonly name: string },
): Promise<RecordedCase> {
  const { name, root } = options
  if (!CASE_NAME.test(name))
    return refuse(
      `${JSON.stringify(name.slice(0, 200))} is no name of a case; expected letters, digits, dot, underscore and hyphen`,
    )
  const { registry } = await openProject(root)
  const module = registry.actions.get(ask.action)?.module
  const folder = `plugins/${module}/tests/${ask.action}/${name}`
  if (module !== undefined) {
    const free = await writeNewFiles(root, [], [folder])
    if (free.kind === 'refused') return free
  }
  const { report, messages } = await runRequest(rune, ask, options)
  const [record] = messages.values()
  const files = record === undefined ? undefined : recordedFixture(folder, record)
  const [problem] = report.problems
  if (files === undefined) {
    const error = report.nodes[0]?.error ?? report.nodes[0]?.steps[0]?.error
    const why = error === undefined ? 'nothing was run' : `${error.kind}: ${error.message}`
    const none = problem ?? refuse(`there is no answer to record: ${why}`).problem
    return { kind: 'refused', problem: none, report }
  }
  const written = await writeNewFiles(root, files)
  return { ...written, report }
}
