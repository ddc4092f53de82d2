/**
 * The bare floor of `validate`, a program: the yaml package parses every file of a project, ajv compiles every schema of a list.
 * Arguments: the project, the list as JSON. Prints the milliseconds of that work, without start-up.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'

const [root = '', list = ''] = process.argv.slice(2)
const start = performance.now()
for (const file of filesOf(root)) parse(readFileSync(join(root, file), 'utf8'))
const schemas = JSON.parse(readFileSync(list, 'utf8')) as object[]
// What RUNE wants of ajv; all else is its default.
const ajv = new Ajv2020({ allErrors: true, ownProperties: true, strictTypes: false })
for (const schema of schemas) ajv.compile(schema)
process.stdout.write(String(performance.now() - start))

function filesOf(project: string): string[] {
  const below = (folder: string): string[] => readdirSync(join(project, folder)).sort()
  return [
    ...['rune.yaml', 'inventory.yaml'],
    ...below('runbooks').map((name) => `runbooks/${name}`),
    ...below('plugins').map((name) => `plugins/${name}/module.yaml`),
  ]
}
