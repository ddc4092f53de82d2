#!/usr/bin/env bash
# Collects the end of a service's log: from the journal, or from the log that the node's administrator has declared.
# shellcheck disable=SC2154 # what is not set here is set by lines.sh
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init
# shellcheck source=/dev/null
source "${BASH_SOURCE[0]%/*}/lines.sh"

node_text service service '^[a-zA-Z0-9][a-zA-Z0-9@._:-]{0,127}$' "a service's name"
node_number minutes since_minutes 60 1 10080
node_number count lines 200 1 1000

log='[]'
if node_file services "$service.conf" && node_settings program pidfile start stop reload check log && [[ -n ${NODE[log]-} ]]; then
  source_name="file"
  if ! node_place "${NODE[log]}"; then rune_error_kv 4 "log in $NODE_FILE has to be an absolute path" file="$NODE_FILE"; fi
  if [[ ! -f $NODE_PLACE || ! -r $NODE_PLACE ]]; then
    rune_error_kv 2 "the log of $service, $NODE_PLACE, is not there or cannot be read by this account" missing="$NODE_PLACE"
  fi
  collect log "$count" 20 tail -n "$count" -- "$NODE_PLACE"
else
  source_name=journal
  node_need journalctl
  if ! node_journal; then
    rune_error_kv 2 "there is no journal on this node that this account can read, and no log of $service is declared in /etc/rune/services/$service.conf" missing=journal
  fi
  collect log "$count" 30 journalctl --no-pager --quiet --output=short-iso --since="-${minutes}m" --lines="$count" --unit="$service"
fi
rune_out service "$service"
rune_out source "$source_name"
rune_out_json lines "$log"
rune_out_json incomplete "[${incomplete#,}]"
rune_finish "collected"
