/** Each shipped action that changes something has work to do here, and in a dry run it says so and changes nothing. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changes, snapshot } from '../../src/kit/snapshot.ts'
import { act, shipped } from '../support/shipped.ts'

const HOUR_S = 3600
const root = process.getuid?.() === 0

let home: string
const sleeper = (name: string): string => join(home, 'services', name)

/** Action -> parameters that give it something to do, and what its answer has to say of it. */
const WORK: Readonly<
  Record<
    string,
    {
      readonly params: () => Readonly<Record<string, unknown>>
      readonly says: Readonly<Record<string, unknown>>
      readonly asRoot?: boolean
    }
  >
> = {
  service_start: {
    params: () => ({ service: 'stopped' }),
    says: { changed: false, would_change: true, active_state: 'inactive' },
  },
  service_stop: {
    params: () => ({ service: 'running' }),
    says: { changed: false, would_change: true, active_state: 'active' },
  },
  service_restart: {
    params: () => ({ service: 'running' }),
    says: { changed: false, would_change: true, active_state: 'active' },
  },
  service_reload: {
    params: () => ({ service: 'running' }),
    says: { changed: false, would_change: true, active_state: 'active' },
  },
  disk_cleanup: {
    params: () => ({ cleanups: ['uploads'] }),
    says: { changed: false, freed_bytes: 0, would_free_bytes: 8192, removed_files: 0 },
  },
  stale_lock_remove: {
    params: () => ({ path: '~/app.lock' }),
    says: { stale: true, removed: false, would_remove: true },
    // Nobody else can prove that a lock is stale.
    asRoot: true,
  },
  config_restore: {
    params: () => ({ config: 'web', backup: 'good.conf', sha256: sha256('listen 80\n') }),
    says: { changed: false, would_change: true, replaced: '' },
  },
}

beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'rune-dry-')))
  for (const name of ['running', 'stopped'])
    put(
      `.config/rune/services/${name}.conf`,
      `program=/bin/sleep\npidfile=~/services/${name}\nstart=/bin/touch ~/started\nstop=/bin/touch ~/stopped\nreload=/bin/touch ~/reloaded\n`,
    )
  const start = `setsid sleep 300 </dev/null >/dev/null 2>&1 & echo "$!" >"$1"`
  mkdirSync(join(home, 'services'))
  execFileSync('bash', ['-c', start, 'start', sleeper('running')])
  put('.config/rune/cleanup/uploads.conf', 'path=~/uploads\nolder_than_days=7\n')
  put('uploads/old', 'x'.repeat(8192), 30 * 24 * HOUR_S)
  put('app.lock', '2147483646\n', HOUR_S)
  put(
    '.config/rune/configs/web.conf',
    'path=~/etc/web.conf\nbackups=~/backups\nvalidate=/bin/true\napply=/bin/touch ~/applied\n',
  )
  put('etc/web.conf', 'listen eighty\n')
  put('backups/good.conf', 'listen 80\n')
})
afterAll(() => {
  execFileSync('bash', ['-c', 'kill -- "$(cat "$1")"', 'stop', sleeper('running')])
  rmSync(home, { recursive: true })
})

function put(path: string, text: string, ageS = 0): void {
  const file = join(home, path)
  mkdirSync(dirname(file), { recursive: true, mode: 0o755 })
  writeFileSync(file, text)
  chmodSync(file, 0o644)
  const then = Date.now() / 1000 - ageS
  utimesSync(file, then, then)
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('a dry run of a shipped action that changes something', () => {
  it('is promised by each of them', () => {
    const changing = shipped.filter(({ declaration }) => declaration.effect !== 'read')
    for (const { name, declaration } of changing)
      expect({ name, promised: declaration['dry-run'] }).toEqual({ name, promised: true })
    expect(changing.map(({ name }) => name).sort()).toEqual(Object.keys(WORK).sort())
  })

  for (const [name, work] of Object.entries(WORK))
    it.skipIf(work.asRoot === true && !root)(
      `${name} says what it would do and changes nothing`,
      async () => {
        const before = await snapshot([home])
        const { exit, output } = act(name, { params: work.params(), dryRun: true, home })
        expect({ exit, output }).toMatchObject({ exit: 0, output: work.says })
        const after = await snapshot([home])
        if (typeof before === 'string' || typeof after === 'string')
          throw new Error(`${before} ${after}`)
        expect(before.size).toBeGreaterThan(10)
        expect(changes(before, after)).toEqual([])
        const state = act('service_wait', { params: { service: 'running', wait_seconds: 1 }, home })
        expect(state.output).toMatchObject({ reached: true })
      },
    )
})
