#!/usr/bin/env bats
# The actions of plugins/core_ops, against this machine's /proc and a systemctl that answers from a file.

setup() {
  root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
  export RUNE_LIB="$root/plugins/lib/rune_bpcs.sh"
  cd "$BATS_TEST_TMPDIR"
  mkdir -p bin
}

# act SCRIPT PARAMETERS_JSON: runs it. Sets status; leaves the files out and err.
act() {
  status=0
  printf '{"message_metadata":{"version":"1.0","message_id":"m-1","created_at":"2026-11-20T12:00:00.000Z"},"payload":{"input_parameters":%s,"context":{"dry_run":true}},"observability":{"trace_id":"t","span_id":"s"}}' "$2" |
    PATH="$PWD/bin:$PATH" bash "$1" >out 2>err || status=$?
}
health() { act "$root/plugins/core_ops/host_health.sh" "$1"; }
service() { act "$root/plugins/core_ops/service_status.sh" "$1"; }

# expect JS: `m` is the one message on stdout, `data` its output_data, `status` the exit status; JS has to be true.
expect() {
  STATUS=$status JS=$1 node -e '
    const text = require("fs").readFileSync("out", "utf8")
    if (!/^[^\n]+\n$/.test(text)) throw new Error("not one line: " + JSON.stringify(text))
    const m = JSON.parse(text), status = Number(process.env.STATUS), data = m.payload && m.payload.output_data
    if (!eval(process.env.JS)) throw new Error(process.env.JS + "\nstatus " + status + "\n" + text)'
}

# A systemctl that records its words and prints its stdin's text, with exit status $1.
fake_systemctl() {
  cat >answer
  printf '#!/bin/sh\nprintf "%%s\\n" "$@" >%q\ncat %q\nexit %d\n' "$PWD/words" "$PWD/answer" "${1:-0}" >bin/systemctl
  chmod +x bin/systemctl
}

@test "host_health reports this machine" {
  health '{}'
  expect 'status === 0 && typeof data.healthy === "boolean" && data.healthy === (data.findings.length === 0)'
  expect 'data.uptime_seconds > 0 && data.load.cpus >= 1 && ["1m","5m","15m"].every((k) => data.load[k] >= 0)'
  expect 'data.memory.total_bytes > data.memory.available_bytes && data.memory.available_bytes > 0 && data.memory.total_bytes % 1024 === 0'
  expect 'data.kernel === require("os").release() && data.hostname === require("os").hostname()'
  expect 'Array.isArray(data.failed_units) && ["running", "absent"].includes(data.systemd)'
  expect 'data.disks.length <= 64 && data.disks.every((d) => d.mount.startsWith("/") && d.size_bytes >= d.used_bytes)'
}

@test "host_health agrees with df on the root filesystem" {
  [ "$(df -P / | awk 'END { print $2 }')" -gt 0 ] || skip "the root filesystem has no size"
  read -r size percent < <(df -P -B1 / | awk 'END { sub("%", "", $5); print $2, $5 }')
  health '{}'
  expect "data.disks.some((d) => d.mount === '/' && d.size_bytes === $size && Math.abs(d.used_percent - $percent) <= 1)"
}

@test "host_health finds what is over its limits" {
  health '{"disk_percent":1,"memory_percent":1}'
  expect 'data.healthy === false && data.message === "unhealthy, see findings" && data.findings.some((f) => /of the space used/.test(f))'
  health '{"disk_percent":100,"memory_percent":100,"load_per_cpu":1000}'
  expect '!data.findings.some((f) => /memory|load/.test(f))'
}

@test "host_health refuses limits that are not numbers in range" {
  for bad in '"disk_percent":0' '"disk_percent":101' '"disk_percent":"x"' '"memory_percent":null' '"load_per_cpu":"1;id"' '"load_per_cpu":-1' '"load_per_cpu":0'; do
    health "{$bad}"
    expect 'status === 1 && m.payload === null && m.error.code === 1 && / has to be a number /.test(m.error.message)'
  done
}

@test "host_health takes hostile mount names as data, asks no network filesystem, and shows a filesystem once" {
  cat >mountinfo <<'E'
1 0 8:1 / / rw - ext4 /dev/a rw
2 1 8:2 / /with\040space\012line\134back rw shared:1 master:2 - xfs /dev/odd\040name rw
3 1 8:3 / /$(touch${IFS}pwned)"`id` rw - ext4 /dev/c rw
4 1 0:40 / /net rw - nfs4 server:/x rw
5 4 8:5 / /net/below rw - ext4 /dev/d rw
6 1 8:1 / /bind rw - ext4 /dev/a rw
7 1 0:5 / /proc rw - proc proc rw
8 1 8:8 / /-n rw - btrfs /dev/e rw
9 1 8:9 / /gone rw - ext4 /dev/f rw
E
  printf '#!/bin/sh\nfor last; do :; done\nprintf "%%s\\n" "$last" >>%q\ncase $last in /gone) exit 1;; /-n) echo "4096 100 1 1 0 0";; *) echo "4096 100 50 40 1000 10";; esac\n' "$PWD/asked" >bin/stat
  chmod +x bin/stat
  sed "s|/proc/self/mountinfo|$PWD/mountinfo|" "$root/plugins/core_ops/host_health.sh" >copy.sh
  act "$PWD/copy.sh" '{"disk_percent":90}'
  expect 'JSON.stringify(data.disks.map((d) => d.mount)) === JSON.stringify(["/", "/with space\nline\\back", "/$(touch${IFS}pwned)\"`id`", "/-n"])'
  expect 'data.disks[1].filesystem === "/dev/odd name" && data.disks[0].used_percent === 56 && data.disks[0].inodes_used_percent === 99 && !("inodes_used_percent" in data.disks[3])'
  expect 'data.disks[0].size_bytes === 409600 && data.disks[0].used_bytes === 204800 && data.disks[0].available_bytes === 163840'
  expect 'data.findings.includes("/-n: 99% of the space used (limit 90%)") && data.findings.includes("/: 99% of the inodes used (limit 90%)")'
  [ ! -e pwned ]
  ! grep -q /net asked
}

@test "host_health stops at 64 filesystems and says so" {
  for i in $(seq 70); do echo "$i 0 8:$i / /m$i rw - ext4 /dev/x$i rw"; done >mountinfo
  printf '#!/bin/sh\necho "4096 100 50 40 1000 990"\n' >bin/stat
  chmod +x bin/stat
  sed "s|/proc/self/mountinfo|$PWD/mountinfo|" "$root/plugins/core_ops/host_health.sh" >copy.sh
  act "$PWD/copy.sh" '{}'
  expect 'data.disks.length === 64 && data.disks_truncated === true'
}

@test "host_health lists failed units where systemd runs" {
  sed "s|/run/systemd/system|$PWD/bin|" "$root/plugins/core_ops/host_health.sh" >copy.sh
  fake_systemctl <<<$'a.service loaded failed failed A\nb\\x2d1.mount loaded failed failed B'
  act "$PWD/copy.sh" '{}'
  expect 'data.systemd === "running" && data.failed_units.join() === "a.service,b\\x2d1.mount" && data.findings.includes("2 failed systemd units")'
  fake_systemctl 1 <<<'no bus'
  act "$PWD/copy.sh" '{}'
  expect 'data.systemd === "absent" && data.failed_units.length === 0'
}

@test "host_health works as an ordinary user" {
  [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null || skip "needs root and setpriv to become another user"
  cp "$RUNE_LIB" "$root/plugins/core_ops/host_health.sh" .
  chmod -R a+rX . && printf '{}' >in
  status=0
  setpriv --reuid 65534 --regid 65534 --clear-groups true || skip "cannot become another user here"
  # By file descriptor: the folders above may be closed to that user.
  setpriv --reuid 65534 --regid 65534 --clear-groups env RUNE_LIB=/dev/fd/8 bash /dev/fd/9 <in >out 2>err 8<rune_bpcs.sh 9<host_health.sh || status=$?
  expect 'status === 0 && data.memory.total_bytes > 0'
}

@test "service_status reports a unit" {
  fake_systemctl <<'E'
MainPID=812
NRestarts=3
LoadState=loaded
ActiveState=active
SubState=running
UnitFileState=enabled
StateChangeTimestamp=Fri 2026-11-20 12:00:00 UTC
Description=A = "quoted" server
E
  service '{"service":"nginx"}'
  expect 'status === 0 && data.load_state === "loaded" && data.active_state === "active" && data.sub_state === "running" && data.unit_file_state === "enabled"'
  expect 'data.main_pid === 812 && data.restarts === 3 && data.since === "Fri 2026-11-20 12:00:00 UTC" && data.description === "A = \"quoted\" server" && data.message === "nginx is active"'
  [ "$(tail -n 2 words)" = $'--\nnginx' ]
}

@test "service_status answers not-found for an unknown unit" {
  fake_systemctl <<<$'MainPID=0\nNRestarts=0\nLoadState=not-found\nActiveState=inactive\nSubState=dead\nUnitFileState=\nStateChangeTimestamp=\nDescription=ghost.service'
  service '{"service":"ghost"}'
  expect 'status === 0 && data.load_state === "not-found" && data.active_state === "inactive" && data.main_pid === 0 && data.since === ""'
}

@test "service_status copes with a unit that has no process and an old systemd" {
  fake_systemctl <<<$'LoadState=loaded\nActiveState=active\nSubState=waiting\nStateChangeTimestamp=n/a\nDescription=t'
  service '{"service":"logrotate.timer"}'
  expect 'status === 0 && data.main_pid === 0 && data.restarts === 0 && data.since === "" && data.unit_file_state === ""'
}

@test "service_status says what is missing when systemd does not answer" {
  fake_systemctl 1 <<<'System has not been booted with systemd as init system (PID 1). Cannot operate.'
  service '{"service":"nginx"}'
  expect 'status === 2 && m.error.code === 2 && m.error.details.missing === "systemd" && /PID 1/.test(m.error.details.answer)'
  fake_systemctl <<<''
  service '{"service":"nginx"}'
  expect 'status === 2 && m.error.code === 2'
}

@test "service_status says so when there is no systemctl" {
  for tool in bash env; do ln -s "$(command -v "$tool")" "bin/$tool"; done
  status=0
  PATH="$PWD/bin" bash "$root/plugins/core_ops/service_status.sh" >out 2>err <<<'{"payload":{"input_parameters":{"service":"nginx"}}}' || status=$?
  expect 'status === 2 && m.error.details.missing === "systemctl"'
}

@test "service_status refuses what is not a unit name, and asks nothing" {
  fake_systemctl <<<'LoadState=loaded'
  for name in '-H' '--help' 'a b' 'a;id' '$(id)' '../x' 'a\nb' '' "$(printf '%0129d' 0)"; do
    service "{\"service\":\"$name\"}"
    expect 'status === 1 && m.error.code === 1'
  done
  service '{}'
  expect 'status === 1 && m.error.code === 1'
  [ ! -e words ]
}
