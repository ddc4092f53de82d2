/** Static checks of a module's shell scripts by shellcheck, where that is installed. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { problem } from '../document/diagnostic.ts'
import type { SourceFile } from '../plugin/bundle.ts'
import { fromUnknown, systemCode } from '../protocol/errors.ts'
import type { ModuleAction, Problem } from '../protocol/types.gen.ts'

export interface CheckedModule {
  readonly name: string
  readonly files: readonly SourceFile[]
  readonly actions: readonly { readonly declaration: ModuleAction }[]
}

export interface ScriptsChecked {
  readonly kind: 'done' | 'not-installed' | 'not-needed'
  readonly problems: readonly Problem[]
}

const LIMIT_MS = 60_000
const OUTPUT_BYTES = 8 * 1024 * 1024

/** What shellcheck finds: its errors and warnings are errors, its advice is a warning. */
export async function checkScripts(
  modules: readonly CheckedModule[],
  signal: AbortSignal,
): Promise<ScriptsChecked> {
  const groups = modules.flatMap((module) => scriptsOf(module))
  if (groups.length === 0 || signal.aborted) return { kind: 'not-needed', problems: [] }
  const problems: Problem[] = []
  for (const group of groups) {
    const found = await checkGroup(group, signal)
    if (found === 'not-installed') return { kind: 'not-installed', problems: [] }
    problems.push(...found)
  }
  return { kind: 'done', problems }
}

interface Group {
  readonly module: string
  readonly dialect: 'bash' | 'sh'
  readonly files: readonly SourceFile[]
}

/** The scripts that actions run, and what else ends like a shell script. */
function scriptsOf({ name, files, actions }: CheckedModule): Group[] {
  const dialects = new Map<string, 'bash' | 'sh' | 'other'>()
  for (const { declaration } of actions) {
    const { run, interpreter = 'bash' } = declaration
    dialects.set(run, interpreter === 'bash' || interpreter === 'sh' ? interpreter : 'other')
  }
  const dialectOf = ({ path }: SourceFile) =>
    dialects.get(path) ?? (/\.(?:sh|bash)$/.test(path) ? 'bash' : 'other')
  return (['bash', 'sh'] as const).flatMap((dialect) => {
    const own = files.filter((file) => file.kind === 'file' && dialectOf(file) === dialect)
    return own.length === 0 ? [] : [{ module: name, dialect, files: own }]
  })
}

async function checkGroup(
  { module, dialect, files }: Group,
  signal: AbortSignal,
): Promise<Problem[] | 'not-installed'> {
  const folder = await mkdtemp(join(tmpdir(), 'rune-shellcheck-'))
  try {
    for (const { path, bytes } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), bytes)
    }
    const said = await shellcheck(folder, dialect, files, signal)
    if (said === 'not-installed') return said
    if (signal.aborted) return []
    const comments = commentsOf(said)
    return typeof comments === 'string'
      ? [finding(module, { level: 'info', message: comments })]
      : comments.map((comment) => finding(module, comment))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What it printed; '' when it was stopped. */
function shellcheck(
  folder: string,
  dialect: string,
  files: readonly SourceFile[],
  signal: AbortSignal,
): Promise<string> {
  // The library's path is known on the node only, so whoever sources it cannot be followed (SC1090, SC1091). No
  // .shellcheckrc: a check that depends on who runs it is none.
  const options = ['--norc', '--format=json1', `--shell=${dialect}`, '--exclude=SC1090,SC1091']
  const args = [...options, '--', ...files.map(({ path }) => path)]
  const limits = { cwd: folder, signal, timeout: LIMIT_MS, maxBuffer: OUTPUT_BYTES }
  return new Promise((resolve) => {
    execFile('shellcheck', args, limits, (error, stdout) => {
      // Its exit status is 1 when it found something.
      resolve(systemCode(error) === 'ENOENT' ? 'not-installed' : stdout)
    })
  })
}

interface Comment {
  readonly level: string
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly code?: number
}

/** Its findings, or why they cannot be read. */
function commentsOf(text: string): readonly Comment[] | string {
  try {
    const { comments } = JSON.parse(text) as { readonly comments?: readonly Comment[] }
    return Array.isArray(comments)
      ? comments
      : 'shellcheck answered without findings or their absence'
  } catch (caught) {
    return `shellcheck could not be used (0.7 or newer is needed): ${fromUnknown(caught).message}`
  }
}

function finding(module: string, { level, message, file, line, column, code }: Comment): Problem {
  return problem({
    kind: 'document-schema',
    rule: code === undefined ? 'shellcheck' : `SC${code}`,
    message,
    severity: level === 'error' || level === 'warning' ? 'error' : 'warning',
    file: file === undefined ? `plugins/${module}` : `plugins/${module}/${file}`,
    ...(line === undefined || column === undefined ? {} : { position: { line, column } }),
  })
}
