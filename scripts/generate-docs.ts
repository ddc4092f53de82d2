/** Writes the tables of docs/ that come from code and plugins/, between their markers; with --check it only says whether they are fresh. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EPS, type EpsKind } from '../src/protocol/eps.ts'
import { gateTable } from '../test/lom/gate-examples.ts'
import { actionSections, actionTable } from './action-page.ts'

const root = join(import.meta.dirname, '..')

/** Marker name -> page and text. */
const TABLES: Readonly<Record<string, { readonly page: string; readonly text: string }>> = {
  errors: { page: 'docs/runs.md', text: errorTable() },
  actions: { page: 'docs/actions.md', text: actionTable() },
  'action-sections': { page: 'docs/actions.md', text: actionSections() },
  gates: { page: 'docs/policy.md', text: await gateTable() },
}

function errorTable(): string {
  const rows = (Object.keys(EPS) as EpsKind[]).map((kind) => {
    const { code, executed, retryable } = EPS[kind]
    return `| [\`${kind}\`](reference/errors.md#${kind}) | ${code} | ${executed} | ${retryable ? 'yes' : 'no'} |`
  })
  return ['| kind | code | executed | may be tried again |', '|---|---|---|---|', ...rows].join(
    '\n',
  )
}

let stale = false
for (const [name, { page, text }] of Object.entries(TABLES)) {
  const path = join(root, page)
  const before = readFileSync(path, 'utf8')
  const [open, close] = [`<!-- generated: ${name} -->`, `<!-- /generated: ${name} -->`]
  const [from, to] = [before.indexOf(open), before.indexOf(close)]
  if (from < 0 || to < from) throw new Error(`${page} has no markers for ${name}`)
  const after = `${before.slice(0, from + open.length)}\n${text}\n${before.slice(to)}`
  if (after === before) continue
  if (process.argv.includes('--check')) {
    console.error(`${page} is stale: run \`npm run generate\` and commit the result`)
    stale = true
  } else writeFileSync(path, after)
}
process.exitCode = stale ? 1 : 0
