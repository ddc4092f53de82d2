#!/usr/bin/env bash
# Says whether a node has what something needs: programs, system, kernel, CPUs, memory, disk, ports. What is missing is a
# result, so that a runbook can decide.
# shellcheck disable=SC2154 # node_text and node_number set what is named
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init
# shellcheck source=/dev/null
source "${RUNE_LIB%/*}/rune_node.sh"

binaries=() systems=() free=() listening=()
node_list binaries binaries
node_list systems os
node_text kernel_wanted kernel '^([0-9]{1,5}(\.[0-9]{1,5}){0,2})?$' 'a version such as 5.10' ''
node_number cpus_wanted cpus 0 0 4096
node_number memory_wanted memory_mb 0 0 100000000
node_number disk_wanted disk_mb 0 0 1000000000
node_text disk_path disk_path '^/[a-zA-Z0-9._/@+=-]{0,1000}$' 'an absolute path' /
ports() { # VAR KEY
  local json port IFS=','
  rune_param_json -v json "$2" '[]'
  if [[ ! $json =~ ^\[([1-9][0-9]{0,4}(,[1-9][0-9]{0,4})*)?\]$ ]]; then rune_error_kv 1 "$2 has to be a list of ports" "$2=${json:0:200}"; fi
  json=${json//[\[\]]/}
  for port in $json; do eval "$1"+='("$port")'; done
}
ports free ports_free
ports listening ports_listening
for file in /proc/meminfo /proc/stat /proc/net/tcp; do
  if [[ ! -r $file ]]; then rune_error_kv 2 "$file cannot be read" missing="$file"; fi
done

missing='' named=''
lacks() {
  local json
  named+="${named:+, }$1"
  rune_quote -v json "${1:0:200}"
  missing+=",$json"
}

for program in "${binaries[@]+"${binaries[@]}"}"; do
  if [[ ! $program =~ ^[a-zA-Z0-9_][a-zA-Z0-9._+-]{0,63}$ ]]; then rune_error_kv 1 "binaries has to hold names of programs" binaries="${program:0:200}"; fi
  # As root sees it too: a login's PATH often lacks them.
  if ! PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin type -P -- "$program" >/dev/null; then lacks "program $program"; fi
done

# The file is data: it is read, not sourced.
os_id=unknown os_version=''
for file in /etc/os-release /usr/lib/os-release; do
  if [[ ! -r $file ]]; then continue; fi
  while IFS='=' read -r name value; do
    value=${value#[\"\']} value=${value%[\"\']}
    case $name in
      ID) os_id=${value:0:64} ;;
      VERSION_ID) os_version=${value:0:64} ;;
    esac
  done <"$file"
  break
done
if ((${#systems[@]} > 0)); then
  fits=no
  for wanted in "${systems[@]}"; do
    if [[ ! $wanted =~ ^[a-z0-9][a-z0-9._-]{0,63}(:[a-zA-Z0-9._-]{1,32})?$ ]]; then rune_error_kv 1 "os has to hold ids such as debian or debian:12" os="${wanted:0:200}"; fi
    if [[ $wanted == "$os_id" || $wanted == "$os_id:$os_version" || $wanted == "$os_id:${os_version%%.*}" ]]; then fits=yes; fi
  done
  if [[ $fits == no ]]; then lacks "one of the systems ${systems[*]} (found $os_id:$os_version)"; fi
fi

read -r kernel </proc/sys/kernel/osrelease
if [[ -n $kernel_wanted ]]; then
  IFS='.' read -r -a wanted <<<"$kernel_wanted"
  IFS='.' read -r -a has <<<"${kernel%%[!0-9.]*}"
  for ((i = 0; i < 3; i++)); do
    if ((10#${has[i]:-0} > 10#${wanted[i]:-0})); then break; fi
    if ((10#${has[i]:-0} < 10#${wanted[i]:-0})); then
      lacks "kernel $kernel_wanted (found $kernel)"
      break
    fi
  done
fi

cpus=0
while read -r line; do
  if [[ $line == cpu[0-9]* ]]; then cpus=$((cpus + 1)); fi
done </proc/stat
if ((cpus < cpus_wanted)); then lacks "$cpus_wanted CPUs (found $cpus)"; fi

memory=0
while read -r name value _; do
  if [[ $name == MemTotal: ]]; then memory=$((value / 1024)); fi
done </proc/meminfo
if ((memory < memory_wanted)); then lacks "$memory_wanted MiB of memory (found $memory)"; fi

disk=0
if answer=$(LC_ALL=C timeout --foreground 10 stat -f -c '%a %S' -- "$disk_path" 2>/dev/null); then
  read -r blocks unit <<<"$answer"
  disk=$((blocks * unit / 1048576))
  if ((disk < disk_wanted)); then lacks "$disk_wanted MiB free at $disk_path (found $disk)"; fi
elif ((disk_wanted > 0)); then
  lacks "$disk_wanted MiB free at $disk_path (there is no such path)"
fi

# State 0A of the kernel's tables is a socket that listens.
declare -A open=()
for file in /proc/net/tcp /proc/net/tcp6; do
  if [[ ! -r $file ]]; then continue; fi
  while read -r _ address _ state _; do
    if [[ $state == 0A ]]; then open["$((16#${address##*:}))"]=1; fi
  done <"$file"
done
for port in "${free[@]+"${free[@]}"}"; do
  if [[ -n ${open["$port"]+x} ]]; then lacks "port $port free (something listens there)"; fi
done
for port in "${listening[@]+"${listening[@]}"}"; do
  if [[ -z ${open["$port"]+x} ]]; then lacks "something that listens at port $port"; fi
done

complete=true message='everything is there'
if [[ -n $missing ]]; then complete=false message="missing: ${named:0:240}"; fi
rune_out_json complete "$complete"
rune_out_json missing "[${missing#,}]"
rune_out os "$os_id"
rune_out os_version "$os_version"
rune_out kernel "${kernel:0:255}"
rune_out architecture "$(uname -m)"
rune_out_json cpus "$cpus"
rune_out_json memory_mb "$memory"
rune_out_json disk_available_mb "$disk"
rune_finish "$message"
