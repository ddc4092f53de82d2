#!/usr/bin/env bash
# Puts a backup in the place of a declared configuration: digest checked, validated, replaced at once or not at all. What
# was replaced becomes a backup itself, so that it can be put back the same way. Where the node declares a command that
# makes the file take effect, replacing includes it.
# shellcheck disable=SC2154 # what is not set here is set by declared.sh
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init
# shellcheck source=/dev/null
source "${BASH_SOURCE[0]%/*}/declared.sh"

config_begin
node_text backup backup "$backup_name" "the name of a file in the folder of the backups"
node_text sha256 sha256 '^[0-9a-f]{64}$' 'the SHA-256 of the backup, 64 hex digits'

before='' replaced='' replaced_sha256='' candidate='' phase=nothing
rune_out config "$config"
rune_out path "$file"
finish() { # CHANGED WOULD_CHANGE MESSAGE
  rune_out_json changed "$1"
  rune_out_json would_change "$2"
  rune_out sha256_before "$before"
  rune_out replaced "$replaced"
  rune_out replaced_sha256 "$replaced_sha256"
  rune_finish "$3"
}
failed() { # MESSAGE
  rune_out said "${NODE_SAID:0:500}"
  rune_err 3 "$1$(node_because)"
  rune_finish
}

source_file=$backups/$backup
if [[ ! -f $source_file || -L $source_file ]]; then
  rune_error_kv 2 "there is no backup $backup of $config on this node" missing="$source_file"
fi
if ! sha256_of found "$source_file"; then rune_error_kv 2 "$source_file cannot be read" missing=permission file="$source_file"; fi
if [[ $found != "$sha256" ]]; then
  rune_error_kv 3 "the backup has another SHA-256 than was asked for; nothing was done" found="$found" expected="$sha256"
fi
if [[ -f $file ]] && ! sha256_of before "$file"; then
  rune_error_kv 2 "$file cannot be read" missing=permission file="$file"
fi
if [[ $before == "$sha256" ]]; then finish false false "$config is that backup already"; fi
if rune_dry_run; then finish false true "$config would be validated and replaced"; fi

# Whatever ends this script: no candidate stays, and what was not validated is not left in place.
put_back() {
  if [[ $phase == replaced ]]; then
    if [[ -n $replaced ]]; then
      cp -a -- "$backups/$replaced" "$candidate" && mv -T -f -- "$candidate" "$file" && phase=nothing
    else
      rm -f -- "$file" && phase=nothing
    fi
  fi
  if [[ -n $candidate ]]; then rm -f -- "$candidate"; fi
}
rune_on_exit put_back

# In the same folder: relative paths in it mean the same, and replacing is one step. Owner, mode and labels are those of
# the file that is replaced.
candidate=$(mktemp "${file%/*}/.${file##*/}.rune-XXXXXX") || failed "no file can be made in ${file%/*}; nothing was done"
if [[ -n $before ]]; then
  cp -a -- "$file" "$candidate" || failed "$file cannot be copied; nothing was done"
else
  chmod --reference="$source_file" -- "$candidate"
fi
# Not cp: it would take the backup's owner and mode.
if ! cat -- "$source_file" >"$candidate" || ! sha256_of found "$candidate" || [[ $found != "$sha256" ]]; then
  failed "the backup cannot be copied whole; nothing was done"
fi
if [[ $validates == candidate ]] && ! config_valid "$candidate"; then
  failed "the backup is not a valid configuration; nothing was done"
fi

if [[ -n $before ]]; then
  printf -v replaced '%s.rune-%(%Y%m%dT%H%M%SZ)T-%s' "${file##*/}" -1 "$$"
  replaced=${replaced#.}
  if ! cp -a -n -- "$file" "$backups/$replaced" || ! sha256_of replaced_sha256 "$backups/$replaced" || [[ $replaced_sha256 != "$before" ]]; then
    failed "what is there now cannot be kept in $backups; nothing was done"
  fi
  sync -- "$backups/$replaced" 2>/dev/null || :
fi
sync -- "$candidate" 2>/dev/null || :
phase=replaced
mv -T -f -- "$candidate" "$file" || {
  phase=nothing
  failed "$file cannot be replaced; nothing was done"
}
if [[ $validates == no ]] && ! config_valid "$file"; then
  kept=$NODE_SAID
  put_back
  NODE_SAID=$kept
  if [[ $phase != nothing ]]; then failed "the backup is not a valid configuration, and what was there could not be put back: it is $backups/$replaced"; fi
  failed "the backup is not a valid configuration; what was there is back"
fi
if [[ -n ${NODE[apply]-} ]]; then
  node_words apply
  if ! node_run 90 "${NODE_WORDS[@]}"; then
    kept=$NODE_SAID again=no
    put_back
    if [[ $phase == nothing ]] && node_run 90 "${NODE_WORDS[@]}"; then again=yes; fi
    NODE_SAID=$kept
    if [[ $phase != nothing ]]; then failed "the backup could not take effect, and what was there could not be put back: it is $backups/$replaced"; fi
    if [[ $again == no ]]; then failed "the backup could not take effect; what was there is back, and could not take effect either"; fi
    failed "the backup could not take effect; what was there is back, and is in effect"
  fi
fi
phase=over
finish true false "$config was replaced"
