#!/usr/bin/env bash
# Reports the state of one systemd unit; an unknown unit is a result, not an error, so that a runbook can decide.
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init

service=$(rune_param service)
if [[ ! $service =~ ^[a-zA-Z0-9@._:][a-zA-Z0-9@._:-]{0,127}$ ]]; then
  rune_error_kv 1 "service is missing or is not a unit name" service="$service"
fi
if ! command -v systemctl >/dev/null; then
  rune_error_kv 2 "systemctl is not installed on this node" missing=systemctl
fi

properties=LoadState,ActiveState,SubState,UnitFileState,MainPID,NRestarts,StateChangeTimestamp,Description
# The variables keep the output the same under any locale and terminal of the node.
if ! answer=$(LC_ALL=C SYSTEMD_COLORS=0 systemctl show --no-pager --property="$properties" -- "$service" 2>&1); then
  rune_error_kv 2 "systemd does not answer on this node" missing=systemd answer="${answer:0:500}"
fi

load_state='' active_state='' sub_state='' unit_file_state='' main_pid=0 restarts=0 since='' description=''
while IFS='=' read -r name value; do
  case $name in
    LoadState) load_state=$value ;;
    ActiveState) active_state=$value ;;
    SubState) sub_state=$value ;;
    UnitFileState) unit_file_state=$value ;;
    MainPID) main_pid=$value ;;
    NRestarts) restarts=$value ;;
    StateChangeTimestamp) since=$value ;;
    Description) description=$value ;;
  esac
done <<<"$answer"
if [[ -z $load_state || -z $active_state ]]; then
  rune_error_kv 2 "systemd's answer has no unit state" missing=systemd answer="${answer:0:500}"
fi

# Units other than services have no process and no restarts, and systemd before 235 does not count them.
[[ $main_pid =~ ^(0|[1-9][0-9]*)$ ]] || main_pid=0
[[ $restarts =~ ^(0|[1-9][0-9]*)$ ]] || restarts=0
if [[ $since == n/a ]]; then since=''; fi

rune_out service "$service"
rune_out load_state "$load_state"
rune_out active_state "$active_state"
rune_out sub_state "$sub_state"
rune_out unit_file_state "$unit_file_state"
rune_out_json main_pid "$main_pid"
rune_out since "$since"
rune_out_json restarts "$restarts"
rune_out description "${description:0:512}"
rune_finish "$service is $active_state"
