/** Reads the values of a run's inputs from a file: one YAML or JSON object, as the inputs are declared. */
import { readFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { formatProblem } from '../document/diagnostic.ts'
import { readDocument } from '../document/yaml.ts'
import { systemCode } from '../protocol/errors.ts'

/** Text: what is wrong with it. A relative path counts from `base`. */
export async function readParams(
  path: string,
  base: string,
): Promise<Readonly<Record<string, unknown>> | string> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(isAbsolute(path) ? path : join(base, path))
  } catch (caught) {
    return `${path} cannot be read (${systemCode(caught) ?? 'unknown error'})`
  }
  const result = readDocument(path, bytes)
  if (result.kind === 'problems') return result.problems.map(formatProblem).join('; ')
  const { value } = result.document
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return `${path}: expected an object with a value for each input`
  return { ...value }
}
