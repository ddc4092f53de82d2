/** The folder in which one case runs, with its fake programs, and the bundle that starts the plugin there. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Bundle, SourceFile } from '../plugin/bundle.ts'
import type { Fixture } from './fixture.ts'

export interface Sandbox {
  /** Where the plugin starts, which is its HOME too; absolute. */
  readonly work: string
  /** The bundle with a first script that goes to the folder and then becomes the plugin. */
  readonly bundle: Bundle
  remove(): Promise<void>
}

/** `unique` goes into the first script's name, so that it covers no file of the module. */
export async function openSandbox(
  fixture: Fixture,
  bundle: Bundle,
  unique: string,
): Promise<Sandbox> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'rune-test-')))
  const work = join(root, 'work')
  const programs = join(root, 'bin')
  await writeFiles(work, fixture.work, 0o600)
  await writeFiles(programs, fixture.programs, 0o700)
  const entry = `start-${unique}.sh`
  const script = startScript(bundle, work, fixture.programs.length > 0 ? programs : undefined)
  return {
    work,
    bundle: {
      ...bundle,
      entry,
      interpreter: 'bash',
      files: [...bundle.files, { path: entry, bytes: Buffer.from(script) }],
    },
    remove: () => rm(root, { recursive: true, force: true }),
  }
}

async function writeFiles(
  folder: string,
  files: readonly SourceFile[],
  mode: number,
): Promise<void> {
  await mkdir(folder)
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes, { mode })
  }
}

/** The plugin gets the variables that the launcher gives and no others; only the values of HOME and PATH are the test's. */
function startScript({ entry, interpreter }: Bundle, work: string, programs?: string): string {
  const path = programs === undefined ? '"$PATH"' : `${quoted(programs)}:"$PATH"`
  const kept = ['USER', 'LOGNAME', 'LANG', 'RUNE_LIB', 'RUNE_RUN_KEY']
  return [
    `cd -- ${quoted(work)} || exit 125`,
    `exec env -i PATH=${path} HOME=${quoted(work)} ${kept.map((name) => `${name}="$${name}"`).join(' ')} \\`,
    `  ${interpreter} "\${0%/*}/${entry}"`,
    '',
  ].join('\n')
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
