# shellcheck shell=bash disable=SC2034 # the RUNE_* variables are for plugins
# The BPCS 1.0 library for Bash plugins: reads the one JSON object on stdin, writes the one on stdout.
#
#   source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
#   rune_init
#   service=$(rune_param service)        # or, without a fork: rune_param -v service service
#   rune_out service "$service"
#   rune_finish "checked"
#
# Needs bash 4.2 or newer and nothing else for texts up to 16 KiB: no subprocess. Larger ones are read by awk (any POSIX
# awk), with the same result to the byte; see the awk program below.
# After rune_init, stdout of the plugin and its commands goes to stderr; only the result reaches stdout.
# An EXIT trap of the plugin's own replaces the library's, which reports a plugin that ends without a result; rune_on_exit
# does not.

# An array element cannot come from the environment, so a parent's exported variable never looks like a loaded library.
if [[ ${__rune_loaded[1]-} == yes ]]; then
  return 0
fi
# With allexport on, the input and its secrets would end up in the environment of every command.
__rune_had_allexport=$-
set +a

unset RUNE_INPUT_JSON RUNE_MESSAGE_METADATA RUNE_OBSERVABILITY RUNE_INPUT_PARAMETERS_JSON RUNE_CONTEXT_JSON
unset __rune_loaded __rune_raw __rune_v __rune_hooks __rune_keys __rune_values __rune_kinds
unset __rune_initialised __rune_sent __rune_fd __rune_once __rune_r __rune_json __rune_why
unset __rune_err_code __rune_err_message __rune_died_status __rune_died_line __rune_main

# -g: the library may be sourced inside a function.
declare -ga __rune_loaded __rune_hooks __rune_keys __rune_values __rune_kinds
declare -gA __rune_v
declare -g RUNE_INPUT_JSON='' RUNE_MESSAGE_METADATA='{}' RUNE_OBSERVABILITY='{}'
declare -g RUNE_INPUT_PARAMETERS_JSON='{}' RUNE_CONTEXT_JSON='{}'
declare -g __rune_raw='' __rune_has_nul='' __rune_initialised='' __rune_sent='' __rune_fd=1 __rune_once=''
declare -g __rune_r='' __rune_json='' __rune_type='' __rune_why='' __rune_nul='' __rune_message_key=''
declare -g __rune_err_code='' __rune_err_message='' __rune_died_status='' __rune_died_line='' __rune_exit=''
declare -g __rune_main=$BASHPID
__rune_loaded=(lib yes)
__rune_hooks=() __rune_keys=() __rune_values=() __rune_kinds=()

declare -g __rune_number='^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$'
declare -g __rune_control=$'*[\x01-\x1f]*' __rune_high=$'*[\x80-\xff]*'
declare -g __rune_special=$'*[\x01-\x1f\x7f-\xff"\\\\]*'
# Lead bytes, then the sequences they may begin (RFC 3629: no overlong forms, no surrogates, nothing past U+10FFFF).
declare -ga __rune_utf8=(
  $'[\xc2-\xdf][\x80-\xbf]'
  $'\xe0[\xa0-\xbf][\x80-\xbf]' $'[\xe1-\xec\xee\xef][\x80-\xbf][\x80-\xbf]' $'\xed[\x80-\x9f][\x80-\xbf]'
  $'\xf0[\x90-\xbf][\x80-\xbf][\x80-\xbf]' $'[\xf1-\xf3][\x80-\xbf][\x80-\xbf][\x80-\xbf]'
  $'\xf4[\x80-\x8f][\x80-\xbf][\x80-\xbf]'
)

# Texts up to this size are read by bash alone; at this size awk's start costs less than bash's work.
declare -g __rune_small=16384
# Reads any POSIX awk (mawk, gawk, busybox), which treats numbers and escapes as text and so keeps them. jq cannot stand in
# for it: it joins duplicate keys, rewrites escapes and bytes that are not UTF-8, and before 1.7 the digits of numbers.
# Records are what lies between quotes. `out` holds what is not printed yet: joining into one long text would be quadratic.
# shellcheck disable=SC2016
declare -g __rune_awk='
function refuse(what) { flush(); print "\n!" what; refused = 1; exit }
function flush() { if (out != "") { printf "%s", out; printed += length(out); out = "" } }
function cut() { flush(); printf "\n."; cuts++ }
function keep(d, single, from) {
  flush()
  if (single) printf "\n=%s.%s\n.", section[d], rawkey[d]
  else printf "\n@%s.%d.%d.%s\n.", section[d], from, printed - from, rawkey[d]
  cuts++
}
function unexpected(token) { refuse("u" want at "." substr(token, 1, 40)) }
function hex(digits,   i, n) {
  n = 0; digits = tolower(digits)
  for (i = 1; i <= 4; i++) n = n * 16 + index("0123456789abcdef", substr(digits, i, 1)) - 1
  return n
}
# Bytes of a code point, for comparing keys only.
function bytes(n) {
  if (n < 128) return sprintf("%c", n)
  if (n < 2048) return sprintf("%c%c", 192 + int(n / 64), 128 + n % 64)
  if (n < 65536) return sprintf("%c%c%c", 224 + int(n / 4096), 128 + int(n / 64) % 64, 128 + n % 64)
  return sprintf("%c%c%c%c", 240 + int(n / 262144), 128 + int(n / 4096) % 64, 128 + int(n / 64) % 64, 128 + n % 64)
}
function decode(text,   done, at, c, n) {
  if (index(text, "\\u0000")) { done = text; gsub(/\\\\/, "", done); if (index(done, "\\u0000")) return text }
  done = ""
  while (at = index(text, "\\")) {
    c = substr(text, at + 1, 1)
    done = done substr(text, 1, at - 1)
    if (c == "u") {
      n = hex(substr(text, at + 2, 4))
      if (n >= 55296 && n <= 56319) {
        n = 65536 + (n - 55296) * 1024 + hex(substr(text, at + 8, 4)) - 56320
        at += 6
      }
      done = done bytes(n)
      text = substr(text, at + 6)
    } else {
      done = done ((c in plain) ? plain[c] : c)
      text = substr(text, at + 2)
    }
  }
  return done text
}
function bad_escape(text) {
  gsub(/\\["\\\/bfnrt]/, ".", text)
  if (!index(text, "\\")) return 0
  if (text ~ /\\u[dD][89a-fA-F]/) {
    gsub(/\\u[dD][89abAB][0-9a-fA-F][0-9a-fA-F]\\u[dD][c-fC-F][0-9a-fA-F][0-9a-fA-F]/, ".", text)
    if (text ~ /\\u[dD][89a-fA-F]/) return 1
  }
  gsub(/\\u[0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F]/, ".", text)
  return index(text, "\\")
}
# In windows, which a long text needs with some awks; one never ends within a sequence.
function bad_utf8(text,   size, n) {
  while (text != "") {
    size = 2048
    if (length(text) > size) {
      for (n = 0; n < 3 && substr(text, size + 1, 1) ~ /[\200-\277]/; n++) size--
      window = substr(text, 1, size)
      text = substr(text, size + 1)
    } else {
      window = text
      text = ""
    }
    if (window !~ /[\200-\377]/) continue
    gsub(/[\302-\337][\200-\277]/, "x", window)
    if (window !~ /[\200-\377]/) continue
    gsub(/\340[\240-\277][\200-\277]/, "x", window)
    gsub(/[\341-\354\356\357][\200-\277][\200-\277]/, "x", window)
    gsub(/\355[\200-\237][\200-\277]/, "x", window)
    gsub(/\360[\220-\277][\200-\277][\200-\277]/, "x", window)
    gsub(/[\361-\363][\200-\277][\200-\277][\200-\277]/, "x", window)
    gsub(/\364[\200-\217][\200-\277][\200-\277]/, "x", window)
    if (window ~ /[\200-\377]/) return 1
  }
  return 0
}
function named(text,   i, n, piece, whole) {
  n = split(text, piece, "\177")
  whole = piece[1]
  for (i = 2; i <= n; i++) whole = whole "\\u007f" piece[i]
  return whole
}
function ended() { want = depth ? "e" : "d" }
# In windows that end at a token: some awks take quadratic time to split a long text.
function structure(text,   size, window) {
  size = 2048
  while (length(text) > size) {
    window = substr(text, 1, size)
    if (match(window, /[][{},: \t\r\n][^][{},: \t\r\n]*$/)) {
      tokens_of(substr(window, 1, RSTART))
      text = substr(text, RSTART + 1)
      size = 2048
      if (length(out) > 4096) flush()
    } else size *= 2
  }
  tokens_of(text)
}
function tokens_of(text,   i, n, token, tokens) {
  if (index(text, "\001")) gsub(/\001/, "\002", text)
  if (index(text, "\177")) text = named(text)
  if (length(text) == 1 && text ~ /[][{},:]/) { tokens[1] = text; n = 1 }
  else {
    gsub(/[\t\r\n]/, " ", text)
    gsub(/[][{},:]/, " & ", text)
    n = split(text, tokens, / +/)
  }
  for (i = 1; i <= n; i++) {
    token = tokens[i]
    if (token == "") continue
    if (token == ",") {
      if (want != "e") unexpected(token)
      want = kind[depth] == "{" ? "K" : "v"
      out = out token
    } else if (token == ":") {
      if (want != "c") unexpected(token)
      want = "v"
      out = out token
    } else if (token == "{" || token == "[") {
      if (want != "v" && want != "E") unexpected(token)
      if (section[depth] != "") { cut(); start[depth] = printed; since[depth] = cuts }
      depth++
      kind[depth] = token
      object[depth] = ++objects
      section[depth] = token == "{" ? below() : ""
      want = token == "{" ? "k" : "E"
      out = out token
    } else if (token == "}" || token == "]") {
      if (!(token == "}" && (want == "k" || want == "e") && kind[depth] == "{") \
        && !(token == "]" && (want == "E" || want == "e") && kind[depth] == "[")) unexpected(token)
      out = out token
      depth--
      if (section[depth] != "") keep(depth, since[depth] == cuts, start[depth])
      ended()
    } else {
      if (want != "v" && want != "E") unexpected(token)
      if (token != "true" && token != "false" && token != "null" \
        && token !~ /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/) unexpected(token)
      if (section[depth] != "") { cut(); out = token; keep(depth, 1) }
      else out = out token
      ended()
    }
  }
}
# The section of the members of an object that opens now, one level below the member that it is.
function below() {
  if (depth == 1) return "t"
  if (depth == 2 && section[1] == "t")
    return key[1] in sections ? sections[key[1]] : ""
  if (depth == 3 && section[2] == "l")
    return key[2] == "input_parameters" ? "p" : key[2] == "context" ? "c" : ""
  return ""
}
function string(text,   decoded) {
  if (text ~ /[\001-\037]/) refuse("c")
  if (text ~ /[\200-\377]/ && bad_utf8(text)) refuse("8")
  if (index(text, "\\") && bad_escape(text)) refuse("s" text)
  if (index(text, "\177")) text = named(text)
  if (want == "v" || want == "E") {
    if (section[depth] != "") { cut(); out = "\"" text "\""; keep(depth, 1) }
    else out = out "\"" text "\""
    ended()
  } else if (want == "k" || want == "K") {
    decoded = index(text, "\\") ? decode(text) : text
    if ((object[depth], decoded) in seen) refuse("t" text)
    seen[object[depth], decoded] = 1
    key[depth] = decoded
    rawkey[depth] = text
    out = out "\"" text "\""
    want = "c"
  } else unexpected("\"" text "\"")
}
BEGIN {
  RS = "\""
  sections["message_metadata"] = "m"; sections["observability"] = "o"; sections["payload"] = "l"; sections["error"] = "e"
  plain["n"] = "\n"; plain["t"] = "\t"; plain["r"] = "\r"; plain["b"] = "\b"; plain["f"] = "\f"
  section[0] = ""; want = "v"
  # An awk that reads letters for bytes would refuse good text or pass bad text.
  if (length("\303\251") != 2 || "\303\251" !~ /^[\302-\337][\200-\277]$/ || bytes(233) != "\303\251") { refused = 1; exit }
  printf "."
}
!inside {
  if (held_size) { string(held); at += held_size; held_size = 0 }
  structure($0)
  at += length($0) + 1
  inside = 1
  if (length(out) > 4096) flush()
  next
}
# A string waits for the record behind its closing quote. A quote behind an odd run of backslashes belongs to the string.
/\\$/ && match($0, /\\+$/) && RLENGTH % 2 {
  part = part $0 "\""
  if (length(part) > 4096) { long = long part; part = "" }
  at += length($0) + 1
  next
}
{
  held = long part $0
  held_size = length($0) + 1
  long = part = ""
  inside = 0
}
END {
  if (refused) exit
  if (held_size || long part != "") refuse("o")
  if (want != "d") refuse(printed + length(out) + cuts ? "e" : "0")
  flush()
  print "\n$"
}'

# ---------------------------------------------------------------- public: input

# Reads and checks the input, protects stdout, and makes sure that a plugin that dies still reports an error.
rune_init() {
  if [[ $__rune_initialised == yes ]]; then
    return 0
  fi
  __rune_initialised=yes
  if [[ $BASHPID == "$__rune_main" ]]; then
    exec 1>&2
    set -E
    # shellcheck disable=SC2154
    trap '__rune_note "$?" "$LINENO" "${FUNCNAME[0]-}" "$BASH_COMMAND"' ERR
  fi
  local __rune_status=0
  __rune_do __rune_read_input 2>/dev/null || __rune_status=$?
  if ((__rune_status > 0)); then
    __rune_quote_now "$__rune_why"
    if ((__rune_status == 2)); then
      __rune_send_error 2 "the input cannot be read: $__rune_why" "{\"reason\":$__rune_r}"
    fi
    __rune_send_error 1 "invalid input: $__rune_why" "{\"reason\":$__rune_r}"
  fi
}

# rune_param [-v VAR] KEY [DEFAULT]: text; DEFAULT only when KEY is absent. With -v into VAR, without a fork.
rune_param() { __rune_access p text "$@"; }
# rune_param_json [-v VAR] KEY [DEFAULT_JSON]: compact JSON; `null` when absent without a default.
rune_param_json() { __rune_access p json "$@"; }
rune_all_params() { __rune_ready && printf '%s\n' "${__rune_v[l.input_parameters]-"{}"}"; }
rune_ctx() { __rune_access c text "$@"; }
rune_ctx_json() { __rune_access c json "$@"; }
rune_all_ctx() { __rune_ready && printf '%s\n' "${__rune_v[l.context]-"{}"}"; }
# rune_meta KEY [DEFAULT]: from message_metadata, else from observability.
rune_meta() { __rune_access mo text "$@"; }
rune_obs() { __rune_access o text "$@"; }

# True when the caller asked for a dry run.
rune_dry_run() {
  __rune_ready
  [[ ${__rune_v[c.dry_run]-} == true || ${__rune_v[c.dry_run]-} == '"true"' ]]
}

# ---------------------------------------------------------------- public: output

# rune_ok MESSAGE [DATA_JSON]: success; exits 0.
rune_ok() {
  __rune_ready
  __rune_send_ok "${1-}" "${2-}"
}

# rune_error CODE MESSAGE [DETAILS_JSON]: failure; exits CODE, or 100 when CODE does not fit an exit status.
rune_error() {
  __rune_ready
  __rune_send_error "${1-}" "${2-}" "${3-}"
}
rune_fail() { rune_error "$@"; }

# rune_ok_kv MESSAGE k=v ...: as rune_ok; every value is a string.
rune_ok_kv() {
  __rune_ready
  __rune_pairs "${@:2}"
  __rune_send_ok "${1-}" "$__rune_r"
}

# rune_error_kv CODE MESSAGE k=v ...: as rune_error; every value is a string.
rune_error_kv() {
  __rune_ready
  __rune_pairs "${@:3}"
  __rune_send_error "${1-}" "${2-}" "$__rune_r"
}
rune_fail_kv() { rune_error_kv "$@"; }

# rune_out k=v | rune_out k v: collects a string for rune_finish; a later value replaces an earlier one.
rune_out() {
  case $# in
    1) __rune_collect "${1%%=*}" text "${1#"${1%%=*}"}" ;;
    2) __rune_collect "$1" text "=$2" ;;
    *)
      printf 'rune_out: expected KEY=VALUE or KEY VALUE, got %d words\n' "$#" >&2
      return 1
      ;;
  esac
}

# rune_out_json KEY JSON: collects a number, boolean, list or object; returns 1 when JSON is not valid.
rune_out_json() {
  if [[ $# -ne 2 ]] || ! __rune_inspect "$2"; then
    printf 'rune_out_json %s: expected KEY JSON: %s\n' "${1-}" "$__rune_why" >&2
    return 1
  fi
  __rune_collect "$1" json "=$__rune_json"
}

# rune_err CODE MESSAGE: records a failure for rune_finish; the last one recorded is reported.
rune_err() {
  __rune_err_code=${1-} __rune_err_message=${*:2}
  : "${__rune_err_code:=100}" "${__rune_err_message:=error}"
}

# rune_finish [MESSAGE]: emits what was collected, as success or as the recorded error's details.
rune_finish() {
  __rune_ready
  local __rune_i __rune_out=''
  for ((__rune_i = 0; __rune_i < ${#__rune_keys[@]}; __rune_i++)); do
    __rune_quote_now "${__rune_keys[__rune_i]}"
    __rune_out+=",$__rune_r:"
    if [[ ${__rune_kinds[__rune_i]} == json ]]; then
      __rune_out+=${__rune_values[__rune_i]}
    else
      __rune_quote_now "${__rune_values[__rune_i]}"
      __rune_out+=$__rune_r
    fi
  done
  __rune_out="{${__rune_out#,}}"
  if [[ -n $__rune_err_code ]]; then
    __rune_send_error "$__rune_err_code" "$__rune_err_message" "$__rune_out"
  fi
  __rune_send_ok "${1-success}" "$__rune_out"
}

# rune_emit JSON [EXIT]: checks a complete BPCS message and emits it; EXIT has to agree with it.
rune_emit() {
  __rune_ready
  local __rune_exit='' __rune_given=${2-}
  if ! __rune_do __rune_check_message "${1-}" 2>/dev/null; then
    __rune_quote_now "$__rune_why"
    __rune_send_error 100 "rune_emit: not a BPCS message: $__rune_why" "{\"reason\":$__rune_r}"
  fi
  if [[ -n $__rune_given && $__rune_given != "$__rune_exit" ]]; then
    if [[ $__rune_exit == 0 ]]; then
      __rune_quote_now "$__rune_given"
      __rune_send_error 100 "rune_emit: a success message with exit status $__rune_given" "{\"exit_status\":$__rune_r}"
    fi
    printf 'rune_emit: exit status %s does not agree with the message; using %s\n' "$__rune_given" "$__rune_exit" >&2
  fi
  __rune_send "$__rune_json" "$__rune_exit"
}

# rune_quote [-v VAR] TEXT: TEXT as a JSON string with its quotes.
rune_quote() {
  if [[ $# -ge 3 && $1 == -v ]]; then
    __rune_quote_now "$3"
    printf -v "$2" %s "$__rune_r"
  else
    __rune_quote_now "${1-}"
    printf '%s\n' "$__rune_r"
  fi
}

# rune_on_exit COMMAND: runs COMMAND (one shell string) when the plugin ends, however it ends.
rune_on_exit() { __rune_hooks+=("$1"); }

# ---------------------------------------------------------------- shell state

# Runs an internal function under known options and in the C locale, whatever the plugin has set, then restores them.
# Callers send stderr to /dev/null: with a locale that the node lacks, bash warns each time LC_ALL is restored.
__rune_do() {
  local __rune_options=$- __rune_status=0 __rune_nocase='' LC_ALL=C IFS=' '
  set +aeuxE -f
  if shopt -q nocasematch; then
    __rune_nocase=yes
    shopt -u nocasematch
  fi
  if "$@"; then __rune_status=0; else __rune_status=$?; fi
  if [[ -n $__rune_nocase ]]; then shopt -s nocasematch; fi
  [[ $__rune_options == *f* ]] || set +f
  [[ $__rune_options != *a* ]] || set -a
  [[ $__rune_options != *u* ]] || set -u
  [[ $__rune_options != *E* ]] || set -E
  [[ $__rune_options != *x* ]] || set -x
  [[ $__rune_options != *e* ]] || set -e
  return "$__rune_status"
}

__rune_quote_now() { __rune_do __rune_quote "$1" 2>/dev/null; }

# A missing rune_init does no harm. In a subshell, $(rune_param x) included, only that subshell gets ready.
__rune_ready() {
  if [[ $__rune_initialised != yes ]]; then
    rune_init
  fi
}

# __rune_note STATUS LINE FUNCTION COMMAND: keeps the line of a failed command, for the report of a plugin that dies.
__rune_note() {
  if [[ $3 == __rune_* || $3 == rune_* ]]; then
    return 0
  fi
  __rune_died_status=$1 __rune_died_line=$2
  if [[ $- != *e* || $BASHPID != "$__rune_main" ]]; then
    return 0
  fi
  # The shell is about to exit. Where the plugin's own EXIT trap has replaced ours, this is the last chance to report;
  # a trap that calls the library reports by itself.
  __rune_r=$(trap -p EXIT)
  if [[ $__rune_r != *rune_* ]]; then
    __rune_at_exit "$1" "$4"
  fi
}

__rune_at_exit() {
  local __rune_hook __rune_message __rune_details
  set +eu
  trap - ERR
  if [[ $BASHPID != "$__rune_main" ]]; then
    return
  fi
  for __rune_hook in "${__rune_hooks[@]}"; do
    eval "$__rune_hook"
  done
  if [[ -n $__rune_sent || ( $__rune_initialised != yes && ( $1 == 0 || -z $__rune_raw ) ) ]]; then
    exit "$1"
  fi
  __rune_ready
  __rune_message='the plugin ended without a result'
  __rune_details="\"exit_status\":$1"
  if [[ $1 == 0 ]]; then
    # A signal that ends the shell leaves the last command's status.
    __rune_message+=', at its end or by a signal'
  else
    __rune_message+=": exit status $1"
    if [[ $__rune_died_status == "$1" ]]; then
      __rune_message+=", line $__rune_died_line"
      __rune_details+=",\"line\":$__rune_died_line"
    fi
    __rune_message+=": ${2:0:200}"
    __rune_quote_now "${2:0:1000}"
    __rune_details+=",\"command\":$__rune_r"
  fi
  __rune_died_status=$1
  __rune_send_error 100 "$__rune_message" "{$__rune_details}"
}

# ---------------------------------------------------------------- input

__rune_read_input() {
  if [[ -n $__rune_has_nul ]]; then
    # For the ids that stand before it.
    __rune_scan "$__rune_raw"
    __rune_why='stdin holds a NUL byte'
    return 1
  fi
  if [[ $__rune_raw != *[!$' \t\r\n']* ]]; then
    __rune_why='stdin is empty, expected one BPCS JSON object'
    return 1
  fi
  local section status
  # On a syntax error the fields read so far stay, so that the error still carries the caller's ids.
  __rune_scan "$__rune_raw" || {
    status=$?
    ((status == 1)) || __rune_find_ids
    return "$status"
  }
  if [[ $__rune_type != '{' ]]; then
    __rune_why="expected a JSON object, found ${__rune_json:0:40}"
    return 1
  fi
  for section in t.message_metadata t.payload t.observability l.input_parameters l.context; do
    case ${__rune_v[$section]-} in
      '' | '{'*) ;;
      null) unset -v "__rune_v[$section]" ;;
      *)
        __rune_why="${section#*.} is not a JSON object"
        return 1
        ;;
    esac
  done
  RUNE_INPUT_JSON=$__rune_json
  RUNE_MESSAGE_METADATA=${__rune_v[t.message_metadata]-"{}"}
  RUNE_OBSERVABILITY=${__rune_v[t.observability]-"{}"}
  RUNE_INPUT_PARAMETERS_JSON=${__rune_v[l.input_parameters]-"{}"}
  RUNE_CONTEXT_JSON=${__rune_v[l.context]-"{}"}
}

# The caller's ids for the error, from an input that cannot be read whole: where writers put them, in its first and in its
# last member.
__rune_find_ids() {
  local why=$__rune_why tail=${__rune_raw: -2048}
  __rune_scan_here "${__rune_raw:0:2048}"
  unset -v '__rune_v[l.input_parameters]'
  if [[ $tail == *'"observability"'* ]] && ! __rune_scan_here "{\"observability\"${tail##*'"observability"'}"; then
    # It was a member of something else.
    unset -v '__rune_v[o.trace_id]' '__rune_v[o.span_id]'
  fi
  __rune_why=$why
}

# __rune_access SECTIONS text|json [-v VAR] KEY [DEFAULT]
__rune_access() {
  __rune_ready
  local __rune_sections=$1 __rune_kind=$2 __rune_var='' __rune_section __rune_found=''
  shift 2
  if [[ $# -ge 3 && $1 == -v ]]; then
    __rune_var=$2
    shift 2
  fi
  while [[ -n $__rune_sections && -z $__rune_found ]]; do
    __rune_section=${__rune_sections:0:1} __rune_sections=${__rune_sections:1}
    if [[ -n ${__rune_v["$__rune_section.${1-}"]+x} ]]; then
      __rune_found=yes
      __rune_r=${__rune_v["$__rune_section.$1"]}
    fi
  done
  if [[ -z $__rune_found ]]; then
    __rune_r=${2-}
    if [[ $__rune_kind == json && $# -lt 2 ]]; then __rune_r=null; fi
  elif [[ $__rune_kind == text && $__rune_r == '"'* ]]; then
    __rune_r=${__rune_r:1:${#__rune_r}-2}
    if [[ $__rune_r == *\\* ]]; then
      __rune_do __rune_decode "$__rune_r" 2>/dev/null
      if [[ -n $__rune_nul ]]; then
        __rune_send_error 1 "invalid input: the value of $1 holds a NUL character, which a shell cannot keep" ''
      fi
    fi
  fi
  if [[ -n $__rune_var ]]; then
    printf -v "$__rune_var" %s "$__rune_r"
  else
    printf '%s\n' "$__rune_r"
  fi
}

# ---------------------------------------------------------------- JSON

# Checks one JSON text. Sets __rune_json (compact), __rune_type (first character) and __rune_v (members of the object's
# upper levels, as compact JSON); or returns 1 with __rune_why. Returns 2 when the text is longer than bash reads in good
# time and nothing else is there to read it.
__rune_scan() {
  __rune_json='' __rune_type='' __rune_why=''
  if ((${#1} <= __rune_small)); then
    # Not a bare return, which in a trap's functions gives the status from before the trap.
    __rune_scan_here "$1"
  else
    __rune_scan_outside "$1"
  fi
}

# __rune_scan without a subprocess. The text is split once at its quotes and each part is looked at once.
__rune_scan_here() {
  local text=$1 part tokens token string decoded value want=v high='' run i j n piece=0 depth=0 objects=0
  local key1='' key2='' key3=''
  local -a parts pieces=() kind=() start=() object=() plain=(yes)
  local -A seen=()
  # Bash uses the bytes 0x01 and 0x7f itself while it splits words. The first is as wrong as any control character; the
  # second may stand in strings only, where its escape says the same.
  text=${text//$'\x01'/$'\x02'}
  if [[ $text == *$'\x7f'* ]]; then
    if [[ $text == *$'\\\x7f'* ]]; then
      __rune_why='a bad escape in a string'
      return 1
    fi
    text=${text//$'\x7f'/"\\u007f"}
  fi
  # shellcheck disable=SC2053
  [[ $text != $__rune_high ]] || high=yes
  # The newline keeps the last part: splitting drops an empty one.
  IFS='"'
  # shellcheck disable=SC2206
  parts=($text$'\n')
  n=${#parts[@]}

  for ((i = 0; i < n; i++)); do
    part=${parts[i]//[$' \t\r\n']/}
    case $part in
      '') tokens=() ;;
      [,:{}] | '[' | ']') tokens=("$part") ;;
      *)
        part=${parts[i]//[$'\t\r\n']/ }
        part=${part//,/ , } part=${part//:/ : }
        part=${part//'{'/' { '} part=${part//'}'/' } '}
        part=${part//'['/' [ '} part=${part//']'/' ] '}
        IFS=' '
        # shellcheck disable=SC2206
        tokens=($part)
        ;;
    esac

    for token in "${tokens[@]}"; do
      value=''
      case $token in
        ,)
          [[ $want == e ]] || { __rune_unexpected "$token"; return 1; }
          if [[ ${kind[depth]} == '{' ]]; then want=K; else want=v; fi
          pieces[piece++]=,
          continue
          ;;
        :)
          [[ $want == c ]] || { __rune_unexpected "$token"; return 1; }
          want=v
          pieces[piece++]=:
          continue
          ;;
        '{' | '[')
          [[ $want == [vE] ]] || { __rune_unexpected "$token"; return 1; }
          depth=$((depth + 1))
          kind[depth]=$token start[depth]=$piece object[depth]=$((++objects)) plain[depth]=''
          if [[ $token == '{' ]]; then
            plain[depth]=${plain[depth - 1]}
            want=k
          else
            want=E
          fi
          pieces[piece++]=$token
          continue
          ;;
        '}' | ']')
          case $want${kind[depth]-}$token in
            [ke]'{}' | [Ee]'[]') ;;
            *) __rune_unexpected "$token"; return 1 ;;
          esac
          pieces[piece++]=$token
          if ((depth <= 4)); then
            IFS=''
            value="${pieces[*]:start[depth]:piece-start[depth]}"
          fi
          depth=$((depth - 1))
          ;;
        *)
          [[ $want == [vE] ]] || { __rune_unexpected "$token"; return 1; }
          if [[ $token != true && $token != false && $token != null && ! $token =~ $__rune_number ]]; then
            __rune_unexpected "$token"
            return 1
          fi
          value=$token
          pieces[piece++]=$token
          ;;
      esac
      if ((depth == 0)); then want=d; else want=e; fi
      if ((depth <= 3)); then __rune_keep; fi
    done

    # Every second part is a string; a quote behind an odd run of backslashes belongs to it.
    if ((i + 1 >= n)); then
      continue
    fi
    i=$((i + 1))
    if ((i >= n)); then break; fi
    string=${parts[i]}
    if [[ $string == *\\ ]]; then
      j=$i
      local -a joined=("$string")
      while run=${parts[j]##*[!\\]}; ((${#run} % 2 == 1)); do
        j=$((j + 1))
        if ((j >= n - 1)); then
          __rune_why='a string is not closed'
          return 1
        fi
        joined+=('"' "${parts[j]}")
      done
      IFS=''
      string="${joined[*]}"
      i=$j
    fi
    if ((i == n - 1)); then
      __rune_why='a string is not closed'
      return 1
    fi
    # shellcheck disable=SC2053
    if [[ $string == $__rune_control ]]; then
      __rune_why='a raw control character in a string'
      return 1
    fi
    if [[ -n $high ]] && ! __rune_is_utf8 "$string"; then
      __rune_why='a string is not valid UTF-8'
      return 1
    fi
    decoded=$string
    if [[ $string == *\\* ]]; then
      if ! __rune_decode "$string"; then
        return 1
      fi
      decoded=$__rune_r
      # A NUL cannot be held; the escaped form is as unique.
      [[ -z $__rune_nul ]] || decoded=$string
    fi
    pieces[piece++]="\"$string\""
    case $want in
      [vE])
        value="\"$string\""
        if ((depth == 0)); then want=d; else want=e; fi
        if ((depth <= 3)); then __rune_keep; fi
        ;;
      [kK])
        if [[ -n ${seen["${object[depth]}.$decoded"]+x} ]]; then
          __rune_why="the key \"${string:0:100}\" occurs twice in one object"
          return 1
        fi
        seen["${object[depth]}.$decoded"]=1
        want=c
        case $depth in 1) key1=$decoded ;; 2) key2=$decoded ;; 3) key3=$decoded ;; esac
        ;;
      *)
        __rune_unexpected "\"${string:0:40}\""
        return 1
        ;;
    esac
  done
  if [[ $want != d ]]; then
    if ((piece == 0)); then
      __rune_why='empty text, expected JSON'
    else
      __rune_why='the JSON text ends too early'
    fi
    return 1
  fi
  IFS=''
  __rune_json="${pieces[*]}"
  __rune_type=${__rune_json:0:1}
}

# __rune_scan by awk. The program writes lines, which cannot be confused: compact JSON has no newline in it.
#   .TEXT            the next piece of the compact JSON
#   =S.KEY           the piece before is the value of KEY in section S of __rune_v; KEY is still escaped
#   @S.AT.SIZE.KEY   so is a part of the whole JSON
#   !WHAT            what is wrong, in the words of __rune_scan_here
#   $                the end
__rune_scan_outside() {
  local text=$1 awk out line piece='' key at size want end=''
  local -a lines pieces=() parts=()
  awk=$(type -P awk) || awk=''
  if [[ -z $awk ]]; then
    __rune_why="the input has ${#text} bytes; more than $__rune_small need awk, which this node lacks"
    return 2
  fi
  if [[ $text == *$'\\\x7f'* ]]; then
    __rune_why='a bad escape in a string'
    return 1
  fi
  # A pipe and not a here-string, which bash keeps in a file: the text may hold secrets.
  out=$(printf '%s\n' "$text" | LC_ALL=C "$awk" "$__rune_awk")
  IFS=$'\n'
  # shellcheck disable=SC2206
  lines=($out)
  for line in "${lines[@]}"; do
    case $line in
      .*)
        piece=${line:1}
        pieces+=("$piece")
        ;;
      =*)
        __rune_unescaped "${line:1}"
        __rune_v["$__rune_r"]=$piece
        ;;
      @*)
        parts+=("${line:1}")
        ;;
      *) end=$line ;;
    esac
  done
  IFS=''
  text="${pieces[*]}"
  for line in "${parts[@]}"; do
    key=${line#*.*.*.} at=${line#*.} size=${line#*.*.}
    __rune_unescaped "${line%%.*}.$key"
    __rune_v["$__rune_r"]=${text:${at%%.*}:${size%%.*}}
  done
  if [[ $end == '$' ]]; then
    __rune_json=$text __rune_type=${text:0:1}
    return 0
  fi
  line=${end:2}
  case $end in
    '!c'*) __rune_why='a raw control character in a string' ;;
    '!8'*) __rune_why='a string is not valid UTF-8' ;;
    '!o'*) __rune_why='a string is not closed' ;;
    '!e'*) __rune_why='the JSON text ends too early' ;;
    '!0'*) __rune_why='empty text, expected JSON' ;;
    '!t'*) __rune_why="the key \"${line:0:100}\" occurs twice in one object" ;;
    '!s'*) __rune_decode "$line" ;;
    '!u'*)
      want=${line:0:1} line=${line:1}
      __rune_unexpected "${line#*.}" "${line%%.*}"
      ;;
    *)
      __rune_why="the input has ${#1} bytes, and $awk, which has to read more than $__rune_small, failed on it"
      return 2
      ;;
  esac
  return 1
}

# A SECTION.KEY with its escapes decoded, into __rune_r; a key with a NUL stays as it is, as in __rune_scan_here.
__rune_unescaped() {
  __rune_r=$1
  if [[ $1 == *\\* ]]; then
    __rune_decode "$1"
    [[ -z $__rune_nul ]] || __rune_r=$1
  fi
}

# Files the value that __rune_scan_here has just finished, where it is a member of an object that only objects enclose.
__rune_keep() {
  [[ -n ${plain[depth]} ]] || return 0
  case $depth in
    1) __rune_v["t.$key1"]=$value ;;
    2)
      case $key1 in
        message_metadata) __rune_v["m.$key2"]=$value ;;
        observability) __rune_v["o.$key2"]=$value ;;
        payload) __rune_v["l.$key2"]=$value ;;
        error) __rune_v["e.$key2"]=$value ;;
      esac
      ;;
    3)
      case $key1.$key2 in
        payload.input_parameters) __rune_v["p.$key3"]=$value ;;
        payload.context) __rune_v["c.$key3"]=$value ;;
      esac
      ;;
  esac
}

# __rune_unexpected TOKEN [AT]: says what was found and where, in the variables of __rune_scan_here.
__rune_unexpected() {
  local at=${2-} k expected
  if [[ -z $at ]]; then
    at=0
    for ((k = 0; k < i; k++)); do
      at=$((at + ${#parts[k]} + 1))
    done
  fi
  case $want in
    v) expected='a value' ;;
    E) expected='a value or ]' ;;
    k) expected='a key or }' ;;
    K) expected='a key' ;;
    c) expected=':' ;;
    e) expected=', or a closing bracket' ;;
    d)
      __rune_why="text after the JSON value, near byte $at: ${1:0:40}"
      return 0
      ;;
  esac
  __rune_why="bad JSON near byte $at: expected $expected, found ${1:0:40}"
}

# The text of a JSON string without its quotes, into __rune_r; __rune_nul is set when it holds a NUL, which is left out.
__rune_decode() {
  # shellcheck disable=SC2141
  local IFS=$'\\' escape code pair=0 character out=() literal=''
  local -a fields
  __rune_nul=''
  # The x keeps the last field: splitting drops an empty one.
  # shellcheck disable=SC2206
  fields=($1x)
  for escape in "${fields[@]}"; do
    if ((${#out[@]} == 0)) || [[ -n $literal ]]; then
      # The empty first element keeps the text before the first escape from being read as one.
      out+=("$escape" '')
      literal=''
      continue
    fi
    if ((pair)) && [[ $escape != u[dD][c-fC-F][0-9a-fA-F][0-9a-fA-F]* ]]; then
      __rune_why='half of a surrogate pair in a string'
      return 1
    fi
    case $escape in
      '')
        out+=(\\)
        literal=yes
        ;;
      [\"/]*) out+=("$escape") ;;
      n*) out+=($'\n' "${escape:1}") ;;
      t*) out+=($'\t' "${escape:1}") ;;
      r*) out+=($'\r' "${escape:1}") ;;
      b*) out+=($'\b' "${escape:1}") ;;
      f*) out+=($'\f' "${escape:1}") ;;
      u[0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F]*)
        code=$((16#${escape:1:4}))
        if ((pair)); then
          code=$((0x10000 + ((pair - 0xD800) << 10) + code - 0xDC00)) pair=0
        elif ((code >= 0xDC00 && code <= 0xDFFF)); then
          __rune_why='half of a surrogate pair in a string'
          return 1
        elif ((code >= 0xD800 && code <= 0xDBFF)); then
          if ((${#escape} != 5)); then
            __rune_why='half of a surrogate pair in a string'
            return 1
          fi
          pair=$code
          continue
        fi
        if ((code == 0)); then
          __rune_nul=yes character=''
        elif ((code < 0x80)); then
          printf -v character '\\x%02x' "$code"
        elif ((code < 0x800)); then
          printf -v character '\\x%02x\\x%02x' $((0xC0 | code >> 6)) $((0x80 | code & 63))
        elif ((code < 0x10000)); then
          printf -v character '\\x%02x\\x%02x\\x%02x' \
            $((0xE0 | code >> 12)) $((0x80 | code >> 6 & 63)) $((0x80 | code & 63))
        else
          printf -v character '\\x%02x\\x%02x\\x%02x\\x%02x' \
            $((0xF0 | code >> 18)) $((0x80 | code >> 12 & 63)) $((0x80 | code >> 6 & 63)) $((0x80 | code & 63))
        fi
        printf -v character %b "$character"
        out+=("$character" "${escape:5}")
        ;;
      *)
        __rune_why="a bad escape in a string: \\${escape:0:1}"
        return 1
        ;;
    esac
  done
  IFS=''
  __rune_r="${out[*]}"
  __rune_r=${__rune_r%x}
}

__rune_is_utf8() {
  local text=$1 sequence
  # shellcheck disable=SC2053
  [[ $text == $__rune_high ]] || return 0
  # A replaced sequence leaves a letter behind, so its neighbours cannot join into a new one.
  for sequence in "${__rune_utf8[@]}"; do
    text=${text//$sequence/x}
  done
  # shellcheck disable=SC2053
  [[ $text != $__rune_high ]]
}

# Replaces each byte that is not part of valid UTF-8 by U+FFFD, into __rune_r.
__rune_repair() {
  local text=$1 i j n window sequence size
  local -a out=()
  n=${#text}
  # In windows: bash measures a whole string for each substring taken from it.
  for ((i = 0; i < n; i += j)); do
    window=${text:i:515}
    for ((j = 0; j < 512 && i + j < n; j += size)); do
      sequence=${window:j:4} size=1
      case $sequence in
        [$'\x01'-$'\x7f']*) ;;
        [$'\xc2'-$'\xdf'][$'\x80'-$'\xbf']*) size=2 ;;
        $'\xe0'[$'\xa0'-$'\xbf'][$'\x80'-$'\xbf']* | \
          [$'\xe1'-$'\xec\xee\xef'][$'\x80'-$'\xbf'][$'\x80'-$'\xbf']* | \
          $'\xed'[$'\x80'-$'\x9f'][$'\x80'-$'\xbf']*) size=3 ;;
        $'\xf0'[$'\x90'-$'\xbf'][$'\x80'-$'\xbf'][$'\x80'-$'\xbf'] | \
          [$'\xf1'-$'\xf3'][$'\x80'-$'\xbf'][$'\x80'-$'\xbf'][$'\x80'-$'\xbf'] | \
          $'\xf4'[$'\x80'-$'\x8f'][$'\x80'-$'\xbf'][$'\x80'-$'\xbf']) size=4 ;;
        *)
          out+=($'\xef\xbf\xbd')
          continue
          ;;
      esac
      out+=("${sequence:0:size}")
    done
  done
  local IFS=''
  __rune_r="${out[*]}"
}

# TEXT as a JSON string with its quotes, into __rune_r.
__rune_quote() {
  local text=$1 code character escaped
  # shellcheck disable=SC2053
  if [[ $text == $__rune_special ]]; then
    if ! __rune_is_utf8 "$text"; then
      __rune_repair "$text"
      text=$__rune_r
    fi
    text=${text//\\/"\\\\"}
    text=${text//\"/"\\\""}
    # shellcheck disable=SC2053
    if [[ $text == $__rune_control || $text == *$'\x7f'* ]]; then
      text=${text//$'\n'/"\\n"}
      text=${text//$'\t'/"\\t"}
      text=${text//$'\r'/"\\r"}
      # shellcheck disable=SC2053
      if [[ $text == $__rune_control || $text == *$'\x7f'* ]]; then
        for code in {1..31} 127; do
          printf -v character '\\x%02x' "$code"
          printf -v character %b "$character"
          printf -v escaped '\\u%04x' "$code"
          text=${text//"$character"/"$escaped"}
        done
      fi
    fi
  fi
  __rune_r="\"$text\""
}

# __rune_scan for what the plugin made. The action has run, so a slow answer is better than none.
__rune_scan_output() {
  local status=0
  __rune_scan "$1" || status=$?
  if ((status == 2)); then
    __rune_v=()
    status=0
    __rune_scan_here "$1" || status=$?
  fi
  return "$status"
}

# Checks a JSON text that is not the input: sets __rune_json, __rune_type and __rune_message_key.
__rune_inspect() { __rune_do __rune_inspect_now "$1" 2>/dev/null; }
__rune_inspect_now() {
  local -A __rune_v=()
  __rune_message_key=''
  __rune_scan_output "$1" || return 1
  [[ -z ${__rune_v[t.message]+x} ]] || __rune_message_key=yes
}

# ---------------------------------------------------------------- output

__rune_collect() {
  local __rune_i
  if [[ -z $1 ]]; then
    return 0
  fi
  for ((__rune_i = 0; __rune_i < ${#__rune_keys[@]}; __rune_i++)); do
    if [[ "${__rune_keys[__rune_i]}" == "$1" ]]; then
      __rune_values[__rune_i]=${3#=} __rune_kinds[__rune_i]=$2
      return 0
    fi
  done
  __rune_keys+=("$1") __rune_values+=("${3#=}") __rune_kinds+=("$2")
}

# k=v ... as a JSON object of strings, into __rune_r.
__rune_pairs() { __rune_do __rune_pairs_now "$@" 2>/dev/null; }
__rune_pairs_now() {
  local pair key members=''
  local -A values=()
  local -a keys=()
  for pair in "$@"; do
    key=${pair%%=*}
    [[ -n $key ]] || continue
    [[ -n ${values["$key"]+x} ]] || keys+=("$key")
    pair=${pair#"$key"}
    values["$key"]=${pair#=}
  done
  for key in "${keys[@]}"; do
    __rune_quote "$key"
    members+=",$__rune_r:"
    __rune_quote "${values["$key"]}"
    members+=$__rune_r
  done
  __rune_r="{${members#,}}"
}

__rune_send_ok() {
  local __rune_data=${2:-"{}"} __rune_sep=,
  if ! __rune_inspect "$__rune_data" || [[ $__rune_type != '{' ]]; then
    __rune_data=${__rune_why:-not a JSON object}
    __rune_quote_now "$__rune_data"
    __rune_send_error 100 "the plugin's output data is not a JSON object: $__rune_data" "{\"reason\":$__rune_r}"
  fi
  __rune_data=$__rune_json
  if [[ -n $1 && -z $__rune_message_key ]]; then
    __rune_quote_now "$1"
    [[ $__rune_data != '{}' ]] || __rune_sep=''
    __rune_data="${__rune_data%\}}$__rune_sep\"message\":$__rune_r}"
  fi
  __rune_envelope "{\"result\":\"success\",\"output_data\":$__rune_data}" null
  __rune_send "$__rune_r" 0
}

__rune_send_error() {
  local __rune_code=$1 __rune_details=${3:-"{}"} __rune_status
  # 15 digits: what every JSON reader keeps exact.
  if [[ ! $__rune_code =~ ^[1-9][0-9]{0,14}$ ]]; then __rune_code=100; fi
  if ! __rune_inspect "$__rune_details"; then
    __rune_quote_now "$__rune_details"
    __rune_details="{\"text\":$__rune_r}"
  elif [[ $__rune_type != '{' ]]; then
    __rune_details="{\"value\":$__rune_json}"
  else
    __rune_details=$__rune_json
  fi
  __rune_quote_now "${2:-unspecified error}"
  __rune_status=$__rune_code
  if ((__rune_code > 255)); then __rune_status=100; fi
  __rune_envelope null "{\"code\":$__rune_code,\"message\":$__rune_r,\"details\":$__rune_details}"
  __rune_send "$__rune_r" "$__rune_status"
}

# The message with the caller's ids, into __rune_r.
__rune_envelope() {
  local __rune_field __rune_head='' __rune_ids='' TZ=UTC0
  for __rune_field in version message_id created_at correlation_id; do
    __rune_r=${__rune_v["m.$__rune_field"]-}
    if [[ $__rune_r != '"'* ]]; then
      case $__rune_field in
        version) __rune_r='"1.0"' ;;
        message_id) __rune_r='"unknown"' ;;
        created_at) printf -v __rune_r '"%(%Y-%m-%dT%H:%M:%S)T.000Z"' -1 ;;
        *) continue ;;
      esac
    fi
    __rune_head+=",\"$__rune_field\":$__rune_r"
  done
  for __rune_field in trace_id span_id; do
    __rune_r=${__rune_v["o.$__rune_field"]-}
    [[ $__rune_r == '"'* ]] || __rune_r='"unknown"'
    __rune_ids+=",\"$__rune_field\":$__rune_r"
  done
  __rune_r="{\"message_metadata\":{${__rune_head#,}},\"payload\":$1,\"observability\":{${__rune_ids#,}},\"error\":$2}"
}

# Writes the message, unless one has been written, and ends the shell. The plugin may do this in a subshell, whose
# variables its parent never sees: the right to write is one byte in a pipe that all of them share, and a subshell leaves
# its exit status there for the parent.
__rune_send() {
  local __rune_byte=1 __rune_left __rune_end=$2
  set +eu
  trap - ERR
  if [[ -n $__rune_sent ]]; then
    exit "$__rune_end"
  fi
  __rune_sent=yes
  if [[ -n $__rune_once ]]; then
    IFS= read -r -N 1 -u "$__rune_once" __rune_byte 2>/dev/null
  fi
  if [[ $__rune_byte == 1 ]]; then
    printf '%s\n' "$1" >&"$__rune_fd" || __rune_end=100
    if [[ $BASHPID != "$__rune_main" && -n $__rune_once ]]; then
      { printf '%s\n' "$__rune_end" >>"/proc/self/fd/$__rune_once"; } 2>/dev/null
    fi
  elif [[ $BASHPID == "$__rune_main" ]]; then
    # A subshell's message stands; the exit status has to agree with it. A success that failed later must not look well.
    while IFS= read -r -t 1 -u "$__rune_once" __rune_left; do
      if [[ $__rune_left == 0 ]]; then
        __rune_end=${__rune_died_status:-$__rune_end}
      elif [[ -n $__rune_left ]]; then
        __rune_end=$__rune_left
      fi
    done
  fi
  exit "$__rune_end"
}

# Sets __rune_exit and __rune_json for a complete message, or returns 1 with __rune_why.
__rune_check_message() {
  local -A __rune_v=()
  local field code
  __rune_scan_output "$1" || return 1
  for field in m.version m.message_id m.created_at o.trace_id o.span_id; do
    if [[ ${__rune_v[$field]-} != '"'* ]]; then
      __rune_why="${field#*.} is missing or not a string"
      return 1
    fi
  done
  if [[ ${__rune_v[t.error]-null} == null ]]; then
    if [[ ${__rune_v[l.result]-} != '"success"' ]]; then
      __rune_why='neither payload.result "success" nor an error'
      return 1
    fi
    __rune_exit=0
    return 0
  fi
  code=${__rune_v[e.code]-}
  if [[ ! $code =~ ^[1-9][0-9]{0,14}$ || ${__rune_v[e.message]-} != '"'* ]]; then
    __rune_why='error needs a code (an integer of 1 or more) and a message'
    return 1
  fi
  __rune_exit=$code
  if ((code > 255)); then __rune_exit=100; fi
}

# ---------------------------------------------------------------- at load

# The input is read here, not in rune_init: without rune_init, each $(rune_param x) is a subshell that would empty stdin
# for the next one. `read` returns 0 only when it met its delimiter, the NUL.
if [[ ! -t 0 ]]; then
  if LC_ALL=C IFS= read -r -d '' __rune_raw 2>/dev/null; then
    __rune_has_nul=yes
  fi
fi
{ exec {__rune_fd}>&1; } 2>/dev/null || __rune_fd=1
{ exec {__rune_once}<<<1; } 2>/dev/null || __rune_once=''
trap '__rune_at_exit "$?" "$BASH_COMMAND"' EXIT
if [[ $__rune_had_allexport == *a* ]]; then set -a; fi
