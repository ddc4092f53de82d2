# shellcheck shell=bash disable=SC2034 # what is set here is for the actions
# Turns what programs print into bounded lists of lines without secrets.

# shellcheck source=/dev/null
source "${RUNE_LIB%/*}/rune_node.sh"

incomplete=''
# Which lines are kept when there are too many: first or last.
keep=last

# mask: replaces what looks like a secret in the lines of stdin: the value of a word that names one, the password of a
# URL, and bearer tokens.
mask() {
  local name='[A-Za-z0-9_.-]*(pass(wd|word|phrase)?|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credential|auth|cookie|session|dsn)[A-Za-z0-9_.-]*'
  LC_ALL=C sed -E \
    -e "s#([a-z][a-z0-9+.-]*://)[^/@[:space:]]+@#\\1***@#Ig" \
    -e "s#\\b(bearer|basic)[[:space:]]+[A-Za-z0-9._~+/=-]{6,}#\\1 ***#Ig" \
    -e "s#(^|[^A-Za-z0-9])(${name}[\"']?[[:space:]]*[=:][[:space:]]*)(\"[^\"]*\"|'[^']*'|[^[:space:],;&\"']+)#\\1\\2***#Ig" \
    -e "s#(--?${name})[[:space:]]+[^[:space:]-][^[:space:]]*#\\1 ***#Ig" \
    -e "s#(\\bmysql[a-z]*\\b.*[[:space:]]-p)[^[:space:]]+#\\1***#Ig"
}

# lines VAR AT_MOST: the first or last lines of stdin as a JSON list.
lines() {
  local __line __json='' __quoted __end="tail"
  if [[ $keep == first ]]; then __end="head"; fi
  while IFS= read -r __line; do
    rune_quote -v __quoted "${__line:0:500}"
    __json+=",$__quoted"
  done < <(LC_ALL=C tr -d '\0' | LC_ALL=C cut -b 1-2000 | "$__end" -n "$2" | mask)
  printf -v "$1" '[%s]' "${__json#,}"
}

# collect VAR AT_MOST SECONDS COMMAND...: its output as a list; when it fails, its name and its words become a reason why
# the collection is not complete.
collect() {
  local __said __status=0 __file __end="tail"
  if [[ $keep == first ]]; then __end="head"; fi
  __file=$(mktemp "${TMPDIR:-/tmp}/rune-lines.XXXXXX") || rune_error_kv 2 "no temporary file can be made on this node" missing=space
  printf -v "$1" '[]'
  if ! command -v "$4" >/dev/null; then
    missed "$4 is not installed"
  else
    __said=$({ LC_ALL=C SYSTEMD_COLORS=0 timeout --foreground "$3" "${@:4}" 2>&3 | LC_ALL=C "$__end" -c 1048576 >"$__file"; } 3>&1; exit "${PIPESTATUS[0]}") || __status=$?
    lines "$1" "$2" <"$__file"
    __said=${__said%%$'\n'*}
    # 141: it was cut off because the rest is not wanted.
    if ((__status != 0 && __status != 141)); then
      missed "$4: ${__said:-ended with status $__status}"
    elif [[ $__said == Hint:* || $__said == *[Pp]ermission\ denied* ]]; then
      missed "$4: this account may not see all of it"
    fi
  fi
  rm -f -- "$__file"
}

missed() {
  local json
  rune_quote -v json "${1:0:300}"
  incomplete+=",$json"
}
