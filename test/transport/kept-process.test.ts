import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { keepRunning } from '../../src/transport/kept-process.ts'

const MODULE = join(import.meta.dirname, '../../src/transport/kept-process.ts')
const ENV = { PATH: '/usr/bin:/bin' }
const folder = mkdtempSync(join(tmpdir(), 'rune-kept-'))
afterAll(() => rmSync(folder, { recursive: true }))

const pidIn = (file: string): number =>
  existsSync(file) ? Number(readFileSync(file, 'utf8').trim()) : 0
const lives = (pid: number): boolean => existsSync(`/proc/${pid}`)

it('ends a helper when the process that started it is killed', async () => {
  const file = join(folder, 'pid')
  const argv = ['sh', '-c', `echo $$ >${file}; exec sleep 300`]
  const code = `import(${JSON.stringify(MODULE)}).then((m) => m.keepRunning(${JSON.stringify(argv)}, ${JSON.stringify(ENV)}))`
  const parent = spawn(process.execPath, ['-e', code], { stdio: 'ignore' })
  await expect.poll(() => pidIn(file), { timeout: 10_000 }).toBeGreaterThan(0)
  expect(lives(pidIn(file))).toBe(true)
  parent.kill('SIGKILL')
  await once(parent, 'exit')
  await expect.poll(() => lives(pidIn(file)), { timeout: 10_000 }).toBe(false)
})

it('ends a helper when it is told to, and keeps what it said', async () => {
  const file = join(folder, 'told')
  const kept = keepRunning(['sh', '-c', `echo $$ >${file}; echo hello >&2; exec sleep 300`], ENV)
  await expect.poll(() => kept.said()).toBe('hello\n')
  kept.stop()
  await kept.ended
  await expect.poll(() => lives(pidIn(file))).toBe(false)
})

it('says that a helper cannot be started', async () => {
  const kept = keepRunning(['/no/such/program'], ENV)
  await kept.ended
  await expect.poll(() => kept.said()).toContain('not found')
})
