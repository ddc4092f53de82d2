#!/usr/bin/env bash
# Says whether a lock file is proven to be stale, and if not, why.
# shellcheck disable=SC2154 # what is not set here is set by judge.sh
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init
# shellcheck source=/dev/null
source "${BASH_SOURCE[0]%/*}/judge.sh"

lock_parameters
lock_judge
lock_output
if [[ $exists == false ]]; then rune_finish "there is no lock"; fi
if [[ $stale == true ]]; then rune_finish "the lock is stale"; fi
rune_finish "the lock is not proven to be stale"
