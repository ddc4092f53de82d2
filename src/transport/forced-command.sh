#!/bin/bash -p
# shellcheck shell=bash disable=SC2034
# RUNE gate: the forced command of a key that may run reviewed actions and nothing else.
#
# sshd starts it in place of what the other side asks for. It takes `rune-gate v2 run|collect` and sizes and digests,
# reads the rest from stdin, and runs an action only when the allow list on this node has its name and digest, whatever
# the other side sends. Parameters are not pinned by it: they are checked by whoever sends them, and by the action.
#
# Install it root-owned, mode 0755, with the allow list beside it (root-owned too), and name it in authorized_keys:
#   restrict,command="/usr/local/lib/rune/gate" ssh-ed25519 AAAA... rune
# For actions that ask for root, sudoers: rune ALL=(root) NOPASSWD: /usr/local/lib/rune/gate

rune_allow=@ALLOW@

@FUNCTIONS@

rune_gate_refuse() {
  printf 'rune-gate: %s\n' "$1" >&2
  exit 77
}

rune_gate() {
  local verb nonce size sha header become asked=${SSH_ORIGINAL_COMMAND-} h
  # Through sudo the request comes as arguments: the environment does not.
  [ "$EUID" != 0 ] || [ $# = 0 ] || asked="rune-gate v2 $*"
  local form='^rune-gate v2 (run|collect) ([0-9a-f]{32}) ([0-9]{1,9}) ([0-9a-f]{64}) ([0-9]{1,7}) ([01])$'
  [[ $asked =~ $form ]] || rune_gate_refuse 'refused: this key runs rune-gate v2 run|collect and nothing else'
  verb=${BASH_REMATCH[1]} nonce=${BASH_REMATCH[2]} size=${BASH_REMATCH[3]}
  sha=${BASH_REMATCH[4]} header=${BASH_REMATCH[5]} become=${BASH_REMATCH[6]}
  [ $((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1])) -ge 402 ] || exit 92
  if [ "$become" = 1 ] && [ "$EUID" != 0 ]; then
    exec sudo -n -- "$0" "$verb" "$nonce" "$size" "$sha" "$header" 0
  fi
  unset TMOUT
  LC_ALL=C
  IFS= read -r -N "$size" b
  [ "${#b}" -eq "$size" ] || exit 90
  h=$(printf %s "$b" | sha256sum)
  [ "${h%% *}" = "$sha" ] || exit 91
  case $verb in
    run) rune_launch "$nonce" "$size" "$sha" 0 "$header" ;;
    collect) rune_collect "$nonce" "$size" "$sha" 0 "$header" ;;
  esac
}

rune_gate "$@"
