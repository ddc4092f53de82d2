/** The gate: a forced command for a node's authorized_keys, with the launcher in it. */
import collector from './collector.sh'
import entry from './entry.sh'
import script from './forced-command.sh'
import launcher from './launcher.sh'

/** Paths that stand in the script's text: nothing that a shell would read otherwise. */
export function isGatePath(path: string): boolean {
  return /^(\/[A-Za-z0-9._-]+)+$/.test(path)
}

/** The whole script; `allowFile` is an absolute path on the node, as isGatePath wants it. */
export function forcedCommand(allowFile: string): string {
  if (!isGatePath(allowFile)) throw new Error(`not a path for the gate: ${allowFile}`)
  // As functions, so that a text with `$&` or the like in it stays as it is.
  return script
    .replace('@ALLOW@', () => allowFile)
    .replace('@FUNCTIONS@', () => [entry, launcher, collector].join('\n'))
}
