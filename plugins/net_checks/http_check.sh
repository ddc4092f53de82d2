#!/usr/bin/env bash
# Asks a URL from the node and reports the answer; no answer is a result too, so that a runbook can decide.
# shellcheck disable=SC2154 # node_text and node_number set what is named
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init
# shellcheck source=/dev/null
source "${RUNE_LIB%/*}/rune_node.sh"

# No @ before the path: a password has no place in a parameter.
node_text url url '^https?://(\[[0-9a-fA-F:.]{2,45}\]|[a-zA-Z0-9._-]{1,253})(:[0-9]{1,5})?(/[][a-zA-Z0-9._~:/?@!$&()*+,;=%-]{0,1500})?$' \
  'http:// or https:// with a host, without a user'
node_text method method '^(GET|HEAD)$' 'GET or HEAD' GET
node_text host_header host_header '^([a-zA-Z0-9.-]{1,253}(:[0-9]{1,5})?)?$' 'a host name' ''
rune_param -v contains contains ''
if ((${#contains} > 500)) || [[ $contains == *[$'\x01'-$'\x1f']* ]]; then
  rune_error_kv 1 "contains has to be one line of at most 500 characters"
fi
node_number timeout_ms timeout_ms 5000 100 60000
printf -v limit '%d.%03d' $((timeout_ms / 1000)) $((timeout_ms % 1000))
# What is looked at of a body.
body_bytes=1048576

status=0 problem='' has=false bytes=0 body='' answered_by='' errors=''
# The head and the body of an answer, after those that only say that more is coming.
read_answer() {
  local text=$1
  while [[ $text =~ ^HTTP/[0-9.]+\ 1[0-9][0-9][^0-9] && $text == *$'\r\n\r\n'* ]]; do text=${text#*$'\r\n\r\n'}; done
  [[ $text =~ ^HTTP/[0-9.]+\ ([1-5][0-9][0-9])[^0-9] ]] || return 1
  status=${BASH_REMATCH[1]}
  if [[ $method == GET && $text == *$'\r\n\r\n'* ]]; then body=${text#*$'\r\n\r\n'}; fi
}

remove_errors() { rm -f -- "$errors"; }

with_curl() {
  local said code=0 words=(-q --silent --show-error --include --globoff --noproxy '*' --proto '=http,https' --max-redirs 0
    --max-time "$limit" --output - --user-agent rune-http-check)
  if [[ $method == HEAD ]]; then words+=(--head); fi
  if [[ -n $host_header ]]; then words+=(--header "Host: $host_header"); fi
  # NUL bytes are no text. Its own words come last, with its exit status.
  said=$(
    set +e
    { LC_ALL=C curl "${words[@]}" -- "$url" 2>&3 | LC_ALL=C head -c "$body_bytes" | tr -d '\0'; printf '\n%d' "${PIPESTATUS[0]}"; } 3>"$errors"
  )
  code=${said##*$'\n'}
  read_answer "${said%$'\n'*}" || :
  # 23 is what it says when it could not write all of a long body.
  if ((code != 0 && (code != 23 || status == 0))); then
    problem=$(head -c 300 -- "$errors" | tr -d '\0')
    problem=${problem:-curl ended with status $code}
  fi
}

# Without curl: HTTP/1.0 through bash, which has no TLS.
with_bash() {
  local rest host port path said
  rest=${url#http://}
  path=/${rest#*/}
  if [[ $rest != */* ]]; then path=/; fi
  host=${rest%%/*} port=80
  if [[ $host =~ :([0-9]+)$ && $host != *]: ]]; then
    if [[ $host != \[* || $host == *\]:* ]]; then port=${BASH_REMATCH[1]} host=${host%:*}; fi
  fi
  host=${host#\[} host=${host%\]}
  # shellcheck disable=SC2016 # the inner bash reads its own words
  said=$(timeout --foreground "$limit" bash -c '
    exec 3<>"/dev/tcp/$1/$2" || exit 1
    printf "%s %s HTTP/1.0\r\nHost: %s\r\nUser-Agent: rune-http-check\r\nConnection: close\r\n\r\n" "$3" "$4" "$5" >&3
    head -c "$6" <&3 | tr -d "\0"; printf x' - "$host" "$port" "$method" "$path" "${host_header:-${rest%%/*}}" "$body_bytes" 2>&1) || :
  # The x keeps the line ends before it.
  if ! read_answer "${said%x}"; then
    problem=${said%x} problem=${problem##*: }
    problem=${problem:-no answer in $timeout_ms ms}
  fi
}

if curl --version >/dev/null 2>&1; then
  answered_by=curl
  errors=$(mktemp "${TMPDIR:-/tmp}/rune-http.XXXXXX") || rune_error_kv 2 "no temporary file can be made on this node" missing=space
  rune_on_exit remove_errors
elif [[ $url == https://* ]]; then
  rune_error_kv 2 "curl is not installed on this node, and bash alone has no TLS" missing=curl
else
  answered_by=bash
fi
node_now_ms began
"with_$answered_by"
node_now_ms now
# In bytes.
LC_ALL=C
bytes=${#body}
if [[ -n $contains && $body == *"$contains"* ]]; then has=true; fi

reachable=true message="$url answered $status"
if ((status == 0)); then reachable=false message="$url did not answer"; fi
rune_out_json status "$status"
rune_out_json reachable "$reachable"
rune_out_json latency_ms "$((now - began))"
rune_out_json contains "$has"
rune_out_json body_bytes "$bytes"
rune_out problem "${problem:0:300}"
rune_out client "$answered_by"
rune_finish "${message:0:250}"
