/** `gate`: the forced command for nodes, and the allow list that goes with it. */
import { fault } from '../protocol/errors.ts'
import type { Problem } from '../protocol/types.gen.ts'
import { forcedCommand, isGatePath } from '../transport/forced-command.ts'
import { gateDigest } from '../transport/launcher.ts'
import { openProject } from './project.ts'
import { problemOf } from './run-report.ts'

export const ALLOW_FILE = '/etc/rune/allowed'

/** The script as text. `allowFile` is where its list lies on the node. */
export function gateScript(allowFile: string): string | Problem {
  if (isGatePath(allowFile)) return forcedCommand(allowFile)
  const message = `${JSON.stringify(allowFile)} is no path for an allow list: absolute, of letters, digits, dots, hyphens and underscores`
  return problemOf(fault('request-invalid', message))
}

/** One line an action, `name sha256`: those that are named, or all of the project. Sorted. */
export async function gateAllowed(
  root: string,
  names: readonly string[],
): Promise<readonly string[] | Problem> {
  const { registry } = await openProject(root)
  const unknown = names.find((name) => !registry.actions.has(name))
  if (unknown !== undefined)
    return problemOf(fault('action-unknown', `there is no action ${unknown} in this project`))
  return [...registry.actions.values()]
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .map(
      ({ name, bundle, declaration }) =>
        `${name} ${gateDigest(bundle, declaration.requires ?? [])}`,
    )
    .sort()
}
