#!/usr/bin/env bash
# Counts the lines of a file, or empties it.
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init

path=$(rune_param path)
empty=$(rune_param empty)
if ! mapfile -t lines 2>/dev/null <"$path"; then
  rune_error 4 "the file cannot be read: $path"
fi
if [[ $empty == true ]] && ! rune_dry_run; then
  : >"$path"
fi
rune_out_json lines "${#lines[@]}"
rune_finish
