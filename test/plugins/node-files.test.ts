/** Shipped actions on a node whose /etc, /var/log and managers are the test's: init scripts, root's declarations, logs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type NodeBox, nodeBox, nodeBoxMissing } from '../support/node-box.ts'
import { type Answer, act } from '../support/shipped.ts'

const missing = nodeBoxMissing()

/** No systemd, whatever the machine has; a demo service with an init script; logs of all kinds. */
const SETUP = `
mkdir -p /run/systemd /run/dbus /etc/rune
mount -t tmpfs box-systemd /run/systemd
mount -t tmpfs box-dbus /run/dbus
mount -t tmpfs box-rune /etc/rune
mount -t tmpfs box-log /var/log
mount -t tmpfs box-init /etc/init.d
cat >/etc/init.d/demo <<'INIT'
#!/bin/sh
# As the Linux Standard Base has it.
pid=/var/tmp/demo.pid
case $1 in
  status)
    [ -f "$pid" ] || exit 3
    kill -0 "$(cat "$pid")" 2>/dev/null || exit 1
    ;;
  start) setsid sleep 300 </dev/null >/dev/null 2>&1 & echo "$!" >"$pid" ;;
  stop) kill "$(cat "$pid")" && rm "$pid" ;;
  restart) "$0" stop; "$0" start ;;
  *) echo "usage: demo status|start|stop|restart" >&2; exit 2 ;;
esac
INIT
chmod 755 /etc/init.d/demo
install -d -m 755 /etc/rune/services /etc/rune/cleanup /var/log/journal/x /var/log/audit /var/log/app /var/log/elsewhere
cd /var/log
for name in syslog syslog.1 app/web.log-20261001.gz wtmp.1 audit/audit.log.1 journal/x/a.1 app/young.gz; do
  head -c 5000 /dev/zero >"$name"
  touch -d '30 days ago' "$name"
done
touch app/young.gz
ln -s /var/log/audit app/audit.1
mount -t tmpfs box-elsewhere /var/log/elsewhere
echo x >/var/log/elsewhere/other.gz
touch -d '30 days ago' /var/log/elsewhere/other.gz
`

describe.skipIf(missing !== undefined)(`on a node without systemd ${missing ?? ''}`, () => {
  let box: NodeBox
  const on = (action: string, params: Readonly<Record<string, unknown>>, dryRun = false): Answer =>
    act(action, { params, dryRun, home: '/home/box', sh: box.sh })

  beforeAll(async () => {
    box = await nodeBox(SETUP)
  })
  afterAll(async () => {
    box.sh('if [ -f /var/tmp/demo.pid ]; then kill "$(cat /var/tmp/demo.pid)" || :; fi')
    await box.stop()
  })

  it('a service with an init script is started, restarted and stopped', () => {
    const demo = { service: 'demo', wait_seconds: 5 }
    expect(on('service_wait', { ...demo, state: 'stopped' }).output).toMatchObject({
      manager: 'init',
      reached: true,
    })
    expect(on('service_start', demo).output).toMatchObject({ manager: 'init', changed: true })
    const was = box.sh('cat /var/tmp/demo.pid')
    expect(on('service_restart', demo, true).output).toMatchObject({ would_change: true })
    expect(box.sh('cat /var/tmp/demo.pid')).toBe(was)
    expect(on('service_restart', demo).output).toMatchObject({ changed: true })
    expect(box.sh('cat /var/tmp/demo.pid')).not.toBe(was)
    expect(on('service_reload', demo)).toMatchObject({
      error: { code: 3, details: { said: expect.stringContaining('usage: demo') } },
    })
    expect(on('service_stop', demo).output).toMatchObject({ changed: true })
    expect(on('service_stop', demo).output).toMatchObject({ changed: false })
  })

  it('a service that nothing manages is named as missing, and nothing is done', () => {
    const { error } = on('service_restart', { service: 'nowhere' })
    expect(error).toMatchObject({ code: 2, details: { missing: 'manager' } })
  })

  it("a declaration that is not root's is refused", () => {
    box.sh(
      `printf 'program=/bin/sleep\\npidfile=/run/a.pid\\nstart=/bin/true\\n' >/etc/rune/services/mine.conf; chown ${box.uid} /etc/rune/services/mine.conf`,
    )
    const { error } = on('service_start', { service: 'mine' })
    expect(error).toMatchObject({ code: 4 })
    expect(error?.message).toContain('has to belong to root')
  })

  it('rotated logs are removed; the journal, audit logs, logins, links and other disks are not', () => {
    const params = { rotated_logs: true, older_than_days: 7 }
    const all = box.sh('find /var/log | sort')
    expect(on('disk_cleanup', params, true).output).toMatchObject({
      would_free_bytes: 16384,
      changed: false,
    })
    expect(box.sh('find /var/log | sort')).toBe(all)
    expect(on('disk_cleanup', params).output).toMatchObject({
      freed_bytes: 16384,
      removed_files: 2,
      changed: true,
    })
    const gone = ['/var/log/app/web.log-20261001.gz', '/var/log/syslog.1']
    const left = all.split('\n').filter((path) => !gone.includes(path))
    expect(box.sh('find /var/log | sort').split('\n')).toEqual(left)
    expect(on('disk_cleanup', params).output).toMatchObject({ removed_files: 0, changed: false })
  })

  it('a folder behind a link is not cleaned up', () => {
    box.sh(
      'ln -s /var/log/app /var/tmp/app; printf "path=/var/tmp/app\\nolder_than_days=1\\n" >/etc/rune/cleanup/app.conf',
    )
    expect(on('disk_cleanup', { cleanups: ['app'] }).error).toMatchObject({ code: 4 })
  })

  it('the oldest files go first, and no more than were asked for', () => {
    box.sh(`install -d -m 755 /var/tmp/uploads/deep
printf 'path=/var/tmp/uploads\\nnames=*.part\\nolder_than_days=3\\n' >/etc/rune/cleanup/uploads.conf
cd /var/tmp/uploads
for day in 4 5 6 9; do echo x >"deep/$day.part"; touch -d "$day days ago" "deep/$day.part"; done
echo x >keep; touch -d '30 days ago' keep`)
    const params = { cleanups: ['uploads'], older_than_days: 1, max_files: 2 }
    expect(on('disk_cleanup', params).output).toMatchObject({ removed_files: 2, capped: true })
    expect(box.sh('cd /var/tmp/uploads; find . -type f | sort')).toBe(
      './deep/4.part\n./deep/5.part\n./keep\n',
    )
  })

  it('a lock goes when its owner is gone, and not while anybody has it', () => {
    box.sh('echo 2147483646 >/var/tmp/a.lock; touch -d "1 hour ago" /var/tmp/a.lock')
    const params = { path: '/var/tmp/a.lock' }
    const held = box.sh('sleep 60 </var/tmp/a.lock >/dev/null 2>&1 & echo "$!"')
    expect(on('stale_lock_remove', params)).toMatchObject({
      error: { code: 3, details: { reasons: [`process ${held.trim()} has it open`] } },
    })
    box.sh(`kill ${held.trim()}; while [ -e /proc/${held.trim()}/fd/0 ]; do sleep 0.1; done`)
    expect(on('stale_lock_check', params).output).toMatchObject({ stale: true, owner: 'gone' })
    expect(on('stale_lock_remove', params).output).toMatchObject({ removed: true })
    expect(box.sh('ls /var/tmp | grep -c lock || :')).toBe('0\n')
    expect(on('stale_lock_remove', params).output).toMatchObject({ exists: false, removed: false })
  })

  it('a lock is not stale where the open files cannot be looked through', () => {
    box.sh(`echo 2147483646 >/var/tmp/c.lock; touch -d "1 hour ago" /var/tmp/c.lock
mount -t tmpfs box-local /usr/local/bin
printf '#!/bin/sh\\necho "unknown predicate -samefile" >&2\\nexit 1\\n' >/usr/local/bin/find
chmod 755 /usr/local/bin/find`)
    const { output } = on('stale_lock_check', { path: '/var/tmp/c.lock' })
    box.sh('umount /usr/local/bin')
    expect(output).toMatchObject({
      stale: false,
      owner: 'gone',
      reasons: ['the open files of this node could not be looked through'],
    })
    expect(on('stale_lock_check', { path: '/var/tmp/c.lock' }).output).toMatchObject({
      stale: true,
    })
  })

  it('a lock whose process id belongs to another program since is stale, if that is said', () => {
    const other = box.sh('sleep 60 >/dev/null 2>&1 & echo "$!"').trim()
    box.sh(`echo ${other} >/var/tmp/b.lock; touch -d "1 hour ago" /var/tmp/b.lock`)
    const check = (program: string) =>
      on('stale_lock_check', { path: '/var/tmp/b.lock', program }).output
    expect(check('')).toMatchObject({ stale: false, owner: 'alive' })
    expect(check('sleep')).toMatchObject({ stale: false, owner: 'alive' })
    expect(check('postgres')).toMatchObject({ stale: true, owner: 'reused' })
    box.sh(`kill ${other}`)
  })
})
