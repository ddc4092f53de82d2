#!/usr/bin/env bash
# Stops a service and waits until it is gone; one that does not run is left alone. Nothing is killed by force.
# shellcheck disable=SC2154 # what is not set here is set by manager.sh
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init
# shellcheck source=/dev/null
source "${BASH_SOURCE[0]%/*}/manager.sh"

service_begin
declared_check stop
if is_stopped; then service_finish false false "$service does not run"; fi
if rune_dry_run; then service_finish false true "$service would be stopped"; fi
service_do stop || service_failed "$service was not stopped (manager $manager)"
await_state stopped "$wait_seconds" || service_failed "$service did not end in $wait_seconds s"
service_finish true false "$service is $active_state"
