/** The built command line that is measured: there, and made of the sources as they are. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** The absolute path of dist/cli.js, or of the build that is `given`, which is taken as it is. Throws with what to do. */
export function builtCli(given: string | undefined): string {
  const cli = given === undefined ? join(ROOT, 'dist/cli.js') : resolve(given)
  if (!existsSync(cli)) throw new Error(`${cli} is missing: run \`npm run build\` first`)
  if (given !== undefined) return cli
  const check = spawnSync(process.execPath, [join(ROOT, 'scripts/build.ts'), '--check'], {
    encoding: 'utf8',
  })
  if (check.status !== 0)
    throw new Error(`dist/ is not what the sources give, so nothing was measured:\n${check.stderr}`)
  return cli
}
