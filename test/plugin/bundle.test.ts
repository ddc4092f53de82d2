import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/document/diagnostic.ts'
import { actionBundle, bundleFiles, type SourceFile } from '../../src/plugin/bundle.ts'

function file(path: string, text = path, kind: SourceFile['kind'] = 'file'): SourceFile {
  return { path, kind, bytes: new TextEncoder().encode(text) }
}

const library = [file('rune_bpcs.sh', 'lib'), file('extra.sh'), file('README.md')]

function bundle(own: readonly SourceFile[], lib: readonly SourceFile[] = []) {
  const result = bundleFiles('m', own, lib)
  if (result.kind === 'problems') throw new Error(result.problems.map(formatProblem).join('\n'))
  return result
}

function problems(own: readonly SourceFile[]): string[] {
  const result = bundleFiles('m', own, [])
  return result.kind === 'problems' ? result.problems.map(formatProblem) : []
}

describe('what goes to a node', () => {
  it('is the scripts with the library beside them and under lib/, sorted', () => {
    const own = [file('z.sh'), file('a.sh'), file('data/x.txt'), file('module.yaml')]
    const { files } = bundle([...own, file('README.md'), file('tests/t.bats')], library)
    expect(files.map(({ path }) => path)).toEqual([
      'a.sh',
      'data/x.txt',
      'extra.sh',
      'lib/rune_bpcs.sh',
      'rune_bpcs.sh',
      'z.sh',
    ])
  })

  it("is a module's own copy of the library where it has one", () => {
    const { files } = bundle([file('rune_bpcs.sh', 'own')], library)
    const text = (path: string) =>
      new TextDecoder().decode(files.find((one) => one.path === path)?.bytes)
    expect([text('rune_bpcs.sh'), text('lib/rune_bpcs.sh')]).toEqual(['own', 'lib'])
  })

  it('starts with the action’s script, by bash unless it says otherwise', () => {
    const { files, sha256 } = bundle([file('a.py')])
    const action = { description: 'd', run: 'a.py', effect: 'read' } as const
    expect(actionBundle(action, files, sha256)).toMatchObject({
      entry: 'a.py',
      interpreter: 'bash',
    })
    const python = actionBundle({ ...action, interpreter: 'python3' }, files, sha256)
    expect(python.interpreter).toBe('python3')
  })
})

describe('the digest', () => {
  const digest = (...own: SourceFile[]) => bundle(own).sha256

  it('does not depend on the order of the files', () => {
    expect(digest(file('a'), file('b'))).toBe(digest(file('b'), file('a')))
  })

  it('differs with every name, content and boundary', () => {
    const all = [
      digest(file('a', 'x')),
      digest(file('b', 'x')),
      digest(file('a', 'y')),
      digest(file('a', 'x'), file('b', '')),
      digest(file('a', ''), file('b', 'x')),
      digest(file('ab', 'x')),
      digest(file('a', 'bx')),
      digest(),
    ]
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('refusals', () => {
  it.each([
    [
      'a NUL byte',
      file('a.sh', 'x\0y'),
      'plugins/m/a.sh: holds a NUL byte; a plugin is text [bundle]',
    ],
    [
      'a link',
      file('a.sh', '', 'symlink'),
      'plugins/m/a.sh: is a symlink, not a regular file [bundle]',
    ],
    [
      'a submodule',
      file('sub', '', 'submodule'),
      'plugins/m/sub: is a submodule, not a regular file [bundle]',
    ],
    [
      'a pointer to a file that is not there',
      file('a.sh', 'version https://git-lfs.github.com/spec/v1\noid sha256:00\n'),
      'plugins/m/a.sh: is a Git LFS pointer; commit the file itself [bundle]',
    ],
  ])('%s', (_name, one, expected) => {
    expect(problems([one])).toEqual([expected])
  })

  it.each(['a b', 'ä.sh', '.hidden', '-n', 'a\\b', '..', 'x/../y', 'a\nb', `${'x'.repeat(129)}`])(
    'the name %j',
    (path) => {
      expect(problems([file(path, 'x')])).toHaveLength(1)
    },
  )

  it('more than 1 MiB in all', () => {
    const half = 'x'.repeat(512 * 1024)
    expect(problems([file('a', half), file('b', half)])).toEqual([])
    expect(problems([file('a', half), file('b', `${half}x`)])).toEqual([
      'plugins/m: its files have 1048577 bytes, at most 1048576 [bundle]',
    ])
  })
})
