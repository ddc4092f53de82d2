#!/usr/bin/env bash
# Removes a lock file that is proven to be stale; any other is left alone.
# shellcheck disable=SC2154 # what is not set here is set by judge.sh
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init
# shellcheck source=/dev/null
source "${BASH_SOURCE[0]%/*}/judge.sh"

finish() { # REMOVED WOULD_REMOVE MESSAGE
  lock_output
  rune_out_json removed "$1"
  rune_out_json would_remove "$2"
  rune_finish "$3"
}

lock_parameters
lock_judge
if [[ $exists == false ]]; then finish false false "there is no lock"; fi
if [[ $stale == false ]]; then
  lock_output
  rune_err 3 "the lock is not proven to be stale, and nothing was done: $why"
  rune_finish
fi
if rune_dry_run; then finish false true "the lock would be removed"; fi

# Whoever makes a lock meanwhile makes it at the path; so the file is taken away from there first, and looked at again.
judged=$identity aside=$path.rune-$$
if [[ -e $aside || -L $aside ]] || ! mv -T -n -- "$path" "$aside" 2>/dev/null || [[ ! -e $aside ]]; then
  lock_output
  rune_err 3 "the lock cannot be moved; it is where it was"
  rune_finish
fi
# Moving changes one of its times.
now=$(LC_ALL=C stat -c '%d:%i:%Y:%s' -- "$aside")
IFS=':' read -r -a was <<<"$judged"
original=$path
if [[ $now == "${was[0]}:${was[1]}:${was[2]}:${was[4]}" ]]; then
  path=$aside
  judge_holders
  path=$original
else
  reason 'another lock was made there meanwhile'
fi
if [[ -n $reasons ]]; then
  stale=false
  lock_output
  # A hard link never covers what lies there.
  if ln -- "$aside" "$path" 2>/dev/null && rm -f -- "$aside"; then
    rune_err 3 "the lock was taken while it was looked at; it was put back"
  else
    rune_err 3 "the lock was taken while it was looked at, and another one was made: the first one is $aside now"
  fi
  rune_finish
fi
rm -f -- "$aside"
finish true false "the stale lock was removed"
