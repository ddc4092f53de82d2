/** A node for the shipped runbooks: a real sshd that leads to disks and a home of the node's own, and a project that may change it. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { hasShape } from '../../src/protocol/schemas.ts'
import type { ReportNode, ReportStep, RunReport } from '../../src/protocol/types.gen.ts'
import { expectSoundRecord } from './acceptance.ts'
import { rune } from './cli.ts'
import { nodeBox, nodeBoxMissing } from './node-box.ts'
import { makeProject, sshdNode } from './project.ts'
import { quoted } from './shipped.ts'
import { sshdMissing, startSshd, type TestSshd } from './sshd.ts'

const ROOT = join(import.meta.dirname, '../..')
export const NGINX = '/usr/sbin/nginx'
/** Of root, on the node. */
export const HOME = '/home/remedy'
/**
 * The node's services end with it, by whatever death of the test. Each is known by the file that names its process, and by
 * its program: the id may be somebody else's by now.
 */
const END_SERVICES = `for name in nginx.pid queue.pid; do
  pid=$(cat "${HOME}/$name" 2>/dev/null) || continue
  case $(readlink "/proc/$pid/exe") in */nginx | */sleep) kill "$pid" || : ;; esac
done`
const FOLDERS = '.config/rune/services .config/rune/configs .config/rune/cleanup etc backups tmp'

export interface RemedyRun {
  readonly status: number | null
  readonly report: RunReport
  readonly node: ReportNode
  /** What a person reads at the end of a run, and below Actions. */
  readonly text: string
  readonly summary: string
}

export interface RemedyNode {
  readonly sshd: TestSshd
  /** At which nobody listens yet. */
  readonly port: number
  readonly url: string
  /** Bash text on the node, as root with its home; gives stdout. */
  sh(text: string): string
  /** A file below its home; `ageS` is how long ago it was changed. */
  put(path: string, text: string, ageS?: number): void
  /** What lies in its home, with whatever would be different if somebody had touched it. */
  state(): string
  /** Runs a shipped runbook there with the command line, and checks the record. */
  run(runbook: string, params: Params, options?: RunOptions): Promise<RemedyRun>
  stop(): Promise<void>
}

type Params = Readonly<Record<string, unknown>>

export interface RunOptions {
  readonly dryRun?: boolean
  /** Called again and again while the run goes on, with the lines that its journal has so far. */
  readonly watch?: (journal: string) => void
}

/** Why there can be no such node here, or undefined; in CI that is an error. */
export function remedyNodeMissing(): string | undefined {
  const nginx = spawnSync(NGINX, ['-v']).status === 0
  const reason = sshdMissing() ?? nodeBoxMissing() ?? (nginx ? undefined : `no ${NGINX}`)
  if (reason !== undefined && process.env['CI'])
    throw new Error(`no node for the shipped runbooks: ${reason}`)
  return reason
}

/** `setup` is bash text that runs on the node before the login is there. */
export async function startRemedyNode(setup = ''): Promise<RemedyNode> {
  const box = await nodeBox(
    `mount -t tmpfs -o mode=755,size=8m box-log /var/log
install -d -m 755 ${HOME}; cd ${HOME}; export HOME=${HOME}
mkdir -m 755 -p ${FOLDERS}
trap ${quoted(END_SERVICES)} EXIT
${setup}`,
  )
  const enter = `nsenter --target ${box.pid} --mount --wd=/ env HOME=${HOME} bash -c "$SSH_ORIGINAL_COMMAND"`
  const sudo = process.getuid?.() === 0 ? '' : 'sudo -n -- '
  const sshd = await startSshd({ extra: [`ForceCommand ${sudo}${enter}`] })
  const project = await makeProject({
    git: true,
    nodes: { 'web-1': sshdNode(sshd, { labels: { remediation: 'allowed' } }) },
    policy: {
      allow: [
        {
          effects: ['read', 'change', 'destructive'],
          runbooks: readdirSync(join(ROOT, 'runbooks')).map((file) => file.replace('.yaml', '')),
          actors: [`user:${userInfo().username}`],
          triggers: ['cli'],
          targets: 'remediation=allowed',
        },
      ],
      approvals: { cli: 'not-required' },
      limits: { transports: ['ssh'] },
    },
  })
  for (const part of ['plugins', 'runbooks'])
    cpSync(join(ROOT, part), join(project.path, part), { recursive: true })
  for (const file of readdirSync(join(project.path, 'runbooks')))
    sooner(join(project.path, 'runbooks', file))
  await project.commitAll()

  const records = mkdtempSync(join(tmpdir(), 'rune-remedy-'))
  const port = await freePort()
  const sh = (text: string): string => box.sh(`export HOME=${HOME}; cd ${HOME}; ${text}`)
  let runs = 0
  return {
    sshd,
    port,
    url: `http://127.0.0.1:${port}/`,
    sh,
    put: (path, text, ageS = 0) => {
      const file = quoted(`${HOME}/${path}`)
      sh(`mkdir -p "$(dirname ${file})"; printf %s ${quoted(text)} >${file}; chmod 644 ${file}
touch -d ${quoted(`${ageS} seconds ago`)} ${file}`)
    },
    state: () =>
      sh(`find . /var/log -printf '%p %y %m %u %i %s %l ' \\( -type d -o -printf '%C@' \\) -printf '\\n' | sort
cat nginx.pid queue.pid 2>/dev/null || :`),
    run: async (runbook, params, { dryRun = false, watch } = {}) => {
      const out = join(records, String(++runs))
      const journal = (): void => watch?.(readText(join(out, 'events.ndjson')))
      const timer = watch && setInterval(journal, 20)
      const given = Object.entries(params).flatMap(([name, value]) => [
        '--param',
        `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
      ])
      const args = [
        'run',
        runbook,
        '--node',
        'web-1',
        ...given,
        '--root',
        project.path,
        '--out',
        out,
      ]
      const result = await rune([...args, ...(dryRun ? ['--dry-run'] : [])])
      clearInterval(timer)
      return resultOf(out, result.status, result.stdout + result.stderr)
    },
    stop: async () => {
      await sshd.stop()
      await project.cleanup()
      await box.stop()
      rmSync(records, { recursive: true })
    },
  }
}

async function resultOf(out: string, status: number | null, text: string): Promise<RemedyRun> {
  const written = readText(join(out, 'report.json'))
  const report: unknown = written === '' ? undefined : JSON.parse(written)
  if (!hasShape('report', report)) throw new Error(`no report: ${text}`)
  const [node] = report.nodes
  if (node === undefined) throw new Error(`no node: ${text}`)
  await expectSoundRecord(out)
  return { status, report, node, text, summary: readText(join(out, 'summary.md')) }
}

/** The steps that began, as `phase id status`. */
export function told({ steps }: ReportNode): string[] {
  return steps
    .filter(({ status }) => status !== 'not_run')
    .map(({ phase = 'do', id, status }) => `${phase} ${id} ${status}`)
}

/** One step of a node; throws when it was not there. */
export function stepOf({ steps }: ReportNode, id: string, phase = 'do'): ReportStep {
  const found = steps.find((step) => step.id === id && (step.phase ?? 'do') === phase)
  if (found === undefined) throw new Error(`no ${phase} ${id}`)
  return found
}

/** The evidence of a run: it was collected, and lies in the record. */
export function expectEvidence({ node }: RemedyRun): void {
  const evidence = node.steps.filter(({ phase }) => phase === 'evidence')
  expect(evidence).not.toEqual([])
  for (const step of evidence)
    expect(step).toMatchObject({ status: 'succeeded', record: expect.any(String) })
}

// Half a minute of asking is for real services; that it ends is what the tests have to see.
function sooner(file: string): void {
  const text = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    text.replace('until: { every: 3s, for: 30s }', 'until: { every: 1s, for: 3s }'),
  )
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // it is not written yet, or never will be
  }
}

/** A port of the loopback that nobody uses at the moment. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
