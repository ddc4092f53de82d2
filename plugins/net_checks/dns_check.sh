#!/usr/bin/env bash
# Resolves a name as programs of the node do (hosts file, DNS, whatever nsswitch.conf says); no address is a result.
# shellcheck disable=SC2154 # node_text and node_number set what is named
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init
# shellcheck source=/dev/null
source "${RUNE_LIB%/*}/rune_node.sh"

node_text name name '^[a-zA-Z0-9]([a-zA-Z0-9._-]{0,251}[a-zA-Z0-9.])?$' 'a host name'
expected=()
node_list expected expected
for address in "${expected[@]+"${expected[@]}"}"; do
  if [[ ! $address =~ ^[0-9a-fA-F:.]{2,45}$ ]]; then
    rune_error_kv 1 "expected has to hold addresses" expected="${address:0:200}"
  fi
done
node_number timeout_ms timeout_ms 5000 100 60000
printf -v limit '%d.%03d' $((timeout_ms / 1000)) $((timeout_ms % 1000))

node_now_ms began
code=0 problem=''
said=$(LC_ALL=C timeout --foreground "$limit" getent ahosts "$name" 2>/dev/null) || code=$?
node_now_ms now
case $code in
  0) ;;
  2) problem='no address' ;;
  124) problem="no answer in $timeout_ms ms" ;;
  *) problem="getent ended with status $code" ;;
esac

declare -A seen=()
addresses='' count=0
while read -r address _; do
  if [[ ! $address =~ ^[0-9a-fA-F:.]{2,45}(%[a-zA-Z0-9._-]+)?$ || -n ${seen["$address"]+x} ]]; then continue; fi
  seen["$address"]=1
  if ((++count > 64)); then break; fi
  addresses+=",\"$address\""
done <<<"$said"
missing=''
for address in "${expected[@]+"${expected[@]}"}"; do
  if [[ -z ${seen["$address"]+x} ]]; then missing+=",\"$address\""; fi
done
resolves=false matches=true message="$name has no address"
if ((count > 0)); then resolves=true message="$name resolves"; fi
if [[ -n $missing ]]; then matches=false message="$name lacks an expected address"; fi

rune_out_json resolves "$resolves"
rune_out_json matches "$matches"
rune_out_json addresses "[${addresses#,}]"
rune_out_json missing "[${missing#,}]"
rune_out_json latency_ms "$((now - began))"
rune_out problem "$problem"
rune_finish "$message"
