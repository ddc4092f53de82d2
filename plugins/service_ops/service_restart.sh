#!/usr/bin/env bash
# Restarts a service and sees it stay active; one that does not run is started.
# shellcheck disable=SC2154 # what is not set here is set by manager.sh
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init
# shellcheck source=/dev/null
source "${BASH_SOURCE[0]%/*}/manager.sh"

service_begin
declared_check stop start
service_check
if rune_dry_run; then service_finish false true "$service would be restarted"; fi
service_do restart || service_failed "$service was not restarted (manager $manager)"
await_state active "$wait_seconds" || service_failed "$service did not become active in $wait_seconds s"
settles || service_failed "$service started and did not stay active"
service_finish true false "$service is active"
