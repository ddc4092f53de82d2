#!/usr/bin/env bash
# Collects what helps to find out what happened: journal, kernel messages, processes, sockets, disks, unit files.
# shellcheck disable=SC2034,SC2154 # lines.sh sets what is not set here, and uses what is not used
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init
# shellcheck source=/dev/null
source "${BASH_SOURCE[0]%/*}/lines.sh"

units=()
node_list units units
for unit in "${units[@]+"${units[@]}"}"; do
  if [[ ! $unit =~ ^[a-zA-Z0-9][a-zA-Z0-9@._:-]{0,127}$ ]]; then rune_error_kv 1 "units has to hold names of units" units="$unit"; fi
done
node_number minutes since_minutes 60 1 10080
node_number count lines 100 1 500
if [[ ! -r /proc/uptime ]]; then rune_error_kv 2 "/proc is not mounted or cannot be read" missing=/proc; fi

list=''
systemd=absent
if [[ -d /run/systemd/system ]] && command -v systemctl >/dev/null; then systemd=running; fi
has_journal=no
if ((${#units[@]} > 0)); then
  if command -v journalctl >/dev/null && node_journal; then
    has_journal=yes
  else
    missed "there is no journal on this node that this account can read"
  fi
fi
for unit in "${units[@]+"${units[@]}"}"; do
  journal='[]' file='[]'
  if [[ $has_journal == yes ]]; then
    collect journal "$count" 20 journalctl --no-pager --quiet --output=short-iso --since="-${minutes}m" --lines="$count" --unit="$unit"
  fi
  if [[ $systemd == running ]]; then collect file 200 10 systemctl cat --no-pager -- "$unit"; fi
  rune_quote -v name "$unit"
  list+=",{\"unit\":$name,\"journal\":$journal,\"unit_file\":$file}"
done
if [[ $systemd == absent && ${#units[@]} -gt 0 ]]; then missed "systemd does not run on this node"; fi
collect kernel "$count" 10 dmesg
# What uses most comes first.
keep=first
# -w -w: no line is cut at the width of a terminal that is not there.
collect processes 31 10 ps -ww -eo pid,ppid,user:16,pcpu,pmem,rss,etimes,stat,args --sort=-pcpu
if command -v ss >/dev/null; then
  collect sockets 200 10 ss -H -t -u -n -a
else
  collect sockets 200 10 netstat -t -u -n -a
fi
collect disks 64 15 df -l -P -k
collect inodes 64 15 df -l -P -i
collect memory 60 5 head -n 60 /proc/meminfo
collect load 1 5 cat /proc/loadavg
if [[ $systemd == running ]]; then collect failed 64 10 systemctl list-units --state=failed --plain --no-legend --no-pager; else failed='[]'; fi

rune_out_json units "[${list#,}]"
rune_out_json kernel "$kernel"
rune_out_json processes "$processes"
rune_out_json sockets "$sockets"
rune_out_json disks "$disks"
rune_out_json inodes "$inodes"
rune_out_json memory "$memory"
rune_out_json load "$load"
rune_out_json failed_units "$failed"
rune_out systemd "$systemd"
rune_out_json incomplete "[${incomplete#,}]"
complete=true
if [[ -n $incomplete ]]; then complete=false; fi
rune_out_json complete "$complete"
rune_finish "collected"
