import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issuesOf } from '../../src/protocol/schemas.ts'
import type { EpsError, InventoryNode, RunReport } from '../../src/protocol/types.gen.ts'
import { acceptanceProject, expectSoundRecord } from '../support/acceptance.ts'
import { CLI, type CliResult, rune } from '../support/cli.ts'
import { makeProject, type TestProject } from '../support/project.ts'

let project: TestProject
beforeAll(async () => {
  project = await acceptanceProject({ localhost: { transport: 'local' } })
})
afterAll(() => project.cleanup())

const at = (...args: string[]): Promise<CliResult> => rune([...args, '--root', project.path])
let outs = 0
const out = (): string => join(project.path, `out-${++outs}`)

describe('rune run', () => {
  it('prints one JSON document that is a report, and leaves a sound record', async () => {
    const folder = out()
    const { status, stdout, stderr } = await at('run', 'greet', '--json', '--out', folder)
    expect(status).toBe(0)
    const report = JSON.parse(stdout) as RunReport
    expect(issuesOf('report', report)).toEqual([])
    expect(report).toMatchObject({ status: 'good', record: folder })
    expect(stderr).toContain('READS ONLY')
    await expectSoundRecord(folder)
  })

  it('takes a path as the shell completes it, and text parameters', async () => {
    const { status, stdout } = await at(
      'run',
      'runbooks/greet.yaml',
      '--param',
      'word=good day',
      '--json',
    )
    expect(status).toBe(0)
    expect((JSON.parse(stdout) as RunReport).nodes[0]?.steps[0]?.output?.['word']).toBe('good day')
  })

  it('takes inputs from a file, and those of the command line before them', async () => {
    writeFileSync(join(project.path, 'inputs.yaml'), 'word: from the file\n')
    const given = (...more: string[]) =>
      at('run', 'greet', '--params-file', join(project.path, 'inputs.yaml'), '--json', ...more)
    const wordOf = ({ stdout }: CliResult) =>
      (JSON.parse(stdout) as RunReport).nodes[0]?.steps[0]?.output?.['word']
    expect(wordOf(await given())).toBe('from the file')
    expect(wordOf(await given('--param', 'word=mine'))).toBe('mine')
    for (const [text, why] of [
      ['- word', 'expected an object'],
      ['word: a\nword: b\n', 'inputs.yaml:2:1'],
      ['word: [1]\n', 'word'],
    ] as const) {
      writeFileSync(join(project.path, 'inputs.yaml'), text)
      const { status, stderr, stdout } = await given()
      expect(status).not.toBe(0)
      expect(stderr + stdout).toContain(why)
    }
    const missing = await at('run', 'greet', '--params-file', 'no-such-file')
    expect(missing).toMatchObject({ status: 2 })
    expect(missing.stderr).toContain('no-such-file cannot be read (ENOENT)')
  })

  it('tells people what failed and what to do next', async () => {
    const { status, stdout } = await at('run', 'fails')
    expect(status).toBe(4)
    expect(stdout).toMatch(
      /^failed +localhost +fails: plugin-error: .*it did not work.* \[executed: yes\]$/m,
    )
    expect(stdout).toMatch(/^next: /m)
    expect(stdout).toMatch(/^FAILED: runbook fails, 1 node: 0 good, 1 failed$/m)
    expect(stdout).not.toMatch(/\n\s+at /)
  })

  it('does not flood a terminal when many nodes fail', async () => {
    const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGzT1yZ0g0O1b7d7m3xgL0m0a6g7k8y9r0q1w2e3r4t5'
    const nodes = Array.from({ length: 150 }, (_, i): [string, InventoryNode] => [
      `web-${i}`,
      {
        address: `127.0.0.${i + 1}`,
        labels: { role: 'web' },
        transport: 'ssh',
        ssh: { user: 'rune', 'host-key': key },
      },
    ])
    const many = await acceptanceProject(Object.fromEntries(nodes))
    const policy = readFileSync(join(many.path, 'rune.yaml'), 'utf8')
    await many.write('rune.yaml', policy.replace('limits:', 'limits:\n    max-targets: 150'))
    const { status, stdout, stderr } = await rune([
      ...['run', 'hello', '--select', 'role=web', '--root', many.path],
      ...['--out', join(many.path, 'record')],
    ])
    await expectSoundRecord(join(many.path, 'record'))
    await many.cleanup()
    expect(status).toBe(4)
    const lines = stderr.split('\n')
    expect(lines.filter((line) => /^\[\d+\/150\] failed /.test(line))).toHaveLength(100)
    expect(lines.filter((line) => /^50 more errors, /.test(line))).toHaveLength(1)
    expect(stdout.split('\n').filter((line) => line.startsWith('failed '))).toHaveLength(101)
    expect(stdout).toMatch(/^failed +50 more nodes {2}hello: /m)
  })

  it('still prints one JSON document when the request is refused', async () => {
    const { status, stdout } = await at('run', 'gret', '--json')
    expect(status).toBe(1)
    const report = JSON.parse(stdout) as RunReport
    expect(issuesOf('report', report)).toEqual([])
    expect(report.problems[0]).toMatchObject({ kind: 'runbook-unknown' })
  })

  it('says what a dry run does, and changes nothing by it', async () => {
    const { status, stdout } = await at('run', 'greet', '--dry-run')
    expect(status).toBe(0)
    expect(stdout).toContain('dry run')
  })

  it('never writes over a record', async () => {
    const folder = out()
    await at('run', 'hello', '--out', folder)
    const before = readFileSync(join(folder, 'report.json'), 'utf8')
    const { status, stdout } = await at('run', 'hello', '--out', folder)
    expect(status).toBe(70)
    expect(stdout).toContain('not empty')
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe(before)
  })

  it.each(['SIGINT', 'SIGHUP'] as const)(
    'ends with 6 and a complete record on %s',
    async (signal) => {
      await project.write(
        'plugins/acceptance/module.yaml',
        readFileSync(join(project.path, 'plugins/acceptance/module.yaml'), 'utf8').replace(
          '1s',
          '60s',
        ),
      )
      const folder = out()
      let sent = false
      const began = performance.now()
      const { status, stdout } = await rune(
        ['run', 'sleeps', '--json', '--root', project.path, '--out', folder],
        {
          onStderr: (kill, text) => {
            if (sent || !text.includes('plan ')) return
            sent = true
            setTimeout(() => kill(signal), 500)
          },
        },
      )
      expect(performance.now() - began).toBeLessThan(7_000)
      expect(status).toBe(6)
      expect(JSON.parse(stdout)).toMatchObject({ status: 'cancelled' })
      await expectSoundRecord(folder)
    },
  )
})

describe('rune run against a peer that accepts and stays silent', () => {
  it('ends at once when it is interrupted', async () => {
    const held = new Set<Socket>()
    const server = createServer((socket) => void held.add(socket))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const key = execFileSync('ssh-keygen', [
      '-q',
      '-t',
      'ed25519',
      '-N',
      '',
      '-f',
      join(project.path, 'key'),
    ])
    expect(key.length).toBe(0)
    const [type, base64] = readFileSync(join(project.path, 'key.pub'), 'utf8').split(' ')
    const silent = await acceptanceProject({
      silent: {
        address: '127.0.0.1',
        ssh: { user: 'rune', port, 'host-key': `${type} ${base64}` },
      },
    })
    let sentAt = 0
    const { status } = await rune(
      [
        'run',
        'hello',
        '--node',
        'silent',
        '--root',
        silent.path,
        '--ssh-key',
        join(project.path, 'key'),
      ],
      {
        onStderr: (kill, text) => {
          if (sentAt > 0 || !text.includes('plan ')) return
          sentAt = performance.now() + 500
          setTimeout(() => kill('SIGTERM'), 500)
        },
      },
    )
    const took = performance.now() - sentAt
    for (const socket of held) socket.destroy()
    server.close()
    await silent.cleanup()
    expect(status).toBe(6)
    expect(took).toBeLessThan(3_000)
  })
})

describe('rune exec', () => {
  it('prints the BPCS message of a success', async () => {
    const { status, stdout } = await at('exec', 'hello', '--node', 'localhost', '--json')
    expect(status).toBe(0)
    expect(issuesOf('bpcs-output', JSON.parse(stdout))).toEqual([])
  })

  it.each([
    ['a failing action', ['fails', '--node', 'localhost'], 4, 'plugin-error'],
    ['an unknown node', ['hello', '--node', 'nowhere'], 1, 'node-unknown'],
  ])('prints the EPS message of %s', async (_, args, wanted, kind) => {
    const { status, stdout } = await at('exec', ...args, '--json')
    expect(status).toBe(wanted)
    const message = JSON.parse(stdout) as EpsError
    expect(issuesOf('eps', message)).toEqual([])
    expect(message.error_payload.error_data.error.data.kind).toBe(kind)
  })

  it('wants exactly one node', async () => {
    expect((await at('exec', 'hello')).status).toBe(2)
  })
})

describe('the other verbs', () => {
  it('plan shows what would happen and connects to nothing', async () => {
    const { status, stdout } = await at('plan', 'greet')
    expect(status).toBe(0)
    expect(stdout).toContain('READS ONLY: runbook greet on 1 node')
    const json = JSON.parse((await at('plan', 'greet', '--json')).stdout)
    expect(issuesOf('plan', json.plan)).toEqual([])
  })

  it('plan of what the policy refuses ends with 3', async () => {
    const strict = await acceptanceProject({ localhost: { transport: 'local' } })
    await strict.write(
      'rune.yaml',
      'version: 1\npolicy: { allow: [], limits: { transports: [] } }\n',
    )
    const { status, stdout } = await rune(['plan', 'greet', '--root', strict.path])
    await strict.cleanup()
    expect(status).toBe(3)
    expect(stdout).toMatch(/^refused by allow-list: /m)
  })

  it('validate is silent on stdout when all is well, and shows positions when not', async () => {
    expect(await at('validate')).toMatchObject({ status: 0, stdout: '' })
    await project.write(
      'runbooks/broken.yaml',
      'name: broken\ndescription: x\nsteps:\n  - usse: hello\n',
    )
    const { status, stdout } = await at('validate', '--json')
    expect(status).toBe(1)
    const found = JSON.parse(stdout)
    expect(issuesOf('diagnostics', found)).toEqual([])
    expect(found.problems).toContainEqual(
      expect.objectContaining({ file: 'runbooks/broken.yaml', line: 4, column: 5 }),
    )
    expect((await at('validate', join(project.path, 'runbooks/greet.yaml'))).status).toBe(0)
    expect((await at('validate', join(project.path, 'runbooks/none.yaml'))).status).toBe(1)
  })

  it('validate --against a commit says what is different from it, or why nobody knows', async () => {
    const changed = await makeProject({
      nodes: { 'web-1': { transport: 'local' } },
      runbooks: { ask: 'name: ask\n' },
      modules: {
        ops: {
          manifest: { actions: { look: { description: 'd', run: 'a.sh', effect: 'read' } } },
          files: { 'a.sh': 'echo' },
        },
      },
      git: true,
    })
    await changed.write(
      'runbooks/ask.yaml',
      'name: ask\ndescription: d\ninputs: { word: { type: string, required: true } }\nsteps:\n  - uses: look\n',
    )
    const against = (commit: string, ...more: string[]) =>
      rune(['validate', '--root', changed.path, '--against', commit, ...more])
    const text = await against(changed.commit ?? '')
    expect(text).toMatchObject({ status: 0 })
    expect(text.stdout).toContain('  runbook ask changed: file: has problems -> can be read\n')
    expect(text.stdout).toContain('  ask: no plan: it needs the inputs word\n')
    const json = await against(changed.commit ?? '', '--json')
    expect(issuesOf('diagnostics', JSON.parse(json.stdout))).toEqual([])
    const unknown = await against('HEAD~1')
    await changed.cleanup()
    expect(unknown).toMatchObject({ status: 1, stdout: '' })
    expect(unknown.stderr).toContain('is not the full id of a commit')
  })

  it('list and show tell what there is', async () => {
    const list = await at('list')
    expect(list.stdout).toMatch(/^ {2}greet +Test runbook greet$/m)
    expect(list.stdout).toMatch(/^ {2}hello +read +acceptance 1.0.0 /m)
    expect((await at('show', 'hello')).stdout).toContain(
      'word: string, default "hi", maxLength 100',
    )
    expect((await at('show', 'greet')).stdout).toContain('one: hello')
    const unknown = await at('show', 'helo')
    expect(unknown.status).toBe(1)
    expect(unknown.stderr).toContain('did you mean hello?')
  })

  it('report reads a record back, and says when it was changed', async () => {
    const folder = out()
    await at('run', 'greet', '--out', folder)
    const good = await at('report', folder)
    expect(good.status).toBe(0)
    expect(good.stdout).toContain('GOOD: runbook greet')
    const file = join(folder, 'nodes/localhost/one.1.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('hello', 'hallo'))
    const changed = await at('report', folder)
    expect(changed.status).toBe(1)
    expect(changed.stderr).toContain('nodes/localhost/one.1.json')
    appendFileSync(join(folder, 'events.ndjson'), '{}\n')
    expect((await at('report', folder)).status).toBe(1)
    expect((await at('report', project.path)).status).toBe(1)
  })

  it('explain tells what a kind and a code mean', async () => {
    expect((await rune(['explain', 'outcome-unknown'])).stdout).toContain('executed: unknown')
    // A negative number is no option.
    const code = await rune(['explain', '--', '-32205'])
    expect(code).toMatchObject({ status: 0 })
    expect(code.stdout).toContain('module-duplicate')
    expect(code.stdout).toContain('output-truncated')
    const unknown = await rune(['explain', 'auth-faild'])
    expect(unknown).toMatchObject({ status: 1, stdout: '' })
    expect(unknown.stderr).toContain('did you mean auth-failed?')
  })

  it.each([
    [['run']],
    [['frob']],
    [['run', 'greet', '--frob']],
    [['run', 'greet', '--param', 'word']],
    [['run', 'greet', '--param', 'word=a', '--param', 'word=b']],
    [['run', 'greet', '--ssh-key', 'no-such-file']],
    [['run', 'greet', '--node', 'a', '--select', 'b=c']],
  ])('%j is a usage error', async (args) => {
    const before = readdirSync(project.path)
    const { status, stdout, stderr } = await at(...args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).not.toBe('')
    expect(readdirSync(project.path)).toEqual(before)
  })

  it('does not end with 0 when its answer could not be written', async () => {
    const full = spawnSync('bash', [
      '-c',
      '"$0" "$1" run hello --json --root "$2" >/dev/full',
      process.execPath,
      CLI,
      project.path,
    ])
    expect(full.status).toBe(70)
    expect(full.stderr.toString()).toContain('could not be written')
    const head = spawnSync('bash', [
      '-c',
      '"$0" "$1" list --root "$2" | true; exit "${PIPESTATUS[0]}"',
      process.execPath,
      CLI,
      project.path,
    ])
    expect(head.status).toBe(0)
  })

  const asRoot = process.getuid?.() === 0
  it.skipIf(!asRoot)('works for a user without a name (needs root to become one)', () => {
    // With the right to read: the checkout may lie below a folder that only root may enter.
    const read = '+dac_override,+dac_read_search'
    const nobody = ['--reuid', '54321', '--regid', '54321', '--clear-groups']
    const rights = ['--inh-caps', read, '--ambient-caps', read]
    const listed = spawnSync('setpriv', [
      ...nobody,
      ...rights,
      process.execPath,
      CLI,
      'list',
      '--root',
      project.path,
    ])
    expect({ status: listed.status, stderr: listed.stderr.toString() }).toEqual({
      status: 0,
      stderr: '',
    })
  })

  it('help and version are not errors', async () => {
    expect(await rune(['--help'])).toMatchObject({ status: 0, stderr: '' })
    expect(await rune(['--version'])).toMatchObject({ status: 0, stdout: '0.1.0\n' })
  })
})
