import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { RuneError } from '../../src/protocol/errors.ts'
import { type Content, openContent } from '../../src/repository/content.ts'
import { FILE_BYTES } from '../../src/repository/extent.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rune-content-'))
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

function git(...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, GIT_COMMITTER_DATE: '2026-11-20T13:00:00+0100' },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim()
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function commit(): string {
  git('add', '--all')
  git('commit', '--quiet', '--message=x')
  return git('rev-parse', 'HEAD')
}

async function text(content: Content, path: string): Promise<string | undefined> {
  const bytes = await content.read(path)
  return bytes && Buffer.from(bytes).toString('utf8')
}

describe('a committed project', () => {
  beforeEach(() => {
    git('init', '--quiet')
    write('.gitignore', 'ignored.sh\n')
    write('rune.yaml', 'version: 1\n')
    write('plugins/x/a.sh', 'echo a\n')
    write('plugins/x/tests/t.sh', '')
    write('other/file', 'x')
  })

  it('is read from git at HEAD, with the commit and its time', async () => {
    const id = commit()
    const content = await openContent(root)
    expect(content.about).toEqual({ versioned: true, commit: id })
    expect(content.committedAt).toBe('2026-11-20T12:00:00.000Z')
    expect(await text(content, 'rune.yaml')).toBe('version: 1\n')
    expect(await content.list('plugins/x')).toEqual([
      { name: 'a.sh', kind: 'file' },
      { name: 'tests', kind: 'directory' },
    ])
    expect(await content.read('plugins/x')).toBeUndefined()
    expect(await content.read('plugins/missing')).toBeUndefined()
    expect(await content.list('nowhere')).toEqual([])
  })

  it('gives the bytes of the commit, whatever happens to the folder afterwards', async () => {
    commit()
    const content = await openContent(root)
    write('plugins/x/a.sh', 'echo changed\n')
    expect(await text(content, 'plugins/x/a.sh')).toBe('echo a\n')
  })

  it('never delivers ignored files', async () => {
    commit()
    write('plugins/x/ignored.sh', 'echo no\n')
    const content = await openContent(root)
    expect(content.about.versioned).toBe(true)
    expect(await content.read('plugins/x/ignored.sh')).toBeUndefined()
    expect(await content.list('plugins/x')).toHaveLength(2)
  })

  it('stays versioned when only other paths are changed', async () => {
    commit()
    write('other/file', 'changed')
    expect((await openContent(root)).about.versioned).toBe(true)
  })

  it.each([
    ['a changed file', () => write('plugins/x/a.sh', 'b'), 'uncommitted changes: plugins/x/a.sh'],
    ['a new file', () => write('runbooks/n.yaml', ''), 'uncommitted changes: runbooks/n.yaml'],
    ['a deleted file', () => rmSync(join(root, 'rune.yaml')), 'uncommitted changes: rune.yaml'],
    [
      'a renamed file, which is two changes',
      () => git('mv', 'plugins/x/a.sh', 'plugins/x/b c.sh'),
      'uncommitted changes: plugins/x/a.sh (+1 more)',
    ],
  ])('is unversioned with %s', async (_name, change, reason) => {
    commit()
    change()
    const content = await openContent(root)
    expect(content.about).toEqual({ versioned: false, reason })
    expect(content.committedAt).toBeUndefined()
  })

  it('reports links and submodules instead of reading them', async () => {
    symlinkSync('/etc/passwd', join(root, 'plugins/x/link.sh'))
    commit()
    git('update-index', '--add', '--cacheinfo', `160000,${git('rev-parse', 'HEAD')},plugins/sub`)
    git('commit', '--quiet', '--message=sub')
    mkdirSync(join(root, 'plugins/sub'))
    const content = await openContent(root)
    expect(content.about.versioned).toBe(true)
    expect(await content.list('plugins')).toEqual([
      { name: 'sub', kind: 'submodule' },
      { name: 'x', kind: 'directory' },
    ])
    expect(await content.list('plugins/x')).toContainEqual({ name: 'link.sh', kind: 'symlink' })
    expect(await content.read('plugins/x/link.sh')).toBeUndefined()
  })

  it('may lie in a subfolder of the repository', async () => {
    write('ops/rune.yaml', 'sub')
    write('ops/plugins/y/b.sh', 'b')
    commit()
    const content = await openContent(join(root, 'ops'))
    expect(content.about.versioned).toBe(true)
    expect(await text(content, 'rune.yaml')).toBe('sub')
    expect(await content.list('plugins')).toEqual([{ name: 'y', kind: 'directory' }])
    write('ops/plugins/y/b.sh', 'c')
    expect((await openContent(join(root, 'ops'))).about.reason).toBe(
      'uncommitted changes: plugins/y/b.sh',
    )
  })

  it('runs nothing that the repository configures, and is not led elsewhere by the environment', async () => {
    const id = commit()
    write('ran.sh', `#!/bin/sh\ntouch "${root}/ran"\n`)
    git('config', 'core.fsmonitor', `sh ${root}/ran.sh`)
    process.env['GIT_DIR'] = '/nonexistent'
    try {
      const content = await openContent(root)
      expect(content.about).toEqual({ versioned: true, commit: id })
      expect(existsSync(join(root, 'ran'))).toBe(false)
    } finally {
      delete process.env['GIT_DIR']
    }
  })

  it('ignores replaced objects', async () => {
    commit()
    const real = git('rev-parse', 'HEAD:rune.yaml')
    write('other/fake', 'version: 2\n')
    git('replace', real, git('hash-object', '-w', 'other/fake'))
    expect(await text(await openContent(root), 'rune.yaml')).toBe('version: 1\n')
  })
})

describe('a project that is not committed', () => {
  it('is read from the folder outside of git', async () => {
    write('rune.yaml', 'x')
    const content = await openContent(root)
    expect(content.about).toEqual({ versioned: false, reason: 'outside git' })
    expect(await text(content, 'rune.yaml')).toBe('x')
  })

  it('is read from the folder before the first commit', async () => {
    git('init', '--quiet')
    write('rune.yaml', 'x')
    expect((await openContent(root)).about.reason).toBe('no commit yet')
  })

  it('is read from the folder where git is not installed', async () => {
    git('init', '--quiet')
    const path = process.env['PATH']
    process.env['PATH'] = '/nonexistent'
    try {
      expect((await openContent(root)).about.reason).toBe('git is not installed')
    } finally {
      process.env['PATH'] = path
    }
  })

  it('follows no link, not on the way either', async () => {
    write('plugins/x/a.sh', 'a')
    symlinkSync('a.sh', join(root, 'plugins/x/link.sh'))
    symlinkSync('x', join(root, 'plugins/y'))
    const content = await openContent(root)
    expect(await content.read('plugins/x/link.sh')).toBeUndefined()
    expect(await content.read('plugins/y/a.sh')).toBeUndefined()
    expect(await content.list('plugins/y')).toEqual([])
    expect(await content.list('plugins')).toContainEqual({ name: 'y', kind: 'symlink' })
  })

  it('does not wait for a FIFO', async () => {
    mkdirSync(join(root, 'plugins'))
    execFileSync('mkfifo', [join(root, 'plugins/pipe')])
    const content = await openContent(root)
    expect(await content.read('plugins/pipe')).toBeUndefined()
    expect(await content.list('plugins')).toEqual([{ name: 'pipe', kind: 'other' }])
  })

  it.each([
    '../secret',
    '/etc/passwd',
    'plugins/../../x',
    'plugins//a',
    './rune.yaml',
    'a\0b',
    '',
    '..',
  ])('has nothing at %j', async (path) => {
    write('rune.yaml', 'x')
    write('plugins/a', 'x')
    expect(await (await openContent(root)).read(path)).toBeUndefined()
  })

  it('cuts a file past the limit of every caller', async () => {
    write('rune.yaml', 'x'.repeat(FILE_BYTES + 100))
    expect((await (await openContent(root)).read('rune.yaml'))?.byteLength).toBe(FILE_BYTES + 1)
  })
})

it('says so when the folder is not there', async () => {
  await expect(openContent(join(root, 'missing'))).rejects.toThrow(RuneError)
})
