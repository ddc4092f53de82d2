/** A real nginx is started, stopped, restarted, reloaded and repaired by the shipped actions, without systemd. */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { act } from '../support/shipped.ts'

const NGINX = '/usr/sbin/nginx'
const found = spawnSync(NGINX, ['-v']).status === 0
if (!found && process.env['CI']) throw new Error('nginx is not installed, and CI may not skip')

/** A port of the loopback that nobody uses at the moment. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

describe.skipIf(!found)(`an nginx that the node declares ${found ? '' : '(not installed)'}`, () => {
  let home: string
  let port: number
  let url: string
  const nginx = { service: 'nginx' }
  const config = (text: string): string =>
    `pid ${home}/nginx.pid;
error_log ${home}/error.out notice;
events {}
http {
  access_log off;
  client_body_temp_path ${home}/tmp; proxy_temp_path ${home}/tmp; fastcgi_temp_path ${home}/tmp;
  uwsgi_temp_path ${home}/tmp; scgi_temp_path ${home}/tmp;
  server { listen 127.0.0.1:${port}; location / { return 200 "${text}"; } }
}
`
  const pid = (): number => Number(readFileSync(join(home, 'nginx.pid'), 'utf8'))
  const answer = (contains = ''): unknown =>
    act('http_check', { params: { url, contains }, home }).output

  /** nginx changes its workers after the command that asks for it has ended. */
  const serves = async (text: string): Promise<void> => {
    await vi.waitFor(() => expect(answer(text)).toMatchObject({ contains: true }), 10_000)
  }

  beforeAll(async () => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'rune-nginx-')))
    port = await freePort()
    url = `http://127.0.0.1:${port}/`
    for (const folder of ['.config/rune/services', '.config/rune/configs', 'etc', 'backups'])
      mkdirSync(join(home, folder), { recursive: true, mode: 0o755 })
    writeFileSync(join(home, 'etc/nginx.conf'), config('one'))
    writeFileSync(
      join(home, '.config/rune/services/nginx.conf'),
      `# Debian's nginx with a configuration of its own.
program=${NGINX}
pidfile=~/nginx.pid
start=${NGINX} -c ~/etc/nginx.conf
stop=signal QUIT
reload=signal HUP
log=~/error.out
`,
      { mode: 0o644 },
    )
    writeFileSync(
      join(home, '.config/rune/configs/nginx.conf'),
      `path=~/etc/nginx.conf
backups=~/backups
validate=${NGINX} -t -q -c {}
apply=${NGINX} -c ~/etc/nginx.conf -s reload
`,
      { mode: 0o644 },
    )
  })
  afterAll(() => {
    act('service_stop', { params: nginx, home })
    rmSync(home, { recursive: true })
  })

  it('does not answer before it is started', () => {
    expect(answer()).toMatchObject({ status: 0, reachable: false })
    expect(act('tcp_check', { params: { host: '127.0.0.1', port }, home }).output).toMatchObject({
      open: false,
    })
  })

  it('is started once, and answers then', () => {
    expect(act('service_start', { params: nginx, home }).output).toMatchObject({
      manager: 'declared',
      changed: true,
      before: { active_state: 'inactive' },
      after: { active_state: 'active', main_pid: pid() },
    })
    expect(answer('one')).toMatchObject({ status: 200, contains: true })
    const was = pid()
    expect(act('service_start', { params: nginx, home }).output).toMatchObject({ changed: false })
    expect(pid()).toBe(was)
    expect(
      act('host_requirements', { params: { ports_listening: [port] }, home }).output,
    ).toMatchObject({ complete: true })
    expect(act('host_requirements', { params: { ports_free: [port] }, home }).output).toMatchObject(
      {
        complete: false,
      },
    )
  })

  it('reads its configuration again without a new process', () => {
    const was = pid()
    writeFileSync(join(home, 'etc/nginx.conf'), config('two'))
    expect(act('service_reload', { params: nginx, home }).output).toMatchObject({ changed: true })
    expect(pid()).toBe(was)
    expect(answer('two')).toMatchObject({ status: 200, contains: true })
  })

  it('is another process after a restart', () => {
    const was = pid()
    const { output } = act('service_restart', { params: nginx, home })
    expect(output).toMatchObject({
      changed: true,
      before: { main_pid: was },
      active_state: 'active',
    })
    expect(pid()).not.toBe(was)
    expect(answer('two')).toMatchObject({ status: 200 })
  })

  it('is found stopped with a pid file that a crash left, and is started again', () => {
    const was = pid()
    const workers = spawnSync('pgrep', ['-P', String(was)], { encoding: 'utf8' }).stdout
    for (const one of [was, ...workers.trim().split('\n').map(Number)]) process.kill(one, 'SIGKILL')
    expect(
      act('service_wait', { params: { ...nginx, state: 'stopped' }, home }).output,
    ).toMatchObject({
      reached: true,
      sub_state: 'dead',
    })
    writeFileSync(join(home, 'nginx.pid'), '1\n')
    expect(
      act('service_wait', { params: { ...nginx, wait_seconds: 1 }, home }).output,
    ).toMatchObject({ reached: false, sub_state: 'stale-pidfile' })
    expect(act('service_start', { params: nginx, home }).output).toMatchObject({ changed: true })
    expect(answer('two')).toMatchObject({ status: 200 })
  })

  it('is put back to a backup that it then serves, and forward again', async () => {
    const good = config('three')
    const sha256 = createHash('sha256').update(good).digest('hex')
    writeFileSync(join(home, 'backups/good.conf'), good)
    const params = { config: 'nginx', backup: 'good.conf', sha256 }
    const { output } = act('config_restore', { params, home })
    expect(output).toMatchObject({ changed: true })
    await serves('three')
    const undo = {
      config: 'nginx',
      backup: output?.['replaced'],
      sha256: output?.['replaced_sha256'],
    }
    expect(act('config_restore', { params: undo, home }).output).toMatchObject({ changed: true })
    await serves('two')
  })

  it('keeps serving what it had when the backup is not valid', () => {
    const bad = 'listen eighty\n'
    const sha256 = createHash('sha256').update(bad).digest('hex')
    writeFileSync(join(home, 'backups/bad.conf'), bad)
    const before = readFileSync(join(home, 'etc/nginx.conf'), 'utf8')
    const { error } = act('config_restore', {
      params: { config: 'nginx', backup: 'bad.conf', sha256 },
      home,
    })
    expect(error).toMatchObject({ code: 3 })
    expect(error?.message).toContain('nothing was done')
    expect(readFileSync(join(home, 'etc/nginx.conf'), 'utf8')).toBe(before)
    expect(answer('two')).toMatchObject({ contains: true })
  })

  it('gives its log', () => {
    const { output } = act('collect_unit_log', { params: nginx, home })
    expect(output).toMatchObject({ source: 'file', incomplete: [] })
    expect(output?.['lines']).not.toEqual([])
  })

  it('is stopped once', () => {
    const stop = () => act('service_stop', { params: nginx, home })
    expect(stop().output).toMatchObject({ changed: true, active_state: 'inactive' })
    expect(answer()).toMatchObject({ reachable: false })
    expect(stop().output).toMatchObject({ changed: false })
  })

  it('that cannot start is an error with what it said', () => {
    writeFileSync(join(home, 'etc/nginx.conf'), 'listen eighty;\n')
    const { error } = act('service_start', { params: nginx, home })
    expect(error).toMatchObject({ code: 3, details: { after: { active_state: 'inactive' } } })
    expect(JSON.stringify(error?.details)).toContain('not allowed here')
  })

  it('is refused when others could have written its declaration', () => {
    const file = join(home, '.config/rune/services/nginx.conf')
    execFileSync('chmod', ['o+w', file])
    const { error } = act('service_start', { params: nginx, home })
    expect(error).toMatchObject({ code: 4 })
    expect(error?.message).toContain('can be written by others')
    execFileSync('chmod', ['o-w', file])
  })
})
