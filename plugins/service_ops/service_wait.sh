#!/usr/bin/env bash
# Waits until a service is active, or stopped; that it never was is a result, so that a runbook can decide.
# shellcheck disable=SC2154 # what is not set here is set by manager.sh
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init
# shellcheck source=/dev/null
source "${BASH_SOURCE[0]%/*}/manager.sh"

service_begin
node_text state state '^(active|stopped)$' 'active or stopped' active
node_now_ms began
reached=true
await_state "$state" "$wait_seconds" || reached=false
if [[ $reached == true && $state == active ]]; then settles || reached=false; fi
node_now_ms now
rune_out active_state "$active_state"
rune_out sub_state "$sub_state"
rune_out_json main_pid "$main_pid"
rune_out_json reached "$reached"
rune_out_json waited_ms "$((now - began))"
rune_finish "$service is $active_state"
