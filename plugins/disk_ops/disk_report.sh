#!/usr/bin/env bash
# Reports how full the local file systems are, and what is biggest below one path, within a time limit.
# shellcheck disable=SC2154 # node_text and node_number set what is named
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init
# shellcheck source=/dev/null
source "${RUNE_LIB%/*}/rune_node.sh"

node_text path path '^/[a-zA-Z0-9._/@+=-]{0,1000}$' 'an absolute path' /
node_number entries entries 20 0 100
node_number depth depth 2 1 8
node_number seconds seconds 30 1 300
if [[ ! -d $path ]]; then
  rune_error_kv 2 "there is no folder $path on this node" missing="$path"
fi

# Bytes, then counts of inodes; the mount point comes last, because it may hold spaces.
columns=source,fstype,size,used,avail,itotal,iused,target
percent() { # VAR USED FREE: rounded up, as df does
  local whole=$(($2 + $3))
  printf -v "$1" %d $((whole > 0 ? ($2 * 100 + whole - 1) / whole : 0))
}
if ! mine=$(LC_ALL=C timeout --foreground 15 df -B1 --output="$columns" -- "$path" 2>/dev/null); then
  rune_error_kv 2 "df does not answer for $path on this node" missing=df path="$path"
fi
mine=${mine##*$'\n'}
read -r _ _ _ used available itotal iused _ <<<"$mine"
if [[ ! $used$available =~ ^[0-9]+$ ]]; then rune_error_kv 2 "df says nothing about the size of $path" missing=size path="$path"; fi
percent path_percent "$used" "$available"
path_inodes=0
if [[ $itotal$iused =~ ^[0-9]+$ ]]; then percent path_inodes "$iused" $((itotal - iused)); fi
path_available=$available

disks='' count=0
while read -r source fstype size used available itotal iused mount; do
  if [[ ! $size$used$available =~ ^[0-9]+$ ]] || ((size == 0)); then continue; fi
  if ((++count > 64)); then break; fi
  percent share "$used" "$available"
  inodes=0
  if [[ $itotal$iused =~ ^[0-9]+$ ]]; then percent inodes "$iused" $((itotal - iused)); fi
  rune_quote -v source "${source:0:500}"
  rune_quote -v mount "${mount:0:500}"
  rune_quote -v fstype "${fstype:0:64}"
  disks+=",{\"mount\":$mount,\"filesystem\":$source,\"type\":$fstype,\"size_bytes\":$size,\"used_bytes\":$used"
  disks+=",\"available_bytes\":$available,\"used_percent\":$share,\"inodes_used_percent\":$inodes}"
done < <(LC_ALL=C timeout --foreground 15 df -l -B1 -x tmpfs -x devtmpfs -x squashfs --output="$columns" 2>/dev/null)

# list VAR UNIT FILE: of lines "SIZE<tab>PATH", each ended by NUL, the biggest.
list() {
  local __size __path __json='' __quoted
  while IFS=$'\t' read -r -d '' __size __path; do
    rune_quote -v __quoted "${__path:0:1000}"
    __json+=",{\"path\":$__quoted,\"bytes\":$((__size * $2))}"
  done < <(LC_ALL=C sort -z -rn -- "$3" | LC_ALL=C head -z -n "$entries")
  printf -v "$1" '[%s]' "${__json#,}"
}
folders='[]' files='[]' complete=true
if ((entries > 0)); then
  walk=$(mktemp -d "${TMPDIR:-/tmp}/rune-disk.XXXXXX") || rune_error_kv 2 "no temporary folder can be made on this node" missing=space
  remove_walk() { rm -rf -- "$walk"; }
  rune_on_exit remove_walk
  # One file system, no links; what cannot be read makes it incomplete, as the time limit does.
  timeout --foreground "$seconds" nice du -0 -x -B1 --max-depth="$depth" -- "$path" 2>/dev/null >"$walk/folders" || complete=false
  timeout --foreground "$seconds" nice find -P "$path" -xdev -type f -size +1M -printf '%b\t%p\0' 2>/dev/null >"$walk/files" || complete=false
  list folders 1 "$walk/folders"
  list files 512 "$walk/files"
fi

rune_out path "$path"
rune_out_json path_used_percent "$path_percent"
rune_out_json path_inodes_used_percent "$path_inodes"
rune_out_json path_available_bytes "$path_available"
rune_out_json disks "[${disks#,}]"
rune_out_json biggest_folders "$folders"
rune_out_json biggest_files "$files"
rune_out_json complete "$complete"
rune_finish "$path: $path_percent% of its file system used"
