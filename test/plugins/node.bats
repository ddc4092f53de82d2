#!/usr/bin/env bats
# plugins/lib/rune_node.sh: parameters that are checked again, and the administrator's files on a node.

setup() {
  root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
  export RUNE_LIB="$root/plugins/lib/rune_bpcs.sh" HOME="$BATS_TEST_TMPDIR/home"
  cd "$BATS_TEST_TMPDIR"
  umask 022
  mkdir -p home/.config/rune/things
}

# plugin PARAMETERS_JSON: runs the bash text on stdin as a plugin. Sets status; leaves the file out.
plugin() {
  { printf 'set -euo pipefail\nsource "$RUNE_LIB"\nrune_init\nsource "${RUNE_LIB%%/*}/rune_node.sh"\n'; cat; } >plugin.sh
  status=0
  printf '{"message_metadata":{"version":"1.0","message_id":"m-1","created_at":"2026-11-20T12:00:00.000Z"},"payload":{"input_parameters":%s},"observability":{"trace_id":"t","span_id":"s"}}' "$1" |
    bash plugin.sh >out 2>err || status=$?
}

# expect JS: `data` is the output, `error` the error of the one message; JS has to be true.
expect() {
  JS=$1 node -e '
    const text = require("fs").readFileSync("out", "utf8")
    const m = JSON.parse(text), data = m.payload && m.payload.output_data, error = m.error
    if (!eval(process.env.JS)) throw new Error(process.env.JS + "\n" + text)'
}

thing() { cat >home/.config/rune/things/a.conf; }

@test "a number is whole and in its range, or error 1" {
  for value in 1 20 '"7"'; do
    plugin "{\"n\":$value}" <<<'node_number n n 5 1 20; rune_out n "$n"; rune_finish'
    expect "data.n === String(JSON.parse('$value'))"
  done
  for value in 0 21 -1 1.5 '"07"' '"1+1"' '"a[$(touch /tmp/x)]"' '[]' 99999999999999999999; do
    plugin "{\"n\":$value}" <<<'node_number n n 5 1 20; rune_out n "$n"; rune_finish'
    expect 'error.code === 1 && error.message.includes("a whole number from 1 to 20")'
  done
  plugin '{}' <<<'node_number n n 5 1 20; rune_out n "$n"; rune_finish'
  expect 'data.n === "5"'
}

@test "a list of plain words becomes an array, without patterns of file names" {
  plugin '{"l":["a","b c","*","[x]"]}' <<<'node_list l l; rune_out l "${#l[@]}:${l[1]}:${l[2]}"; rune_finish'
  expect 'data.l === "4:b c:*"'
  plugin '{}' <<<'node_list l l; rune_out l "${#l[@]}"; rune_finish'
  expect 'data.l === "0"'
  for value in '["a\"b"]' '["a,b"]' '["a\\b"]' '[1]' '"a"' '{}' '[["a"]]'; do
    plugin "{\"l\":$value}" <<<'node_list l l; rune_finish'
    expect 'error.code === 1'
  done
}

@test "settings are read and never run" {
  thing <<<$'# a comment\n\npath=$(touch ran) `touch ran`\nnames=a=b'
  plugin '{}' <<<'node_file things a.conf; node_settings path names; rune_out p "${NODE[path]}"; rune_out n "${NODE[names]}"; rune_finish'
  expect 'data.p === "$(touch ran) `touch ran`" && data.n === "a=b"'
  [ ! -e ran ]
}

@test "a line that is no known setting, or one twice, is error 4 with its number" {
  for text in $'path=/a\nother=1' $'path=/a\npath=/b' $'path=/a\nexport path' $'path=/a\nPATH=/b' $'path=/a\n path=/b'; do
    thing <<<"$text"
    plugin '{}' <<<'node_file things a.conf; node_settings path; rune_finish'
    expect 'error.code === 4 && error.message.startsWith("line 2 of ")'
  done
}

@test "a file that others could have written, or that is a link, is error 4" {
  thing <<<'path=/a'
  chmod 666 home/.config/rune/things/a.conf
  plugin '{}' <<<'node_file things a.conf; rune_finish'
  expect 'error.code === 4 && error.message.includes("can be written by others")'
  chmod 644 home/.config/rune/things/a.conf
  chmod 777 home/.config/rune/things
  plugin '{}' <<<'node_file things a.conf; rune_finish'
  expect 'error.code === 4'
  chmod 755 home/.config/rune/things
  mv home/.config/rune/things/a.conf real
  ln -s "$PWD/real" home/.config/rune/things/a.conf
  plugin '{}' <<<'node_file things a.conf; rune_finish'
  expect 'error.code === 4 && error.message.includes("has to be a regular file")'
}

@test "a file that is not there is no error" {
  plugin '{}' <<<'if node_file things b.conf; then rune_ok there; fi; rune_ok absent'
  expect 'data.message === "absent"'
}

@test "a place is absolute and without steps upwards" {
  plugin '{}' <<<'for p in /a /a/b.c "~/x"; do node_place "$p" || rune_error 9 "$p"; done; rune_out p "$NODE_PLACE"; rune_finish'
  expect 'data.p === process.env.HOME + "/x"'
  plugin '{}' <<<'for p in a ./a /a/../b /a/./b /a//b "~root/x" "" ..; do if node_place "$p"; then rune_error 9 "$p"; fi; done; rune_finish'
  expect 'error === null'
}

@test "a command is an absolute program and its words, and no shell sees them" {
  thing <<<'run=/bin/echo $HOME ~/x "a  b" ; touch ran'
  plugin '{}' <<<'node_file things a.conf; node_settings run; node_words run; node_run 5 "${NODE_WORDS[@]}"; rune_out said "$NODE_SAID"; rune_finish'
  expect 'data.said === "$HOME " + process.env.HOME + "/x \"a b\" ; touch ran"'
  [ ! -e ran ]
  for command in 'echo a' './echo' '/no/such/program' '/bin' ''; do
    thing <<<"run=$command"
    plugin '{}' <<<'node_file things a.conf; node_settings run; node_words run; rune_finish'
    expect 'error.code === 4'
  done
}

@test "a command's status and output come back, and one that hangs ends" {
  plugin '{}' <<<'s=0; node_run 5 /bin/sh -c "echo out; echo err >&2; exit 7" || s=$?; rune_out s "$s"; rune_out said "$NODE_SAID"; rune_finish'
  expect 'data.s === "7" && data.said === "out\nerr"'
  plugin '{}' <<<'s=0; node_run 0.2 /bin/sleep 20 || s=$?; rune_out s "$s"; rune_finish'
  expect 'data.s === "124"'
}

@test "a daemon that a command leaves behind does not hold the plugin's pipes" {
  plugin '{}' <<<'node_run 5 /bin/sh -c "sleep 30 & echo \$!"; rune_out pid "$NODE_SAID"; rune_finish'
  expect 'Number(data.pid) > 1 && require("fs").readdirSync(`/proc/${data.pid}/fd`).every((fd) => Number(fd) <= 2)'
  kill "$(node -p 'JSON.parse(require("fs").readFileSync("out", "utf8")).payload.output_data.pid')"
}
