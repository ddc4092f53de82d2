/** The import table: which folder of src/ may use which, and who alone may use a library. Data flows one way. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = resolve(import.meta.dirname, '../src')

/** Folder -> what it may import from src/, as a folder, a file, or `types:` of either. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  protocol: [],
  document: ['protocol'],
  repository: ['protocol/errors.ts'],
  runbook: ['protocol', 'document'],
  plugin: ['protocol', 'document'],
  transport: ['protocol/errors.ts', 'host.ts'],
  lom: ['protocol', 'document', 'repository', 'runbook', 'plugin', 'host.ts'],
  lmm: ['protocol', 'types:plugin', 'types:transport', 'host.ts'],
  record: ['protocol', 'document'],
  report: ['protocol', 'document'],
  github: ['protocol', 'host.ts'],
  kit: ['protocol', 'document', 'plugin', 'types:lmm', 'types:transport', 'host.ts'],
  app: [
    'protocol',
    'document',
    'repository',
    'runbook',
    'plugin',
    'lom',
    'lmm',
    'transport',
    'record',
    'report',
    'github',
    'kit',
    'host.ts',
    'rune.ts',
    'version.ts',
  ],
  action: ['app', 'report', 'github', 'protocol', 'host.ts', 'rune.ts', 'version.ts'],
  cli: ['app', 'report', 'github', 'protocol', 'host.ts', 'rune.ts', 'version.ts'],
  'host.ts': [],
  'version.ts': [],
  'rune.ts': ['protocol', 'host.ts', 'lom', 'lmm', 'transport', 'record', 'repository'],
  'index.ts': ['app', 'host.ts', 'rune.ts'],
}

/** Library -> its only importers. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  ajv: ['protocol/schemas.ts', 'protocol/checks.gen.ts'],
  re2js: ['protocol/pattern.ts'],
  canonicalize: ['protocol/envelope.ts'],
  yaml: ['document'],
  '@actions/expressions': ['runbook/expression.ts'],
  ssh2: ['transport'],
  '@aws-sdk/client-ssm': ['transport/ssm.ts'],
  'node:child_process': ['repository', 'transport', 'kit'],
  'node:net': ['transport/tcp.ts'],
  '@actions/github': ['github'],
  '@actions/artifact': ['github'],
  '@actions/core': ['action'],
  commander: ['cli'],
}

interface Import {
  readonly from: string
  readonly to: string
  readonly typesOnly: boolean
}

const files = (readdirSync(SRC, { recursive: true }) as string[]).filter((file) =>
  file.endsWith('.ts'),
)

/** Also what types are imported inline and what is imported when it is needed. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), 'utf8')
  const found: Import[] = []
  const statement = /^(?:import|export)\s+(type\s+)?(?:([^'";]*?)\s+from\s+)?'([^']+)'/gm
  for (const [, type, names, to] of text.matchAll(statement)) {
    const inline = names?.match(/^\{([^}]*)\}$/)?.[1]?.split(',') ?? []
    const inlineTypes = inline.length > 0 && inline.every((name) => /^\s*(type\s|$)/.test(name))
    found.push({ from: file, to: to ?? '', typesOnly: type !== undefined || inlineTypes })
  }
  for (const [, to] of text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g))
    found.push({ from: file, to: to ?? '', typesOnly: false })
  return found
}

const roomOf = (path: string): string => path.split('/')[0] ?? path
const covers = (rule: string, path: string): boolean => path === rule || path.startsWith(`${rule}/`)

describe('the import table', () => {
  const imports = files.flatMap(importsOf)
  const inside = imports
    .filter(({ to }) => to.startsWith('.'))
    .map((one) => ({
      ...one,
      to: relative(SRC, resolve(SRC, dirname(one.from), one.to))
        .split('\\')
        .join('/'),
    }))
    .filter(({ to }) => !to.startsWith('..'))

  it('knows every folder of src/', () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(MAY).sort())
  })

  it('sees the imports that there are', () => {
    // A pattern that matches nothing would let everything pass.
    expect(inside.length).toBeGreaterThan(100)
    expect(imports.some(({ to }) => to === 'ssh2')).toBe(true)
  })

  it.each(Object.keys(MAY))('%s imports only what it may', (room) => {
    const allowed = MAY[room] ?? []
    const wrong = inside
      .filter(({ from, to }) => roomOf(from) === room && roomOf(to) !== room)
      .filter(
        ({ to, typesOnly }) =>
          !allowed.some((rule) =>
            rule.startsWith('types:')
              ? typesOnly && covers(rule.slice('types:'.length), to)
              : covers(rule, to),
          ),
      )
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  it.each(Object.keys(ONLY))('%s has its own importers only', (library) => {
    const allowed = ONLY[library] ?? []
    const wrong = imports
      .filter(({ to }) => to === library || to.startsWith(`${library}/`))
      .filter(({ from }) => !allowed.some((rule) => covers(rule, from)))
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  it('lets only the host and the front ends touch clock, randomness, environment and argv', () => {
    const impure =
      /\b(?:Date\.now\(|new Date\(\)|Math\.random\(|randomUUID\(|randomBytes\(|process\.(?:env|argv)\b)/
    // git is found by PATH, and gets nothing else of the environment.
    const allowed = ['host.ts', 'action', 'cli', 'repository/git.ts']
    const wrong = files
      .filter((file) => !allowed.some((rule) => covers(rule, file)))
      .filter((file) => impure.test(readFileSync(join(SRC, file), 'utf8')))
    expect(wrong).toEqual([])
  })
})
