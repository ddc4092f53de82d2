#!/usr/bin/env bash
# Has a running service read its configuration again, and sees it stay active.
# shellcheck disable=SC2154 # what is not set here is set by manager.sh
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init
# shellcheck source=/dev/null
source "${BASH_SOURCE[0]%/*}/manager.sh"

service_begin
if [[ $can_reload != yes ]]; then
  rune_error_kv 4 "$service has no reload on this node (manager $manager)" service="$service"
fi
declared_check reload
if ! is_active; then service_failed "$service does not run, so there is nothing to reload"; fi
service_check
if rune_dry_run; then service_finish false true "$service would be reloaded"; fi
service_do reload || service_failed "$service was not reloaded (manager $manager)"
await_state active "$wait_seconds" || service_failed "$service did not become active in $wait_seconds s"
settles || service_failed "$service did not stay active"
service_finish true false "$service is active"
