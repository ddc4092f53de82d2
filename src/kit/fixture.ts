/** One case folder of plugins/<module>/tests/<action>/ as a checked fixture. */
import { issueProblems, problem } from '../document/diagnostic.ts'
import { type Document, readDocument } from '../document/yaml.ts'
import type { SourceFile } from '../plugin/bundle.ts'
import { fromUnknown } from '../protocol/errors.ts'
import { hasShape, issuesOf, type ShapeName } from '../protocol/schemas.ts'
import type { AllShapes, FixtureExpect, FixtureInput, Problem } from '../protocol/types.gen.ts'

export interface Fixture {
  readonly action: string
  /** The folder's name. */
  readonly name: string
  /** plugins/<module>/tests/<action>/<case>. */
  readonly path: string
  readonly input: FixtureInput
  readonly expect: FixtureExpect
  /** What lies in bin/: programs that are found before those of the machine. Paths are names. */
  readonly programs: readonly SourceFile[]
  /** What lies in work/: copied into the folder in which the plugin starts. */
  readonly work: readonly SourceFile[]
}

export type FixtureResult =
  | { readonly kind: 'fixture'; readonly fixture: Fixture }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/** Answers that were recorded may be longer than what people write. */
const LIMITS = { bytes: 2 * 1024 * 1024, scalarBytes: 1024 * 1024, depth: 60, nodes: 50_000 }

/** Reads a case; `files` is everything below its folder, with paths relative to it. */
export function readFixture(path: string, files: readonly SourceFile[]): FixtureResult {
  const [action = '', name = ''] = path.split('/').slice(-2)
  const input = readPart(path, files, 'input', 'fixture-input')
  const expect = readPart(path, files, 'expect', 'fixture-expect')
  const problems = [
    ...('problems' in input ? input.problems : []),
    ...('problems' in expect ? expect.problems : oneAnswer(expect.value, expect.document)),
    ...files.flatMap((file) => misplaced(path, file)),
  ]
  if (problems.length > 0 || 'problems' in input || 'problems' in expect)
    return { kind: 'problems', problems }
  return {
    kind: 'fixture',
    fixture: {
      action,
      name,
      path,
      input: input.value,
      expect: expect.value,
      programs: below('bin/', files),
      work: below('work/', files),
    },
  }
}

type Part<T> =
  | { readonly value: T; readonly document: Document }
  | { readonly problems: readonly Problem[] }

function readPart<N extends ShapeName>(
  folder: string,
  files: readonly SourceFile[],
  name: string,
  shape: N,
): Part<AllShapes[N]> {
  const path = `${folder}/${name}.json`
  const file = files.find((one) => one.path === `${name}.json` && one.kind === 'file')
  if (file === undefined) {
    const message = 'this file is missing; a case has an input.json and an expect.json'
    return {
      problems: [problem({ kind: 'document-missing', rule: 'fixture', message, file: path })],
    }
  }
  // JSON is YAML 1.2, and that reader knows positions, duplicate keys and limits.
  const read = readDocument(path, file.bytes, LIMITS)
  if (read.kind === 'problems') return read
  const { document } = read
  const { value } = document
  const syntax = notJson(path, file.bytes)
  if (syntax !== undefined) return { problems: [syntax] }
  return hasShape(shape, value)
    ? { value, document }
    : { problems: issueProblems(issuesOf(shape, value), document) }
}

function notJson(file: string, bytes: Uint8Array): Problem | undefined {
  try {
    JSON.parse(Buffer.from(bytes).toString('utf8'))
    return undefined
  } catch (caught) {
    const message = `is YAML, but not JSON: ${fromUnknown(caught).message}`
    return problem({ kind: 'document-parse', rule: 'json', message, file })
  }
}

function oneAnswer(expect: FixtureExpect, { file }: Document): Problem[] {
  const answers = [expect.output, expect.error].filter((one) => one !== undefined).length
  if (answers === 1) return []
  const message = `expected exactly one of output and error, found ${answers === 0 ? 'neither' : 'both'}`
  return [problem({ kind: 'document-schema', rule: 'fixture', message, file })]
}

/** A file that nothing reads is a mistyped name, and its check would silently not be made. */
function misplaced(folder: string, { path, kind }: SourceFile): Problem[] {
  const refuse = (message: string): Problem[] => [
    problem({ kind: 'plugin-file', rule: 'fixture', message, file: `${folder}/${path}` }),
  ]
  if (kind !== 'file') return refuse(`is a ${kind}, not a regular file`)
  if (/^(?:input\.json|expect\.json|README.*|bin\/[^/]+|work\/.+)$/.test(path)) return []
  return refuse(
    'a case holds input.json, expect.json, programs directly in bin/, and files of the working folder in work/',
  )
}

function below(folder: string, files: readonly SourceFile[]): SourceFile[] {
  return files.flatMap((file) =>
    file.path.startsWith(folder) ? [{ ...file, path: file.path.slice(folder.length) }] : [],
  )
}
