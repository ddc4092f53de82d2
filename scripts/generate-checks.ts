/** Writes src/protocol/checks.gen.ts, the code that checks RUNE's own shapes, from schemas/; --check says whether it is fresh. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { OPTIONS } from '../src/protocol/ajv-options.ts'
import { ownPattern } from '../src/protocol/pattern.ts'

const root = join(import.meta.dirname, '..')
const target = join(root, 'src/protocol/checks.gen.ts')

interface Schema {
  readonly $id: string
}

function generate(): string {
  const files = readdirSync(join(root, 'schemas')).sort()
  const schemas = files.map(
    (file) => JSON.parse(readFileSync(join(root, 'schemas', file), 'utf8')) as Schema,
  )
  // ajv writes `code` where the generated file is to make a pattern.
  const regExp = Object.assign((pattern: string) => ownPattern(pattern) as unknown as RegExp, {
    code: 'ownPattern',
  })
  const code = { source: true, esm: true, lines: true, regExp }
  const ajv = new Ajv2020({ ...OPTIONS, code, schemas: [...schemas] })
  const shapes = files.flatMap((file, index) => {
    const name = file.replace('.json', '')
    return name === 'common' ? [] : [{ name, id: schemas[index]?.$id ?? '' }]
  })
  const exported = Object.fromEntries(shapes.map(({ id }, index) => [`shape${index}`, id]))
  const imports = new Map<string, string>()
  const body = standalone
    .default(ajv, exported)
    .replace('"use strict";\n', '')
    .replaceAll(/^export const (shape\d+) =/gm, 'const $1 =')
    .replaceAll(/require\("(ajv\/dist\/runtime\/(\w+))"\)\.default/g, (_, from, name) => {
      imports.set(name, `${from}.js`)
      return `${name}.default ?? ${name}`
    })
  if (body.includes('= require(')) throw new Error('the code needs a library that is not imported')
  return [
    '/* Generated from schemas/ by scripts/generate-checks.ts: do not edit. */',
    '// @ts-nocheck',
    ...[...imports].map(([name, from]) => `import ${name} from '${from}'`),
    "import { ownPattern } from './pattern.ts'",
    `export type ShapeName = ${shapes.map(({ name }) => `'${name}'`).join(' | ')}`,
    '/** Of all files of schemas/ that are compiled here: which shapes a version of RUNE knows. */',
    `export const SCHEMAS_SHA256 = '${digestOf(files, schemas)}'`,
    body,
    'export const CHECKS = {',
    ...shapes.map(({ name }, index) => `  '${name}': shape${index},`),
    '}\n',
  ].join('\n')
}

/** Of what the files say, whatever their layout. */
function digestOf(files: readonly string[], schemas: readonly Schema[]): string {
  const hash = createHash('sha256')
  for (const [index, file] of files.entries())
    hash.update(`${file}\0${JSON.stringify(schemas[index])}\0`)
  return hash.digest('hex')
}

const text = generate()
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error(
      'src/protocol/checks.gen.ts is stale: run `npm run generate` and commit the result',
    )
    process.exitCode = 1
  }
} else writeFileSync(target, text)
