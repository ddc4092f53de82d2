/** A restore that is stopped between replacing and validating leaves the configuration that was there. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PLUGINS } from '../support/shipped.ts'

const OLD = 'listen 80\n'
const NEW = 'listen 81\n'

let home: string
const text = (path: string): string => readFileSync(join(home, path), 'utf8')

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'rune-stopped-')))
  for (const folder of ['.config/rune/configs', 'etc', 'backups'])
    mkdirSync(join(home, folder), { recursive: true, mode: 0o755 })
  writeFileSync(join(home, 'etc/web.conf'), OLD)
  writeFileSync(join(home, 'backups/new.conf'), NEW)
  writeFileSync(
    join(home, '.config/rune/configs/web.conf'),
    'path=~/etc/web.conf\nbackups=~/backups\nvalidate=/bin/sleep 30\n',
    { mode: 0o644 },
  )
})
afterEach(() => rmSync(home, { recursive: true }))

it('is put back when the run is cancelled while the command that validates it still runs', async () => {
  const message = {
    message_metadata: { version: '1.0', message_id: 'm-1', created_at: '2026-11-20T12:00:00.000Z' },
    payload: {
      input_parameters: {
        config: 'web',
        backup: 'new.conf',
        sha256: createHash('sha256').update(NEW).digest('hex'),
      },
    },
    observability: { trace_id: 't', span_id: 's' },
  }
  // A process group of its own, which is what the launcher stops.
  const child = spawn('bash', [join(PLUGINS, 'config_ops/config_restore.sh')], {
    detached: true,
    cwd: '/',
    env: {
      PATH: '/usr/bin:/bin',
      HOME: home,
      RUNE_LIB: join(PLUGINS, 'lib/rune_bpcs.sh'),
    },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const ended = once(child, 'exit')
  child.stdin.end(JSON.stringify(message))
  await vi.waitFor(() => expect(text('etc/web.conf')).toBe(NEW), 10_000)
  if (child.pid === undefined) throw new Error('it did not start')
  process.kill(-child.pid, 'SIGTERM')
  await ended
  expect(text('etc/web.conf')).toBe(OLD)
  expect(readdirSync(join(home, 'etc'))).toEqual(['web.conf'])
})
