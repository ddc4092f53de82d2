import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { type SshdOptions, sshdMissing, startSshd, type TestSshd } from './sshd.ts'

const run = promisify(execFile)
const started: TestSshd[] = []

async function start(options?: SshdOptions): Promise<TestSshd> {
  const sshd = await startSshd(options)
  started.push(sshd)
  return sshd
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((sshd) => sshd.stop()))
})

const argv = (sshd: TestSshd, command: string, address = sshd.address): string[] => [
  ...['-F', '/dev/null', '-i', sshd.identityFile, '-p', String(sshd.port)],
  ...['-o', 'BatchMode=yes', '-o', 'IdentitiesOnly=yes', '-o', 'StrictHostKeyChecking=no'],
  ...['-o', 'UserKnownHostsFile=/dev/null', '-o', 'LogLevel=ERROR'],
  ...['-l', sshd.user, address, command],
]

async function listens(port: number, address = '127.0.0.1'): Promise<boolean> {
  const socket = connect(port, address)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false // refused
  } finally {
    socket.destroy()
  }
}

/** True as soon as the claim is; false after five seconds. */
async function becomes(claim: () => boolean | Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 250; tries++) {
    if (await claim()) return true
    await delay(20)
  }
  return false
}

for (const user of ['self', 'ordinary'] as const) {
  const reason = sshdMissing(user)
  describe.skipIf(reason)(`sshd for ${user}${reason ? ` (skipped: ${reason})` : ''}`, () => {
    it('runs a command as that user and counts the login and the session', async () => {
      const sshd = await start({ user })
      const { stdout } = await run('ssh', argv(sshd, 'id -un; echo "$HOME"'))
      expect(stdout.split('\n')[0]).toBe(sshd.user)
      expect([sshd.connections(), sshd.sessions()]).toEqual([1, 1])
      if (user === 'ordinary') expect(sshd.user).not.toBe('root')
    })

    it('leaves no process and no folder after stop, also with a session open', async () => {
      const sshd = await start({ user })
      const client = spawn('ssh', argv(sshd, 'echo $$; exec sleep 60'))
      const [pid] = await once(client.stdout, 'data')
      const closed = once(client, 'exit')
      await Promise.all([sshd.stop(), sshd.stop()])
      await closed
      expect(existsSync(dirname(sshd.identityFile))).toBe(false)
      expect(await listens(sshd.port)).toBe(false)
      expect(await becomes(() => !existsSync(`/proc/${String(pid).trim()}`))).toBe(true)
    })

    it('dies when the process that started it is killed', async () => {
      const script = `import { startSshd } from ${JSON.stringify(resolve('test/support/sshd.ts'))}
        const sshd = await startSshd({ user: '${user}' })
        console.log(sshd.port, sshd.identityFile)
        setInterval(() => {}, 1000)`
      const parent = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const [line] = await once(parent.stdout, 'data')
      const [word = '', identityFile = ''] = String(line).trim().split(' ')
      const port = Number(word)
      expect(existsSync(identityFile)).toBe(true)
      expect(await listens(port)).toBe(true)
      parent.kill('SIGKILL')
      expect(await becomes(async () => !(await listens(port)))).toBe(true)
      expect(await becomes(() => !existsSync(dirname(identityFile)))).toBe(true)
    })
  })
}

describe.skipIf(sshdMissing())('sshd', () => {
  it('serves many addresses on one port with the host key that it names', async () => {
    const addresses = ['127.0.0.1', '127.0.7.2', '127.0.7.3']
    const sshd = await start({ addresses })
    const { stdout: scanned } = await run('ssh-keyscan', [
      ...['-t', 'ed25519', '-p', String(sshd.port)],
      '127.0.7.3',
    ])
    expect(scanned).toContain(sshd.hostKey)
    for (const address of addresses) await run('ssh', argv(sshd, 'true', address))
    expect(sshd.connections()).toBe(3)
  })

  it('lets extra lines win and takes a Match block', async () => {
    const sshd = await start({
      extra: ['AllowUsers nobody-here', 'Match Address 127.0.0.1', 'Banner none'],
    })
    await expect(run('ssh', argv(sshd, 'true'))).rejects.toThrow('Permission denied')
  })

  it('shows its log when the configuration is refused', async () => {
    await expect(start({ extra: ['NoSuchKeyword yes'] })).rejects.toThrow('NoSuchKeyword')
  })

  it('drops connections and goes on listening', async () => {
    const sshd = await start()
    const client = spawn('ssh', argv(sshd, 'echo up; sleep 60'))
    await once(client.stdout, 'data')
    sshd.dropConnections()
    const [status] = await once(client, 'exit')
    expect(status).toBe(255)
    await run('ssh', argv(sshd, 'true'))
  })
})
