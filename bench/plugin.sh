#!/usr/bin/env bash
# The measured action: reads five parameters, reads /proc without a fork, returns five fields. Small on purpose, so that
# what is measured is the way to the node and not the work on it.
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init

rune_param -v label label
rune_param -v source source
rune_param -v load_limit load_limit 8
rune_param -v uptime_limit uptime_limit 0
rune_param -v note note ''

read -r load _ _ tasks _ </proc/loadavg
read -r uptime _ </proc/uptime

# shellcheck disable=SC2154 # rune_param -v sets them
rune_out label "$label"
rune_out_json load "$load"
rune_out_json tasks "${tasks#*/}"
rune_out_json uptime_seconds "${uptime%.*}"
# shellcheck disable=SC2154
rune_out limits "$source: load $load_limit, uptime $uptime_limit $note"
rune_finish "read"
