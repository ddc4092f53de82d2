/** Launches through every login shell that a node may have, and through what a login may bring along. */
import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemHost } from '../../src/host.ts'
import { sshTransport } from '../../src/transport/ssh.ts'
import type { Launch, Node, Outcome } from '../../src/transport/transport.ts'
import { sshdMissing, startSshd, type TestSshd } from '../support/sshd.ts'
import { ended, go, launchOf, limits, text } from './contract.ts'

const never = new AbortController().signal
// Not as root, whose own start-up files on a developer's machine would be part of every test.
const noServer = sshdMissing('ordinary')

/** Shell -> how sshd would start it as a login shell, and its Debian package. */
const SHELLS: Readonly<Record<string, readonly [string, string]>> = {
  bash: ['bash', 'bash'],
  dash: ['dash', 'dash'],
  'busybox ash': ['busybox ash', 'busybox'],
  zsh: ['zsh', 'zsh'],
  tcsh: ['tcsh', 'tcsh'],
  fish: ['fish', 'fish'],
}

/** Why a program cannot be tried, or undefined. In CI that is an error: there nothing may be skipped. */
function lacking([program, aptPackage]: readonly [string, string]): string | undefined {
  const name = program.split(' ')[0] ?? program
  if (spawnSync('bash', ['-c', `type -P ${name}`]).status === 0) return undefined
  const reason = `${name} is not installed (package ${aptPackage})`
  if (process.env['CI']) throw new Error(reason)
  return reason
}

function nodeOf({ port, user, hostKey, privateKey }: TestSshd, address: string): Node {
  return { name: address, transport: 'ssh', address, port, user, hostKey, privateKey }
}

async function once(sshd: TestSshd, launch: Launch, address = sshd.address): Promise<Outcome> {
  const transport = sshTransport(systemHost)
  try {
    const outcome = await transport.run(nodeOf(sshd, address), launch, limits(), never, go)
    outcome.acknowledge?.()
    return outcome
  } finally {
    await transport.close()
  }
}

describe.skipIf(noServer)(`a login shell ${noServer ?? ''}`, () => {
  const shells = Object.entries(SHELLS).map(([name, [start]], at) => {
    return { name, start, address: `127.0.7.${at + 1}`, bare: `127.0.8.${at + 1}` }
  })
  const NOLOGIN = '127.0.7.21'
  let sshd: TestSshd
  let empty: string
  beforeAll(async () => {
    empty = await mkdtemp(join(tmpdir(), 'rune-no-bash-'))
    await chmod(empty, 0o755)
    const match = (address: string, command: string): string[] => [
      `Match LocalAddress ${address}`,
      // As sshd starts a login shell: the whole command is the one argument of -c.
      `ForceCommand ${command}`,
    ]
    sshd = await startSshd({
      user: 'ordinary',
      addresses: [NOLOGIN, ...shells.flatMap(({ address, bare }) => [address, bare])],
      extra: [
        ...shells.flatMap(({ address, bare, start }) => [
          ...match(address, `exec ${start} -c "$SSH_ORIGINAL_COMMAND"`),
          ...match(
            bare,
            `exec $(type -P env) PATH=${empty} $(type -P ${start.split(' ')[0]}) ${start.split(' ').slice(1).join(' ')} -c "$SSH_ORIGINAL_COMMAND"`,
          ),
        ]),
        ...match(NOLOGIN, 'exec /usr/sbin/nologin'),
      ],
    })
  })
  afterAll(async () => {
    await sshd.stop()
    await rm(empty, { recursive: true, force: true })
  })

  for (const { name, address, bare } of shells) {
    const reason = lacking(SHELLS[name] ?? ['', ''])
    it.skipIf(reason)(`may be ${name} ${reason ?? ''}`, async () => {
      const input = `{"a":"; id $(id) \`id\` 'x' \\\\ !! * ~ %% \${HOME} ü € 😀\\u0000","b":"${'x'.repeat(70_000)}"}`
      const outcome = ended(
        await once(sshd, launchOf('cat; echo err >&2; exit 7', { input }), address),
      )
      expect(outcome.exit).toBe(7)
      expect(text(outcome.stdout)).toBe(input)
      expect(text(outcome.stderr)).toBe('err\n')
      expect(outcome.noise.total).toBe(0)
    })

    it.skipIf(reason)(`that is ${name} shows nothing of the parameters in ps`, async () => {
      const script = `read -r secret
        for file in /proc/[0-9]*/cmdline /proc/[0-9]*/environ; do
          while IFS= read -r -d '' word; do
            case $word in *"$secret"*) echo "$file" ;; esac
          done <"$file"
        done 2>/dev/null
        launcher=$(ps -o ppid= "$PPID")
        tr '\\0' '\\n' <"/proc/\${launcher// /}/cmdline" | tail -n 7`
      const outcome = ended(
        await once(sshd, launchOf(script, { input: 'rune-secret-parameter\n' }), address),
      )
      expect(text(outcome.stdout)).toMatch(/^rune\n[0-9a-f]{32}\n\d+\n[0-9a-f]{64}\n\d+\n\d+\n0\n$/)
    })

    it.skipIf(reason)(`that is ${name} says that there is no bash`, async () => {
      const outcome = await once(sshd, launchOf('echo ran'), bare)
      // tcsh alone has no exit status of its own for a program that is not there.
      const expected = name === 'tcsh' ? 'launch-failed' : 'node-prereq'
      expect(outcome).toMatchObject({ kind: 'not-started', reason: expected })
      expect((outcome as { message: string }).message).toMatch(/said:.*bash/)
    })
  }

  it('that lets nobody in starts nothing, and its words are kept', async () => {
    const outcome = await once(sshd, launchOf('echo ran'), NOLOGIN)
    expect(outcome).toMatchObject({ kind: 'not-started', reason: 'launch-failed' })
    expect(text(outcome.noise)).toContain('This account is currently not available')
  })
})

/** What the launcher gives to a plugin; bash adds its own. */
const PLUGIN_ENVIRONMENT = ['HOME', 'LANG', 'LOGNAME', 'PATH', 'RUNE_LIB', 'RUNE_RUN_KEY', 'USER']

describe.skipIf(noServer)(`the environment of a login ${noServer ?? ''}`, () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rune-env-'))
    await chmod(folder, 0o755)
    await writeFile(join(folder, 'evil.sh'), 'echo evil; printf() { echo evil; }\n')
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  /** A big answer, and on stderr the environment. */
  const script =
    'cat; sleep 1.5; head -c 1048576 /dev/zero | tr "\\0" x; printf note >&2; env -0 >&2'
  const tell = async (extra: readonly string[]): Promise<void> => {
    const sshd = await startSshd({ user: 'ordinary', extra })
    try {
      const outcome = ended(await once(sshd, launchOf(script, { input: '{"ü":"€"}' })))
      expect(text(outcome.stdout).slice(0, 12)).toBe('{"ü":"€"}xxx')
      expect(outcome.stdout.total).toBe(1_048_588)
      // The cap of stdout is in bytes, whatever unit a mode of bash would have made of it.
      expect(outcome.stdout.bytes.length).toBe(1_048_576)
      const said = text(outcome.stderr)
      expect(said).toMatch(/^note/)
      const names = said
        .slice('note'.length)
        .split('\0')
        .map((word) => word.split('=')[0] ?? '')
      const own = ['PWD', 'SHLVL', '_', 'OLDPWD', '']
      expect(names.filter((name) => !own.includes(name)).sort()).toEqual(PLUGIN_ENVIRONMENT)
      expect(outcome.noise.total).toBe(0)
    } finally {
      await sshd.stop()
    }
  }

  it.each([
    [
      'exported functions',
      [
        "'BASH_FUNC_printf%%=() { echo evil; }'",
        "'BASH_FUNC_read%%=() { echo evil; }'",
        "'BASH_FUNC_cat%%=() { echo evil; }'",
      ],
    ],
    ['BASH_ENV and ENV', ['BASH_ENV=FOLDER/evil.sh', 'ENV=FOLDER/evil.sh']],
    [
      'shell options',
      ['SHELLOPTS=xtrace:noexec:errexit:nounset', 'BASHOPTS=extdebug:failglob:nocasematch'],
    ],
    ['POSIX mode', ['POSIXLY_CORRECT=1']],
    ['a limit for nested functions', ['FUNCNEST=1']],
    ['an older bash to be compatible with', ['BASH_COMPAT=4.2']],
    ['a limit for reading', ['TMOUT=1']],
    ['a library to be loaded first', ['LD_PRELOAD=FOLDER/evil.so']],
    ['commands to be overlooked', ["EXECIGNORE='*'"]],
    ['options for grep', ['GREP_OPTIONS=-v', 'GREP_COLORS=x']],
    ['a locale of several bytes', ['LC_ALL=C.UTF-8', 'LANG=C.UTF-8']],
    ['white space', ['IFS=0123456789', 'CDPATH=/usr:/etc', "GLOBIGNORE='*'"]],
  ])('with %s changes neither the launcher nor the plugin', async (_, set) => {
    const words = set.map((word) => word.replace('FOLDER', folder)).join(' ')
    await tell([`ForceCommand exec env ${words} /bin/dash -c "$SSH_ORIGINAL_COMMAND"`])
  })

  it("that comes from sshd's SetEnv changes neither", async () => {
    const words = ['"BASH_FUNC_cat%%=() { echo evil; }"', 'POSIXLY_CORRECT=1', 'SECRET=1']
    await tell([`SetEnv ${words.join(' ')}`])
  })
})
