/** docs/audit.md shows what the commands print: each of them is run, in order, and its output compared. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rune } from './support/cli.ts'
import { makeProject, type TestProject } from './support/project.ts'

const PAGE = readFileSync(join(import.meta.dirname, '../docs/audit.md'), 'utf8')

/** Commands with the output that follows them. */
const shown = [...PAGE.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
  block
    .split(/^\$ rune /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...output] = part.split('\n')
      return { command, output: output.join('\n') }
    }),
)

/** Digests, ids and places differ from run to run. */
const masked = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
    .replace(/[0-9a-f]{64}/g, '<sha256>')
    .replace(/[0-9a-f]{40}/g, '<commit>')
    .replace(/runs\/[0-9a-f]{2}\//g, 'runs/<xx>/')
    .replace(/from byte \d+/g, 'from byte <n>')

let project: TestProject
let head = ''
beforeAll(async () => {
  project = await makeProject({
    nodes: { here: { transport: 'local' } },
    modules: {
      web: {
        manifest: { actions: { look: { description: 'Looks', run: 'look.sh', effect: 'read' } } },
        files: {
          'look.sh':
            'source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"\nrune_init\nrune_finish ok\n',
        },
      },
    },
    runbooks: { 'web-status': { steps: [{ uses: 'look' }] } },
    git: true,
  })
  const args = ['run', 'web-status', '--node', 'here', '--out', 'record']
  // Entries live on the node for a week, so that each run of this test has an id of its own in front.
  const { stderr } = await rune(
    [...args, '--correlation-id', `alertmanager-${process.pid}-${Date.now()}`],
    {
      cwd: project.path,
    },
  )
  head = /record head ([0-9a-f]{64})/.exec(stderr)?.[1] ?? stderr
  cpSync(join(project.path, 'record'), join(project.path, 'altered'), { recursive: true })
  const events = join(project.path, 'altered/events.ndjson')
  const lines = readFileSync(events, 'utf8').split('\n')
  const url = 'https://github.com/OWNER/REPOSITORY/actions/runs/102'
  const listed = { databaseId: 102, status: 'completed', conclusion: 'cancelled', url }
  writeFileSync(
    join(project.path, 'runs.json'),
    JSON.stringify([{ ...listed, createdAt: '2026-11-21T12:00:00Z' }]),
  )
  writeFileSync(events, lines.with(4, (lines[4] ?? '').replace('succeeded', 'failed')).join('\n'))
}, 60_000)
afterAll(() => project.cleanup())

it('shows some commands', () => expect(shown.length).toBeGreaterThan(5))

it('shows what the commands print, and their statuses', async () => {
  for (const { command, output } of shown) {
    const args = command.replace('HEAD', head).split(' ')
    const { stdout, stderr, status } = await rune(args, { cwd: project.path })
    expect(stderr).toBe('')
    const said = masked(stdout).replace(/alertmanager-\d+-\d+/, 'alertmanager-5f3c9e')
    expect(said, command).toBe(masked(output))
    expect(status, command).toBe(/altered|missing/.test(command) ? 1 : 0)
  }
}, 60_000)
