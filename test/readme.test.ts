/** The README's files and commands are tried out as they stand there. */
import { readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { rune } from './support/cli.ts'

const ROOT = join(import.meta.dirname, '..')
const text = readFileSync(join(ROOT, 'README.md'), 'utf8')
const blocks = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, kind, body]) => ({
  kind: kind ?? '',
  body: body ?? '',
}))
const block = (kind: string, has: string): string => {
  const found = blocks.find((one) => one.kind === kind && one.body.includes(has))
  if (!found) throw new Error(`the README has no ${kind} block with ${has}`)
  return found.body
}
const commands = blocks
  .filter(({ kind }) => kind === 'sh')
  .flatMap(({ body }) => body.trim().split('\n'))

describe('the README', () => {
  let project: string
  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'rune-readme-'))
    for (const part of ['plugins', 'runbooks', 'rune.yaml', 'inventory.yaml'])
      await cp(join(ROOT, part), join(project, part), { recursive: true })
    const files = {
      'runbooks/unit-state.yaml': block('yaml', 'name: unit-state'),
      'plugins/demo/module.yaml': block('yaml', 'module: demo'),
      'plugins/demo/uptime.sh': block('bash', 'rune_init'),
    }
    for (const [path, body] of Object.entries(files)) {
      await mkdir(dirname(join(project, path)), { recursive: true })
      await writeFile(join(project, path), body)
    }
    await writeFile(
      join(project, 'inventory.yaml'),
      [
        'nodes:',
        '  localhost: { transport: local, labels: { role: self } }',
        '  web-1: { address: 127.0.0.1, labels: { role: web }, ssh: { user: rune, port: 1 } }',
        '',
      ].join('\n'),
    )
  })
  afterAll(() => rm(project, { recursive: true }))

  it('shows commands that do what they say', async () => {
    const shown = commands.filter(
      (line) => line.startsWith('npx rune ') && !line.includes('--ssh-key'),
    )
    expect(shown.length).toBeGreaterThanOrEqual(3)
    for (const line of shown) {
      const result = await rune(line.split(' ').slice(2), { cwd: project })
      expect({ line, ...result }).toMatchObject({ status: 0 })
    }
  })

  it('begins with a command that runs in this repository', async () => {
    const [first] = commands
    expect(first).toBe('npm ci && npx rune run runbooks/host-health.yaml')
    const out = await mkdtemp(join(tmpdir(), 'rune-readme-'))
    const args = ['run', 'runbooks/host-health.yaml', '--out', join(out, 'record')]
    const { status, stdout } = await rune(args, { cwd: ROOT })
    await rm(out, { recursive: true })
    expect(status).toBe(0)
    expect(stdout).toContain('GOOD: runbook host-health')
    expect(commands[1]).toBe('npm test')
  })

  it('shows a step with inputs that the action has', () => {
    const steps = parse(block('yaml', 'uses: OWNER/rune')) as { with?: Record<string, string> }[]
    const { inputs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as {
      inputs: Record<string, unknown>
    }
    const used = steps.flatMap((step) => Object.keys(step.with ?? {}))
    expect(used).toEqual(['command', 'runbook'])
    for (const name of used) expect(inputs).toHaveProperty(name)
  })

  it('links to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, to]) => to ?? '')
    for (const to of links.filter((one) => !one.includes('://')))
      expect(() => readFileSync(join(ROOT, to)), to).not.toThrow(/ENOENT/)
  })
})
