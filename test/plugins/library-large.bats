#!/usr/bin/env bats
# Inputs above 16 KiB, which the library hands to awk: the same results as bash alone gives, or an honest refusal.

setup() {
  root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
  export RUNE_LIB="$root/plugins/lib/rune_bpcs.sh"
  cd "$BATS_TEST_TMPDIR"
  unset LC_ALL
}

# large SIZE PARAMETERS: a message in input.json with a first parameter `pad` of SIZE bytes before the others.
large() {
  local pad
  printf -v pad "%0$1d" 0
  printf '{"message_metadata":{"version":"1.0","message_id":"m-1","created_at":"t"},
"payload":{"input_parameters":{"pad":"%s",%b},"context":{"dry_run":true}},
"observability":{"trace_id":"tr","span_id":"sp"}}\n' "$pad" "$2" >input.json
}

# plugin [PATH] <<TEXT: runs TEXT as a plugin with that PATH. Sets status.
plugin() {
  { printf 'set -euo pipefail\nPATH=%q\nsource "$RUNE_LIB"\nrune_init\n' "${1-$PATH}"; cat; } >plugin.sh
  status=0
  bash plugin.sh <input.json >out 2>err || status=$?
}

# only NAME TARGET: a folder whose one program is NAME.
only() {
  mkdir -p "only-$1"
  [ -z "${2-}" ] || { printf '#!/bin/sh\nexec %s "$@"\n' "$2" >"only-$1/awk"; chmod +x "only-$1/awk"; }
  printf %s "$PWD/only-$1"
}

# Each awk that this machine has, as a command line.
awks() {
  local name
  for name in mawk gawk original-awk; do type -P "$name" || true; done
  ! type -P busybox >/dev/null || printf '%s awk\n' "$(type -P busybox)"
}

@test "a large input keeps digits, escapes, order and -0" {
  large 20000 '"big":123456789012345678901234567890,"zero":-0,"huge":1E400,"z":{ "b" : 1 , "a" : [ ] },"s":"\\u00e9\\ud83d\\ude00\\n"'
  plugin <<'E'
rune_dry_run || rune_error 9 wet
pad=$(rune_param pad)
rune_out_json size "${#pad}"
for k in big zero huge z; do rune_out "$k" "$(rune_param "$k")"; done
rune_out s "$(rune_param_json s)"
rune_out text "$(rune_param s)"
rune_finish
E
  [ "$status" -eq 0 ]
  [ "$(cat out)" = '{"message_metadata":{"version":"1.0","message_id":"m-1","created_at":"t"},"payload":{"result":"success","output_data":{"size":20000,"big":"123456789012345678901234567890","zero":"-0","huge":"1E400","z":"{\"b\":1,\"a\":[]}","s":"\"\\u00e9\\ud83d\\ude00\\n\"","text":"é😀","message":"success"}},"observability":{"trace_id":"tr","span_id":"sp"},"error":null}' ]
}

@test "awk and bash alone say the same of every document" {
  cat >compare.sh <<'E'
source "$RUNE_LIB" </dev/null
trap - EXIT
dump() {
  local k
  printf '%s|%s|%s|%s\n' "$state" "$__rune_json" "$__rune_type" "$__rune_why"
  for k in "${!__rune_v[@]}"; do printf '%q=%q\n' "$k" "${__rune_v[$k]}"; done | LC_ALL=C sort
}
by() {
  __rune_v=() __rune_json='' __rune_type='' __rune_why='' state=0
  __rune_do "$1" "$2" || state=$?
  dump
}
while IFS= read -r text; do
  printf -v text %b "$text"
  for text in "$text" "{\"a\":[[],{}],\"payload\":{\"context\":{\"k\":$text}}}"; do
    one=$(by __rune_scan_here "$text") other=$(by __rune_scan_outside "$text")
    if [[ $one != "$other" ]]; then
      printf 'not the same for %q\n%s\n%s\n' "$text" "$one" "$other"
      exit 1
    fi
  done
done
E
  while IFS= read -r awk; do
    PATH="$(only "${awk##*/}" "$awk"):$PATH" bash compare.sh <"$BATS_TEST_DIRNAME/library-texts.txt" || { echo "$awk"; false; }
  done < <(awks)
}

@test "a large bad input is refused with code 1, the reason and the ids" {
  while IFS= read -r bad; do
    large 20000 "$bad"
    plugin <<<'rune_ok "must not be reached"'
    [ "$status" -eq 1 ] && grep -q '"message_id":"m-1".*"code":1,"message":"invalid input: ' out || { echo "$bad"; cat out; false; }
  done <<'E'
"a":1,"a":2
"a":"\\ud800"
"a":"\xff"
"a":"raw\ttab"
"a":01
"a":nan
"a":[1,]
"a":"\\x"
E
  large 20000 '"a":1'
  printf '\0' >>input.json
  plugin <<<'rune_ok "must not be reached"'
  [ "$status" -eq 1 ]
  grep -q 'NUL byte' out
}

@test "without awk a large input is refused with code 2, and a small one is read" {
  large 20000 '"a":1'
  plugin "$(only nothing)" <<<'rune_ok "must not be reached"'
  [ "$status" -eq 2 ]
  grep -q '"message_id":"m-1".*"trace_id":"tr","span_id":"sp".*"code":2,.*needs\? awk' out
  large 10 '"a":1'
  plugin "$(only nothing)" <<<'rune_ok fine'
  [ "$status" -eq 0 ]
}

@test "an awk that fails is code 2 too" {
  large 20000 '"a":1'
  plugin "$(only broken false)" <<<'rune_ok "must not be reached"'
  [ "$status" -eq 2 ]
  grep -q 'failed on it' out
}

@test "without awk a large output still arrives: the action has run" {
  large 10 '"a":1'
  plugin "$(only nothing)" <<<'printf -v x "%020000d" 7; rune_ok "" "{\"x\":[\"$x\",-0]}"'
  [ "$status" -eq 0 ]
  grep -q '7",-0\]}}' out
}

@test "1 MiB of numbers, and of escapes, is read in seconds" {
  for word in '[12,]' '"\n"'; do
    node -e 'const [first, body, last] = [process.argv[1][0], process.argv[1].slice(1, -1), process.argv[1].slice(-1)]
      const list = first + body.repeat(350000) + (first === "[" ? "1" : "") + last
      console.log(`{"message_metadata":{},"payload":{"input_parameters":{"a":${list}}},"observability":{}}`)' "$word" >input.json
    SECONDS=0
    plugin <<<'rune_ok fine'
    [ "$status" -eq 0 ]
    # Quadratic work takes minutes.
    [ "$SECONDS" -lt 20 ]
  done
}
