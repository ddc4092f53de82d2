/** Corpus files as whole projects in memory, read the way that `rune validate` reads them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diagnose } from '../src/app/validate.ts'
import { formatProblem } from '../src/document/diagnostic.ts'
import { loadProject } from '../src/lom/project.ts'
import type { Problem } from '../src/protocol/types.gen.ts'
import type { Content, Entry } from '../src/repository/content.ts'

export const CORPUS = join(import.meta.dirname, 'corpus')

/** What people write. The other shapes of the corpus are JSON. */
export const WRITTEN = ['runbook', 'module', 'inventory', 'project'] as const
export type Written = (typeof WRITTEN)[number]

export function corpusFile(...path: string[]): Uint8Array {
  return readFileSync(join(CORPUS, ...path))
}

export function corpusNames(folder: string, extension: string): string[] {
  return readdirSync(join(CORPUS, folder)).filter((name) => name.endsWith(extension))
}

/** The problems of one file in a project that is otherwise good; `name` is the corpus file's. */
export async function problemsOf(
  shape: Written,
  name: string,
  bytes: Uint8Array,
): Promise<readonly Problem[]> {
  const file = pathOf(shape, name)
  const content = memoryContent({
    ...REST[shape](bytes),
    ...scripts(shape, file, bytes),
    [file]: bytes,
  })
  const { problems } = diagnose(await loadProject(content))
  return problems.filter((one) => one.file === file)
}

/** The lines that `rune validate` prints for the file. */
export async function linesOf(shape: Written, name: string, bytes: Uint8Array): Promise<string[]> {
  return (await problemsOf(shape, name, bytes)).map(formatProblem)
}

function pathOf(shape: Written, name: string): string {
  switch (shape) {
    case 'runbook':
      return `runbooks/${name}`
    case 'module':
      return `plugins/${name.replace(/\.yaml$/, '')}/module.yaml`
    case 'inventory':
      return 'inventory.yaml'
    case 'project':
      return 'rune.yaml'
  }
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value)

/** What a file of each shape needs around it. */
const REST: Readonly<Record<Written, (bytes: Uint8Array) => Record<string, Uint8Array>>> = {
  runbook: () => ({
    ...called(),
    'plugins/core_ops/module.yaml': corpusFile('module/good/core_ops.yaml'),
    'plugins/core_ops/run.sh': text('#!/bin/bash\n'),
    'plugins/host_ops/module.yaml': corpusFile('module/good/host_ops.yaml'),
    'plugins/host_ops/run.sh': text('#!/bin/bash\n'),
    'plugins/db_ops/module.yaml': corpusFile('module/good/db_ops.yaml'),
    'plugins/db_ops/run.sh': text('#!/bin/bash\n'),
  }),
  module: (bytes) => (new TextDecoder().decode(bytes).includes('dependencies') ? neighbours() : {}),
  inventory: () => ({
    known_hosts: corpusFile('inventory/known_hosts'),
    ssh_config: text('Host *\n  Ciphers aes256-gcm@openssh.com\n'),
  }),
  project: () => ({}),
}

/** The runbooks that others of the corpus call. */
function called(): Record<string, Uint8Array> {
  const names = corpusNames('runbook/around', '.yaml')
  return Object.fromEntries(
    names.map((name) => [`runbooks/${name}`, corpusFile('runbook/around', name)]),
  )
}

/** The modules that others of the corpus require; some of them have problems of their own. */
function neighbours(): Record<string, Uint8Array> {
  const names = corpusNames('module/around', '.yaml').map((file) => file.slice(0, -'.yaml'.length))
  return Object.fromEntries(
    names.flatMap((name) => [
      [`plugins/${name}/module.yaml`, corpusFile('module/around', `${name}.yaml`)],
      [`plugins/${name}/run.sh`, text('#!/bin/bash\n')],
    ]),
  )
}

/** Every script that a module names, but those called missing; link.sh is a symbolic link. */
function scripts(shape: Written, file: string, bytes: Uint8Array): Record<string, Uint8Array> {
  if (shape !== 'module') return {}
  const folder = file.slice(0, file.lastIndexOf('/'))
  const named = new TextDecoder().decode(bytes).matchAll(/run: ([a-z][a-z_]*\.(?:sh|py))/g)
  return Object.fromEntries(
    [...named]
      .flatMap(([, script]) => (script && script !== 'missing.sh' ? [script] : []))
      .map((script) => [`${folder}/${script}`, text('#!/bin/bash\n')]),
  )
}

function memoryContent(files: Readonly<Record<string, Uint8Array>>): Content {
  return {
    about: { versioned: true, commit: 'a'.repeat(40) },
    read: async (path) => files[path],
    list: async (directory) => {
      const entries = new Map<string, Entry>()
      for (const path of Object.keys(files)) {
        if (!path.startsWith(`${directory}/`)) continue
        const [name = '', ...deeper] = path.slice(directory.length + 1).split('/')
        const kind = deeper.length ? 'directory' : name === 'link.sh' ? 'symlink' : 'file'
        entries.set(name, { name, kind })
      }
      return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
    },
  }
}
