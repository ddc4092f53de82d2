#!/usr/bin/env bash
# Reports the health of a host from /proc and stat; needs neither root nor systemd.
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init

disk_percent='' memory_percent='' load_per_cpu='' load_now='' load_limit=''

# threshold KEY DEFAULT MIN MAX PATTERN: the input parameter KEY, into the variable KEY.
threshold() {
  local value
  rune_param -v value "$1" "$2"
  if [[ ! $value =~ $5 ]]; then
    rune_error_kv 1 "$1 has to be a number from $3 to $4" "$1=$value"
  fi
  printf -v "$1" %s "$value"
}
threshold disk_percent 90 1 100 '^([1-9][0-9]?|100)$'
threshold memory_percent 95 1 100 '^([1-9][0-9]?|100)$'
threshold load_per_cpu 4 0.01 1000 '^(0\.(0[1-9]|[1-9][0-9]?)[0-9]{0,4}|[1-9][0-9]{0,2}(\.[0-9]{1,6})?|1000)$'

for file in /proc/loadavg /proc/meminfo /proc/uptime /proc/stat /proc/self/mountinfo; do
  if [[ ! -r $file ]]; then
    rune_error_kv 2 "$file cannot be read" missing="$file"
  fi
done

if ! command -v stat >/dev/null; then
  rune_error_kv 2 "stat (coreutils) is not installed on this node" missing=stat
fi

# Strings collected as the elements of a JSON list.
findings='' failed_units=''
add() {
  local json
  rune_quote -v json "$2"
  printf -v "$1" %s "${!1}${!1:+,}$json"
}

# Bash counts in whole numbers: 1.25 becomes 1250000.
micros() {
  local whole=${2%%.*} part=''
  if [[ $2 == *.* ]]; then part=${2#*.}; fi
  part="${part}000000"
  printf -v "$1" %d "$((10#$whole * 1000000 + 10#${part:0:6}))"
}

IFS=' .' read -r uptime_seconds _ </proc/uptime
hostname=unknown kernel=unknown
if [[ -r /proc/sys/kernel/hostname ]]; then read -r hostname </proc/sys/kernel/hostname; fi
if [[ -r /proc/sys/kernel/osrelease ]]; then read -r kernel </proc/sys/kernel/osrelease; fi

read -r load1 load5 load15 _ </proc/loadavg
cpus=0
while read -r line; do
  if [[ $line == cpu[0-9]* ]]; then cpus=$((cpus + 1)); fi
done </proc/stat
if ((cpus == 0)); then cpus=1; fi
micros load_now "$load5"
micros load_limit "$load_per_cpu"
if ((load_now >= load_limit * cpus)); then
  add findings "load $load5 over five minutes on $cpus CPUs (limit $load_per_cpu each)"
fi

mem_total=0 mem_available='' mem_free=0 mem_cached=0 mem_buffers=0 swap_total=0 swap_free=0
while read -r name value _; do
  case $name in
    MemTotal:) mem_total=$value ;;
    MemAvailable:) mem_available=$value ;;
    MemFree:) mem_free=$value ;;
    Cached:) mem_cached=$value ;;
    Buffers:) mem_buffers=$value ;;
    SwapTotal:) swap_total=$value ;;
    SwapFree:) swap_free=$value ;;
  esac
done </proc/meminfo
# Kernels before 3.14 do not say what is available.
if [[ -z $mem_available ]]; then mem_available=$((mem_free + mem_cached + mem_buffers)); fi
mem_percent=0
if ((mem_total > 0 && mem_available < mem_total)); then
  mem_percent=$(((mem_total - mem_available) * 100 / mem_total))
fi
if ((mem_percent >= memory_percent)); then
  add findings "memory $mem_percent% used (limit $memory_percent%)"
fi

# Filesystems that hold data on this machine. Network filesystems are never touched: a dead server would hang the plugin.
declare -A type=() source=() device=() seen=()
mounts=() remote=()
while read -r -a field; do
  # Octal escapes stand for the backslash and for white space in names.
  printf -v mount %b "${field[4]//\\/\\0}"
  for ((i = 6; i < ${#field[@]}; i++)); do
    if [[ ${field[i]} == - ]]; then break; fi
  done
  # A later mount covers an earlier one at the same place.
  if [[ -z ${type["$mount"]+x} ]]; then mounts+=("$mount"); fi
  type["$mount"]=${field[i + 1]}
  printf -v name %b "${field[i + 2]//\\/\\0}"
  source["$mount"]=$name
  device["$mount"]=${field[2]}
  case ${field[i + 1]} in
    nfs* | cifs | smb* | ceph | 9p | fuse* | glusterfs | lustre | afs | gpfs | autofs) remote+=("$mount") ;;
  esac
done </proc/self/mountinfo

# An answer of stat as FILESYSTEM's entry in disks, and its findings.
add_disk() {
  local mount=$1 unit=$2 blocks=$3 free=$4 available=$5 inodes=$6 inodes_free=$7 used percent json name
  used=$((blocks - free))
  # Rounded up over what an ordinary user can have, as df does.
  percent=$(((used * 100 + used + available - 1) / (used + available)))
  rune_quote -v json "$mount"
  rune_quote -v name "${source["$mount"]}"
  disks+="${disks:+,}{\"mount\":$json,\"filesystem\":$name,\"size_bytes\":$((blocks * unit))"
  disks+=",\"used_bytes\":$((used * unit)),\"available_bytes\":$((available * unit)),\"used_percent\":$percent"
  if ((percent >= disk_percent)); then
    add findings "${mount:0:200}: $percent% of the space used (limit $disk_percent%)"
  fi
  # Some filesystems have no fixed number of inodes.
  if ((inodes > 0)); then
    percent=$(((inodes - inodes_free) * 100 / inodes))
    disks+=",\"inodes_used_percent\":$percent"
    if ((percent >= disk_percent)); then
      add findings "${mount:0:200}: $percent% of the inodes used (limit $disk_percent%)"
    fi
  fi
  disks+='}'
}

disks='' count=0 disks_truncated=false
for mount in "${mounts[@]}"; do
  case ${type["$mount"]} in
    ext[234] | xfs | btrfs | zfs | f2fs | jfs | reiserfs | bcachefs | vfat | exfat | ntfs | ntfs3) ;;
    *) if [[ $mount != / ]]; then continue; fi ;;
  esac
  # Bind mounts show the same filesystem again.
  if [[ -n ${seen["${device["$mount"]}"]+x} ]]; then continue; fi
  seen["${device["$mount"]}"]=1
  for name in "${remote[@]+"${remote[@]}"}"; do
    if [[ $mount == "${name%/}"/* ]]; then continue 2; fi
  done
  # Fails on what this user may not look into, or what was unmounted meanwhile.
  answer=$(LC_ALL=C stat -f -c '%S %b %f %a %c %d' -- "$mount" 2>/dev/null) || continue
  read -r -a field <<<"$answer"
  if [[ ! $answer =~ ^[0-9]+(\ [0-9]+){5}$ ]] || ((field[1] - field[2] + field[3] <= 0)); then continue; fi
  if ((count == 64)); then
    disks_truncated=true
    break
  fi
  count=$((count + 1))
  add_disk "$mount" "${field[@]}"
done

systemd=absent failed=0
if [[ -d /run/systemd/system ]] && command -v systemctl >/dev/null; then
  # A bus that does not answer would use up the plugin's time.
  limit=()
  if command -v timeout >/dev/null; then limit=(timeout 5); fi
  if units=$(LC_ALL=C "${limit[@]+"${limit[@]}"}" systemctl list-units --state=failed --plain --no-legend --no-pager 2>/dev/null); then
    systemd=running
    while read -r name _; do
      if [[ -z $name ]]; then continue; fi
      failed=$((failed + 1))
      if ((failed <= 64)); then add failed_units "$name"; fi
    done <<<"$units"
  fi
fi
if ((failed > 0)); then
  add findings "$failed failed systemd units"
fi

healthy=true
if [[ -n $findings ]]; then healthy=false; fi

rune_out_json healthy "$healthy"
rune_out_json findings "[$findings]"
rune_out hostname "$hostname"
rune_out kernel "$kernel"
rune_out_json uptime_seconds "$uptime_seconds"
rune_out_json load "{\"1m\":$load1,\"5m\":$load5,\"15m\":$load15,\"cpus\":$cpus}"
rune_out_json memory "{\"total_bytes\":$((mem_total * 1024)),\"available_bytes\":$((mem_available * 1024)),\
\"used_percent\":$mem_percent,\"swap_total_bytes\":$((swap_total * 1024)),\"swap_free_bytes\":$((swap_free * 1024))}"
rune_out_json disks "[$disks]"
rune_out_json disks_truncated "$disks_truncated"
rune_out systemd "$systemd"
rune_out_json failed_units "[$failed_units]"
if [[ $healthy == true ]]; then
  rune_finish "healthy"
fi
rune_finish "unhealthy, see findings"
