#!/usr/bin/env bash
# Opens a TCP connection from the node and closes it; that it cannot be opened is a result.
# shellcheck disable=SC2154 # node_text and node_number set what is named
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init
# shellcheck source=/dev/null
source "${RUNE_LIB%/*}/rune_node.sh"

node_text host host '^[a-zA-Z0-9][a-zA-Z0-9._:-]{0,252}$|^::[0-9a-fA-F:.]{0,43}$' 'a name or an address'
node_number port port 0 1 65535
node_number timeout_ms timeout_ms 3000 100 60000
printf -v limit '%d.%03d' $((timeout_ms / 1000)) $((timeout_ms % 1000))

node_now_ms began
open=true problem='' code=0
# shellcheck disable=SC2016 # the inner bash reads its own words
said=$(timeout --foreground "$limit" bash -c 'exec 3<>"/dev/tcp/$1/$2"' - "$host" "$port" 2>&1) || code=$?
node_now_ms now
if ((code == 124)); then
  open=false problem="no answer in $timeout_ms ms"
elif ((code != 0)); then
  open=false problem=${said##*: }
fi
rune_out_json open "$open"
rune_out_json latency_ms "$((now - began))"
rune_out problem "${problem:0:300}"
if [[ $open == true ]]; then rune_finish "$host:$port is open"; fi
rune_finish "$host:$port is not open"
