/** Writes docs/reference/ from schemas/ and test/corpus/; with --check it only says whether the pages are fresh. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { errorPage } from './error-page.ts'
import { keyExamples } from './key-examples.ts'
import { prose, type Schema, schemaSections } from './schema-sections.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'docs/reference')

interface Page {
  readonly title: string
  /** Schema name -> its examples in test/corpus/<schema>/good. */
  readonly schemas: Readonly<Record<string, readonly string[]>>
  /** Where an editor finds the schema, as the first line of the file. */
  readonly editorLine?: string
  /** Where it goes, from the root; left out: docs/reference/<name>.md. */
  readonly at?: string
  /** Every key is shown with an example from these files of test/corpus/<schema>/good, and from those above. */
  readonly everyKey?: readonly string[]
}

const PAGES: Readonly<Record<string, Page>> = {
  runbook: {
    title: 'Runbook',
    schemas: {
      runbook: [
        'restart-service.yaml',
        'undo.yaml',
        'loops.yaml',
        'conditions.yaml',
        'unit-state.yaml',
      ],
    },
    editorLine: '../schemas/runbook.json',
    at: 'docs/runbook-reference.md',
    everyKey: ['every-list.yaml', 'parameters.yaml', 'call.yaml', 'rotate-password.yaml'],
  },
  module: {
    title: 'Plugin module',
    schemas: { module: ['core_ops.yaml', 'demo.yaml'] },
    editorLine: '../../schemas/module.json',
  },
  inventory: {
    title: 'Inventory',
    schemas: { inventory: ['fleet.yaml', 'groups.yaml'] },
    editorLine: 'schemas/inventory.json',
  },
  project: {
    title: 'Project file',
    schemas: { project: ['rune.yaml'] },
    editorLine: 'schemas/project.json',
  },
  fixtures: {
    title: 'Fixtures of plugin tests',
    schemas: {
      'fixture-input': ['dry-run.json'],
      'fixture-expect': ['success.json', 'failure.json'],
    },
  },
  'dispatch-payload': {
    title: 'Dispatch payload',
    schemas: { 'dispatch-payload': ['alert.json', 'least.json'] },
  },
  report: { title: 'Run report', schemas: { report: ['good-run.json', 'failed-action.json'] } },
  plan: { title: 'Plan', schemas: { plan: ['one-local-node.json'] } },
  event: {
    title: 'Record event',
    schemas: { event: ['run-started.json', 'plan.json', 'started.json'] },
  },
  attestation: { title: 'Attestation', schemas: { attestation: ['run.json'] } },
  audit: { title: 'Audit verdict', schemas: { audit: ['finished.json', 'altered.json'] } },
  'error-line': { title: 'Error line', schemas: { 'error-line': ['connect-refused.json'] } },
  'step-record': { title: 'Step record', schemas: { 'step-record': ['failed-as-declared.json'] } },
  diagnostics: { title: 'Diagnostics', schemas: { diagnostics: ['one-problem.json'] } },
  'test-report': { title: 'Test report', schemas: { 'test-report': ['one-failure.json'] } },
  protocols: {
    title: 'Messages of the four protocols',
    schemas: {
      rcs: ['request.json', 'result.json'],
      mrs: ['web.json'],
      'bpcs-input': ['web-status.json'],
      'bpcs-output': ['success.json', 'failure.json'],
      eps: ['plugin-error.json'],
    },
  },
}

const BANNER =
  '<!-- Generated from schemas/ and test/corpus/ by scripts/generate-reference.ts: do not edit. -->'

const ERRORS_BANNER =
  '<!-- Generated from src/protocol/eps.ts by scripts/generate-reference.ts: do not edit. -->'

const schemas = new Map(
  readdirSync(join(root, 'schemas')).map((file): [string, Schema] => [
    file,
    JSON.parse(readFileSync(join(root, 'schemas', file), 'utf8')) as Schema,
  ]),
)

function pageText(name: string, { title, schemas: shown, editorLine, at, everyKey }: Page): string {
  const up = at === undefined ? '../../' : '../'
  const single = Object.keys(shown).length === 1
  const parts = Object.entries(shown).flatMap(([schema, examples]) => {
    const file = `${schema}.json`
    const top = schemas.get(file)
    if (!top) throw new Error(`the page ${name} shows ${file}, which is not in schemas/`)
    return [
      ...(single ? [] : [`## ${top.title ?? schema}`]),
      `${prose(top.description ?? '')} Schema: [schemas/${file}](${up}schemas/${file}).`.trim(),
      ...schemaSections(
        schemas,
        file,
        single ? '##' : '###',
        everyKey &&
          keyExamples(
            schemas,
            file,
            [...examples, ...everyKey].map((example) => goodText(schema, example)),
          ),
      ),
      `${single ? '##' : '###'} ${examples.length === 1 ? 'Example' : 'Examples'}`,
      ...examples.map((example) => fenced(schema, example, editorLine)),
    ]
  })
  const editor = editorLine
    ? [
        `An editor with YAML support checks the file while it is written when its first line is \`# yaml-language-server: $schema=${editorLine}\`.`,
      ]
    : []
  return `${[`# ${title}`, BANNER, ...parts.slice(0, 1), ...editor, ...parts.slice(1)].join('\n\n')}\n`
}

/** The example as it stands in a project: its first line leads an editor from there to the schema. */
function fenced(schema: string, example: string, editorLine: string | undefined): string {
  const text = goodText(schema, example).replace(
    /^(# yaml-language-server: \$schema=)\S+/,
    `$1${editorLine}`,
  )
  return `\`\`\`${example.endsWith('.json') ? 'json' : 'yaml'}\n${text.trimEnd()}\n\`\`\``
}

function goodText(schema: string, example: string): string {
  return readFileSync(join(root, 'test/corpus', schema, 'good', example), 'utf8')
}

function indexText(): string {
  const rows = Object.entries(PAGES).map(([name, { title, schemas: shown, at }]) => {
    const [first = ''] = Object.keys(shown)
    const about = Object.keys(shown).length === 1 ? schemas.get(`${first}.json`)?.description : ''
    const link = at === undefined ? `${name}.md` : relative('docs/reference', at)
    return `- [${title}](${link})${about ? `: ${prose(about)}` : ''}`
  })
  rows.push('- [Errors](errors.md): Every kind of failure, with its code and what to do about it.')
  return `${['# Reference', BANNER, 'Every file that people write and every document that RUNE writes.', rows.join('\n')].join('\n\n')}\n`
}

/** By path from the root. */
const pages = new Map([
  ['docs/reference/README.md', indexText()],
  ['docs/reference/errors.md', errorPage(ERRORS_BANNER)],
  ...Object.entries(PAGES).map(([name, page]): [string, string] => [
    page.at ?? `docs/reference/${name}.md`,
    pageText(name, page),
  ]),
])
const present = existsSync(folder)
  ? readdirSync(folder).map((file) => `docs/reference/${file}`)
  : []
const textOf = (file: string): string | undefined =>
  existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined
const stale = [
  ...present.filter((file) => !pages.has(file)),
  ...[...pages.keys()].filter((file) => textOf(file) !== pages.get(file)),
]
if (process.argv.includes('--check')) {
  for (const file of stale)
    console.error(`${file} is stale: run \`npm run generate\` and commit the result`)
  process.exitCode = stale.length ? 1 : 0
} else {
  mkdirSync(folder, { recursive: true })
  for (const file of stale) {
    const text = pages.get(file)
    if (text === undefined) rmSync(join(root, file))
    else writeFileSync(join(root, file), text)
  }
}
