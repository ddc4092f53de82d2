#!/usr/bin/env bash
# The peer: runs one command on every node, all nodes in parallel, each node's steps one after another.
#
#   ssh-loop.sh plain|master STEPS INPUT OUT COMMAND NODES SSH_OPTION...
#
# NODES is a file with a line `address port` for each node; OUT gets a file `address.step` for each answer.
# master: one connection a node, shared by its steps (ControlMaster). The master is a child that is waited for and not
# a daemon of ControlPersist, so that its CPU time is counted like that of all others.
set -u

mode=$1 steps=$2 input=$3 out=$4 command=$5 nodes=$6
shift 6

ask() { # SSH_OPTION... of this node
  local step
  for ((step = 1; step <= steps; step++)); do
    # shellcheck disable=SC2029 # the command is made here and meant for the node
    ssh "$@" "$command" <"$input" >"$out/$address.$step" || return
  done
}

ask_through_master() {
  local socket=$out/$address.master status up
  coproc master {
    exec ssh -M -N -S "$socket" -o PermitLocalCommand=yes -o LocalCommand='echo up' "$@" </dev/null
  }
  read -r up <&"${master[0]}" && [ "$up" = up ] && ask -S "$socket" -o ControlMaster=no "$@"
  status=$?
  # Not a signal: one that arrives just before ssh polls is noticed minutes later.
  ssh -S "$socket" -O exit "$@" 2>/dev/null
  wait
  return "$status"
}

children=()
while read -r address port; do
  if [ "$mode" = master ]; then
    ask_through_master "$@" -p "$port" "$address" &
  else
    ask "$@" -p "$port" "$address" &
  fi
  children+=($!)
done <"$nodes"

failed=0
for child in "${children[@]}"; do wait "$child" || failed=1; done
exit "$failed"
