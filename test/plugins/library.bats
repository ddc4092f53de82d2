#!/usr/bin/env bats
# What plugins and the engine rely on in plugins/lib/rune_bpcs.sh.

setup() {
  root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
  export RUNE_LIB="$root/plugins/lib/rune_bpcs.sh"
  cd "$BATS_TEST_TMPDIR"
  unset LC_ALL
}

# input PARAMETERS_JSON [CONTEXT_JSON]: a whole BPCS message in the file input.json.
input() {
  printf '{"message_metadata":{"version":"1.0","message_id":"m-1","created_at":"2026-11-20T12:00:00.000Z","correlation_id":"inc-7"},
  "payload":{"input_parameters":%s,"context":%s},
  "observability":{"trace_id":"0af7651916cd43dd8448eb211c80319c","span_id":"b7ad6b7169203331"}}\n' "$1" "${2:-"{}"}" >input.json
}

# plugin [BASH_OPTION ...] <<TEXT: runs TEXT as a plugin on input.json. Sets status; leaves the files out and err.
plugin() {
  { printf 'set -euo pipefail\nsource "$RUNE_LIB"\nrune_init\n'; cat; } >plugin.sh
  run_plugin "$@"
}
run_plugin() {
  status=0
  bash "$@" plugin.sh <input.json >out 2>err || status=$?
}

# expect JS: `m` is the one message on stdout, `raw` its bytes, `status` the exit status; JS has to be true.
expect() {
  STATUS=$status JS=$1 node -e '
    const raw = require("fs").readFileSync("out")
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw)
    if (!/^[^\n]+\n$/.test(text)) throw new Error("not one line: " + JSON.stringify(text))
    const m = JSON.parse(text)
    const data = m.payload && m.payload.output_data
    const status = Number(process.env.STATUS)
    if (!eval(process.env.JS)) throw new Error(process.env.JS + "\nstatus " + status + "\n" + text)
  '
}

@test "echoes the caller's ids and answers on one line" {
  input '{}'
  plugin <<<'rune_ok "fine" "{\"n\": [1,
    2]}"'
  expect 'status === 0 && m.error === null && m.payload.result === "success"'
  expect 'JSON.stringify(data) === "{\"n\":[1,2],\"message\":\"fine\"}"'
  expect 'JSON.stringify(m.message_metadata) === JSON.stringify({version:"1.0",message_id:"m-1",created_at:"2026-11-20T12:00:00.000Z",correlation_id:"inc-7"})'
  expect 'm.observability.trace_id === "0af7651916cd43dd8448eb211c80319c" && m.observability.span_id === "b7ad6b7169203331"'
}

@test "tells false, 0, empty text and null from absent" {
  input '{"f":false,"z":0,"e":"","n":null,"o":{}}'
  plugin <<'E'
for k in f z e n o absent; do rune_out "$k" "$(rune_param "$k" DEFAULT)"; done
for k in f z e n o absent; do rune_out "j$k" "$(rune_param_json "$k" '"D"')"; done
rune_out none "$(rune_param_json absent)"
rune_finish
E
  expect 'data.f === "false" && data.z === "0" && data.e === "" && data.n === "null" && data.o === "{}" && data.absent === "DEFAULT"'
  expect 'data.jf === "false" && data.jz === "0" && data.je === "\"\"" && data.jn === "null" && data.jabsent === "\"D\"" && data.none === "null"'
}

@test "keeps integers to the digit and nested values as compact JSON" {
  input '{"big":123456789012345678901234567890,"neg":-0.10e+5,"deep":{ "a" : [ 1 , {"b":"x, y : {z}"} ], "c":"q\"\\" }}'
  plugin <<'E'
rune_ok "" "{\"big\":$(rune_param_json big),\"neg\":\"$(rune_param neg)\",\"deep\":$(rune_param deep)}"
E
  expect 'text.includes("\"big\":123456789012345678901234567890,") && data.neg === "-0.10e+5"'
  expect 'text.includes(String.raw`"deep":{"a":[1,{"b":"x, y : {z}"}],"c":"q\"\\"}`)'
}

@test "decodes every escape, surrogate pairs included, byte for byte in both locales" {
  input '{"s":"\u00e9\u6f22\ud83d\ude00\n\t\"\\\/\b\f\r\u007f\u0001é漢😀\\u0041"}'
  for locale in C C.UTF-8; do
    LC_ALL=$locale plugin <<<'rune_param -v s s; printf %s "$s" >bytes; printf %s "$(rune_param s)" >forked; rune_ok_kv "" "s=$s"'
    expect 'data.s === JSON.parse(require("fs").readFileSync("input.json")).payload.input_parameters.s'
    node -e 'const f=require("fs");const s=JSON.parse(f.readFileSync("input.json")).payload.input_parameters.s
      for (const n of ["bytes","forked"]) if (!f.readFileSync(n).equals(Buffer.from(s))) throw new Error(n)'
  done
}

@test "refuses bad input with code 1, a reason and the ids that it could read" {
  head='{"message_metadata":{"version":"1.0","message_id":"m-9","created_at":"t"},"observability":{"trace_id":"tr","span_id":"sp"}'
  while IFS= read -r tail; do
    printf '%s%b' "$head" "$tail" >input.json
    plugin <<<'rune_ok "must not be reached"'
    expect 'status === 1 && m.payload === null && m.error.code === 1 && m.error.message.startsWith("invalid input: ") && m.error.details.reason.length > 5' || { cat input.json; false; }
    expect 'm.message_metadata.message_id === "m-9" && m.observability.trace_id === "tr"'
  done <<'E'
} {}
} trailing
}}
,"a":1,"a":2}
,"x":{"a":1,"\\u0061":2}}
,"a":"\\ud800"}
,"a":"\\udc00\\ud800"}
,"a":"\\ud83dx"}
,"a":"\\x"}
,"a":"\\u12g4"}
,"a":"raw\ttab"}
,"a":"raw\x01"}
,"a":"\xff"}
,"a":"\xc0\x80"}
,"a":"\xed\xa0\x80"}
,"a":01}
,"a":+1}
,"a":.5}
,"a":1.}
,"a":0x10}
,"a":NaN}
,"a":True}
,"a":'x'}
,"a":1 2}
,"a":"b""c"}
,"a"}
,"a":}
,a:1}
,}
,"a":[1,]}
,"a":[1}
,"a":{"b"]}
,"a":"open
,"a":"\\"}
,"a":1
,"payload":[]}
,"payload":{"input_parameters":"x"}}
,"payload":{"input_parameters":{},"context":[1]}}
,"a":1}\0
E
}

@test "refuses empty input and other JSON than an object" {
  for text in '' ' ' '[]' '"x"' '1' 'null' '[{}]' '{'; do
    printf '%s\n' "$text" >input.json
    plugin <<<'rune_ok "must not be reached"'
    expect 'status === 1 && m.error.code === 1 && m.message_metadata.version === "1.0" && typeof m.observability.trace_id === "string"'
  done
}

@test "refuses a NUL in a text and keeps it in JSON" {
  input '{"s":"a\u0000b"}'
  plugin <<<'x=$(rune_param s); rune_ok "not reached"'
  expect 'status === 1 && m.error.code === 1 && /NUL/.test(m.error.message)'
  plugin <<<'rune_ok "" "{\"s\":$(rune_param_json s)}"'
  expect 'data.s === "a\u0000b"'
}

@test "reads context, metadata and observability, and all of a section" {
  input '{"a":1, "b":[2]}' '{"node":"web-1","attempt":2,"dry_run":true}'
  plugin <<'E'
rune_dry_run && dry=yes
rune_ok_kv "" node="$(rune_ctx node)" attempt="$(rune_ctx_json attempt)" no="$(rune_ctx nope d)" dry="$dry" \
  id="$(rune_meta message_id)" trace="$(rune_meta trace_id)" span="$(rune_obs span_id)" none="$(rune_obs message_id -)" \
  all="$(rune_all_params)" ctx="$(rune_all_ctx)" vars="$RUNE_INPUT_PARAMETERS_JSON|$RUNE_CONTEXT_JSON" \
  mm="$RUNE_MESSAGE_METADATA" obs="$RUNE_OBSERVABILITY" whole="$RUNE_INPUT_JSON"
E
  expect 'data.node === "web-1" && data.attempt === "2" && data.no === "d" && data.dry === "yes" && data.id === "m-1" && data.none === "-"'
  expect 'data.trace === m.observability.trace_id && data.span === m.observability.span_id'
  expect 'data.all === "{\"a\":1,\"b\":[2]}" && data.vars === data.all + "|" + data.ctx && JSON.parse(data.mm).message_id === "m-1" && JSON.parse(data.obs).span_id === data.span'
  expect 'data.whole === JSON.stringify(JSON.parse(require("fs").readFileSync("input.json")))'
}

@test "is not in a dry run unless the context says so" {
  for context in '{}' '{"dry_run":false}' '{"dry_run":null}'; do
    input '{}' "$context"
    plugin <<<'if rune_dry_run; then rune_ok dry; fi; rune_ok wet'
    expect 'data.message === "wet"'
  done
}

@test "exits with the error's code, and with 100 for what does not fit" {
  input '{}'
  for pair in 1:1 3:3 255:255 256:100 70001:100; do
    plugin <<<"rune_error ${pair%:*} 'it broke' '{\"k\": 1}'"
    expect "status === ${pair#*:} && m.payload === null && m.error.code === ${pair%:*} && m.error.message === 'it broke' && m.error.details.k === 1"
  done
  for code in 0 -1 abc 1.5 ''; do
    plugin <<<"rune_fail '$code' 'it broke'"
    expect 'status === 100 && m.error.code === 100'
  done
}

@test "keeps details and data that are not objects out of the wrong place" {
  input '{}'
  plugin <<<'rune_error 3 m "not json"'
  expect 'm.error.code === 3 && m.error.details.text === "not json"'
  plugin <<<'rune_error 3 m "[1]"'
  expect 'm.error.details.value[0] === 1'
  plugin <<<'rune_ok m "[1]"'
  expect 'status === 100 && m.error.code === 100'
  plugin <<<'rune_ok m "{\"a\":1,\"a\":2}"'
  expect 'status === 100 && /twice/.test(m.error.message)'
}

@test "takes quotes, hashes, newlines and substitutions in keys and values as data" {
  input '{"]\"$(touch pwned)`id`":"v"}'
  plugin <<'E'
rune_out "$(rune_param ']"$(touch pwned)`id`')"='a=b'
rune_out $'k"#\n' $'\x01"\\\n$(touch pwned)'
rune_out 'a[$(touch pwned)]' 1
rune_finish
E
  expect 'data.v === "a=b" && data["k\"#\n"] === "\u0001\"\\\n$(touch pwned)" && data["a[$(touch pwned)]"] === "1" && data.message === "success"'
  [ ! -e pwned ]
}

@test "replaces invalid UTF-8 that a command printed" {
  input '{}'
  for locale in C C.UTF-8; do
    LC_ALL=$locale plugin <<<'rune_ok_kv "" "a=$(printf "x\xff\xc3\xa9\xe2\x82y\xed\xa0\x80\xf0\x9f\x98\x80\xc3")"'
    expect 'data.a === "x\ufffdé\ufffd\ufffdy\ufffd\ufffd\ufffd😀\ufffd"'
  done
}

@test "collects fields, later ones replacing earlier ones, and reports the recorded error with them" {
  input '{}'
  plugin <<'E'
rune_out a=1
rune_out a 2
rune_out b=c=d
rune_out_json n '[1, 2]'
rune_err 300 could not finish
rune_finish
E
  expect 'status === 100 && m.error.code === 300 && m.error.message === "could not finish"'
  expect 'JSON.stringify(m.error.details) === "{\"a\":\"2\",\"b\":\"c=d\",\"n\":[1,2]}"'
}

@test "kv helpers carry strings" {
  input '{}'
  plugin <<<'rune_ok_kv done a=1 b=x=y a=2'
  expect 'status === 0 && data.a === "2" && data.b === "x=y" && data.message === "done"'
  plugin <<<'rune_fail_kv 4 broken a=1'
  expect 'status === 4 && m.error.details.a === "1"'
}

@test "leaves the plugin's own message key alone" {
  input '{}'
  plugin <<<'rune_ok ignored "{\"message\":\"own\"}"'
  expect 'data.message === "own"'
}

@test "emits a checked message and refuses another" {
  input '{}'
  good='{"message_metadata":{"version":"1.0","message_id":"a","created_at":"b"}, "payload":{"result":"success"},"observability":{"trace_id":"t","span_id":"s"}}'
  plugin <<<"rune_emit '$good'"
  expect 'status === 0 && m.payload.result === "success"'
  bad='{"message_metadata":{"version":"1.0","message_id":"a","created_at":"b"},"payload":null,"observability":{"trace_id":"t","span_id":"s"},"error":{"code":7,"message":"x","details":{}}}'
  plugin <<<"rune_emit '$bad'"
  expect 'status === 7'
  plugin <<<"rune_emit '$bad' 0"
  expect 'status === 7 && m.error.code === 7'
  plugin <<<"rune_emit '$good' 3"
  expect 'status === 100 && m.error.code === 100'
  for text in '{}' 'x' '[]' "${good/success/fine}" "${bad/:7/:0}"; do
    plugin <<<"rune_emit '$text'"
    expect 'status === 100 && m.error.code === 100 && /rune_emit/.test(m.error.message)'
  done
}

@test "a plugin that dies half way yields one error that names status, line and command" {
  input '{}'
  plugin <<<$'rune_out a 1\nf() {\n  grep -q nothing /dev/null\n}\nf\nrune_finish'
  expect 'status === 100 && m.error.code === 100 && m.error.details.exit_status === 1 && m.error.details.line === 6 && /grep/.test(m.error.details.command)'
  expect 'm.message_metadata.message_id === "m-1"'
  for text in 'x=$(exit 9)' 'exit 9' '(exit 9)'; do
    plugin <<<"$text"
    expect 'status === 100 && m.error.details.exit_status === 9'
  done
  for text in 'echo $unset_name' 'no_such_command' ':' 'exit 0' 'false | true'; do
    plugin <<<"$text"
    expect 'status === 100 && m.error.code === 100'
  done
}

@test "a plugin with its own EXIT trap still reports its death, and its trap still runs" {
  input '{}'
  plugin <<<$'trap \'echo cleaned >>marks; exit 5\' EXIT\nfalse'
  expect 'm.error.code === 100'
  grep -q cleaned marks
  plugin <<<$'trap \'rune_error 42 "my own words"\' EXIT\nfalse'
  expect 'status === 42 && m.error.message === "my own words"'
}

@test "rune_on_exit runs after success, failure and death" {
  input '{}'
  for text in 'rune_ok fine' 'rune_error 3 bad' 'false' 'exit 0'; do
    rm -f marks
    plugin <<<"rune_on_exit 'echo out; touch marks'"$'\n'"$text"
    expect '"error" in m'
    [ -e marks ]
  done
}

@test "never writes two messages, whichever subshell speaks first" {
  input '{}'
  plugin <<<'echo x | while read -r _; do rune_error 3 inner; done; rune_ok outer'
  expect 'status === 3 && m.error.message === "inner"'
  plugin <<<'(rune_error 300 inner) || true; rune_ok outer'
  expect 'status === 100 && m.error.code === 300'
  plugin <<<'x=$(rune_error 4 inner) || rune_error 5 outer'
  expect 'status === 4 && m.error.message === "inner"'
  plugin <<<'x=$(rune_ok inner); exit 9'
  expect 'status === 9 && data.message === "inner"'
  plugin <<<'trap "rune_error 8 again" EXIT; rune_ok first'
  expect 'm.error === null && data.message === "first"'
}

@test "chatter on stdout goes to stderr, and command substitution still works" {
  input '{"a":"v"}'
  plugin <<<'echo chatter; { echo child; } ; bash -c "echo grandchild"; rune_param a; rune_param a >file; rune_ok "$(rune_param a)"'
  expect 'data.message === "v"'
  [ "$(cat file)" = v ]
  [ "$(grep -c -e chatter -e child -e grandchild -e '^v$' err)" -eq 4 ]
}

@test "a missing rune_init and a second source do no harm" {
  input '{"a":"x","b":"y"}'
  cat >plugin.sh <<'E'
set -euo pipefail
source "$RUNE_LIB"
source "$RUNE_LIB"
a=$(rune_param a)
source "$RUNE_LIB"
b=$(rune_param b)
rune_out ab "$a$b"
rune_finish
E
  run_plugin
  expect 'status === 0 && data.ab === "xy"'
  printf '{' >input.json
  run_plugin
  expect 'status === 1 && m.error.code === 1'
  input '{}'
  printf 'set -e\nsource "$RUNE_LIB"\nrune_init; rune_init\nsource "$RUNE_LIB"\nrune_init\nrune_ok twice\n' >plugin.sh
  run_plugin
  expect 'data.message === "twice"'
}

@test "works when sourced inside a function and run by eval in a subshell" {
  input '{"a":"v"}'
  cat >plugin.sh <<'E'
body='rune_plugin() { set -euo pipefail; source "$RUNE_LIB"; rune_init; rune_out a "$(rune_param a)"; rune_finish; }'
eval "$body"
( rune_plugin )
E
  run_plugin
  expect 'status === 0 && data.a === "v"'
}

@test "names of the plugin's own do not collide with the library" {
  input '{"a":"v"}'
  plugin <<'E'
text=1 part=2 value=3 depth=4 key=5 out=6 parts=7 seen=8 n=9 i=10 RUNE_INPUT_JSON=x RUNE_INPUT_PARAMETERS_JSON=y RUNE_CONTEXT_JSON=z
emit() { exit 77; }; quote() { exit 78; }; scan() { exit 79; }; send() { exit 80; }; die() { exit 81; }; log() { echo log; }
declare -i code=3; declare -A pairs=([x]=1); readonly message=ro
rune_ok_kv "$text$part$value$depth$key$out$parts$seen$n$i" a="$(rune_param a)" all="$(rune_all_params)"
E
  expect 'data.message === "12345678910" && data.a === "v" && data.all === "{\"a\":\"v\"}"'
}

@test "state in the environment is not taken for the library's, and the input is not exported" {
  input '{"a":"secret-value"}'
  export __rune_loaded=yes __rune_initialised=yes __rune_sent=yes __rune_fd=99 __rune_raw='{}' RUNE_INPUT_JSON=old
  { printf 'set -a\nsource "$RUNE_LIB"\nset -euo pipefail\nrune_init\n'; cat <<<'env >environment; rune_ok "$(rune_param a)"'; } >plugin.sh
  run_plugin
  unset __rune_loaded __rune_initialised __rune_sent __rune_fd __rune_raw RUNE_INPUT_JSON
  expect 'data.message === "secret-value"'
  ! grep -q secret-value environment
}

@test "does not depend on the plugin's shell options or IFS, and leaves them alone" {
  input '{"True":"a b","true":"*","l":[1,2]}'
  plugin <<'E'
shopt -s nocasematch nullglob failglob extglob dotglob
IFS=',1'
before="$-|$IFS|$(shopt | cksum)"
rune_param -v upper True
rune_param -v lower true
rune_quote -v quoted $'\xff"'
[[ "$-|$IFS|$(shopt | cksum)" == "$before" ]] || rune_error 9 changed
rune_out upper "$upper"; rune_out lower "$lower"; rune_out_json l "$(rune_param l)"
rune_out_json bad TRUE || true
rune_finish "a,b 1"
E
  expect 'status === 0 && data.upper === "a b" && data.lower === "*" && data.l.length === 2 && !("bad" in data) && data.message === "a,b 1"'
}

@test "an output above 128 KiB arrives whole" {
  input '{}'
  plugin <<<'printf -v x "%0300000d" 7; rune_ok_kv "" x="$x"'
  expect 'data.x.length === 300000 && data.x.endsWith("7")'
  plugin <<<'printf -v x "%0300000d" 7; rune_ok "" "{\"x\":\"$x\"}"'
  expect 'data.x.length === 300000'
}

@test "starts no other program, and works with no program in PATH" {
  input '{"a":"\u00e9","b":[1,{"c":2}]}'
  mkdir -p empty
  { printf 'PATH=%s\nset -euo pipefail\nsource "$RUNE_LIB"\nrune_init\n' "$PWD/empty"; cat <<'E'; } >plugin.sh
rune_param -v a a
rune_param -v b b
rune_out a "$a"; rune_out_json b "$b"
(( $(( BASHPID )) == $$ )) || rune_error 9 'in a subshell'
rune_finish
E
  run_plugin
  expect 'data.a === "é" && data.b[1].c === 2'
  if command -v strace >/dev/null; then
    strace -f -e trace=execve,clone,fork,vfork -o trace bash plugin.sh <input.json >out
    [ "$(grep -c -e clone -e fork -e execve trace)" -eq 1 ]
  fi
  { printf 'PATH=%s\nset -euo pipefail\nsource "$RUNE_LIB"\nrune_init\n' "$PWD/empty"; echo 'jq . /dev/null'; } >plugin.sh
  run_plugin
  expect 'status === 100 && m.error.details.exit_status === 127 && /jq/.test(m.error.details.command)'
}

@test "a locale that the node lacks adds nothing to stderr" {
  input '{"a":"\u00e9"}'
  LC_ALL=xx_YY.UTF-8 plugin <<<'rune_param -v a a; rune_ok "$a"'
  expect 'data.message === "é"'
  # Bash itself warns when it starts.
  [ "$(wc -l <err)" -le 1 ]
}

@test "16 KiB of dense JSON and of escapes come back exactly" {
  node -e '
    const p = { list: Array.from({ length: 400 }, (_, i) => ({ n: i, "k\\": "v\"" + i })), text: "\\\"\n\u0001é".repeat(500) }
    process.stdout.write(JSON.stringify({ message_metadata: {}, payload: { input_parameters: p } }, null, 1))' >input.json
  plugin <<<'rune_ok "" "{\"list\":$(rune_param list),\"text\":$(rune_param_json text)}"'
  expect 'JSON.stringify(data) === JSON.stringify(JSON.parse(require("fs").readFileSync("input.json")).payload.input_parameters)'
}

@test "older plugins find the library beside themselves or in lib" {
  input '{"a":"v"}'
  mkdir -p beside module/lib
  cp "$RUNE_LIB" beside/; cp "$RUNE_LIB" module/lib/
  printf '#!/usr/bin/env bash\nset -euo pipefail\nsource "$(dirname "$0")/rune_bpcs.sh"\nrune_init\nA=$(rune_param "a" "none")\nrune_ok "done" "{\\"a\\": \\"$A\\"}"\n' >beside/old.sh
  printf '#!/usr/bin/env bash\n. "$(dirname "$0")/lib/rune_bpcs.sh"\nrune_init\nA=$(rune_param "a" "none")\nrune_out "a=$A"\nrune_finish "completed"\n' >module/old.sh
  unset RUNE_LIB
  for script in beside/old.sh module/old.sh; do
    status=0
    bash "$script" <input.json >out 2>err || status=$?
    expect 'status === 0 && data.a === "v"'
  done
}
