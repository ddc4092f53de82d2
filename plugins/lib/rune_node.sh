# shellcheck shell=bash disable=SC2034 # what is set here is for plugins
# What the shipped actions share: parameters that are checked again, and files in which the administrator of a node
# says what may be done there. A plugin sources it beside the library:
#
#   source "${RUNE_LIB%/*}/rune_node.sh"
#
# The files lie in /etc/rune/FOLDER/, or in ~/.config/rune/FOLDER/ of the account that runs the action. No parameter
# names a command or a path that is not in them.

declare -g NODE_FILE='' NODE_PLACE=''
declare -ga NODE_WORDS=()
declare -gA NODE=()

# node_text VAR KEY PATTERN WHAT [DEFAULT]: a parameter as text, or error 1.
node_text() {
  local __node_value
  rune_param -v __node_value "$2" "${5-}"
  if [[ ! $__node_value =~ $3 ]]; then
    rune_error_kv 1 "$2 has to be $4" "$2=${__node_value:0:200}"
  fi
  printf -v "$1" %s "$__node_value"
}

# node_number VAR KEY DEFAULT MIN MAX: a parameter as a whole number, or error 1.
node_number() {
  local __node_value
  rune_param -v __node_value "$2" "$3"
  if [[ ! $__node_value =~ ^(0|[1-9][0-9]{0,11})$ ]] || ((__node_value < $4 || __node_value > $5)); then
    rune_error_kv 1 "$2 has to be a whole number from $4 to $5" "$2=${__node_value:0:200}"
  fi
  printf -v "$1" %s "$__node_value"
}

# node_list VAR KEY: a list of plain words into the array VAR, or error 1. Plain: no quotes, backslashes or commas, which
# every word of a shipped schema is.
node_list() {
  local __node_json __node_words='' IFS=','
  local -a __node_list=()
  rune_param_json -v __node_json "$2" '[]'
  if [[ ! $__node_json =~ ^\[(\"[^\",\\]+\"(,\"[^\",\\]+\")*)?\]$ ]]; then
    rune_error_kv 1 "$2 has to be a list of words without quotes, backslashes and commas" "$2=${__node_json:0:200}"
  fi
  __node_words=${__node_json//[\"\[\]]/}
  set -f
  # shellcheck disable=SC2206 # split at the commas
  __node_list=($__node_words)
  set +f
  eval "$1"='("${__node_list[@]+"${__node_list[@]}"}")'
}

# node_need PROGRAM...: error 2 when one is missing.
node_need() {
  local program
  for program in "$@"; do
    if ! command -v "$program" >/dev/null; then
      rune_error_kv 2 "$program is not installed on this node" missing="$program"
    fi
  done
}

# Whether there is a journal of which this account can read something. journalctl ends well without one, so only an entry
# tells.
node_journal() {
  local entry
  entry=$(LC_ALL=C timeout --foreground 20 journalctl --no-pager --quiet --lines=1 --output=cat 2>/dev/null) && [[ -n $entry ]]
}

# node_file FOLDER NAME: sets NODE_FILE to the administrator's file of that name; 1 when there is none. Error 4 when
# somebody else than root or this account could have written it.
node_file() {
  local place
  NODE_FILE=''
  for place in /etc/rune "${HOME:-/nonexistent}/.config/rune"; do
    # With some settings of sudo, root has the home of another account.
    if [[ $place != /etc/rune && ! -O ${HOME:-/nonexistent} ]]; then continue; fi
    if [[ -e $place/$1/$2 || -L $place/$1/$2 ]]; then
      __node_trusted "$place/$1" directory 0022
      __node_trusted "$place/$1/$2" 'regular file' 0022
      NODE_FILE=$place/$1/$2
      return 0
    fi
  done
  return 1
}

__node_trusted() {
  local owner mode kind mask=$3
  IFS=: read -r owner mode kind < <(LC_ALL=C stat -c '%u:%a:%F' -- "$1" 2>/dev/null) || :
  # A group of one's own is what several distributions give to every account.
  if [[ $1 != /etc/* && $2 == directory ]]; then mask=0002; fi
  if [[ $kind != "$2" && $kind != "${2/file/empty file}" ]]; then
    rune_error_kv 4 "$1 has to be a $2, and is a ${kind:-file that cannot be read}" file="$1"
  fi
  if [[ $owner != 0 && $owner != "$EUID" ]]; then
    rune_error_kv 4 "$1 has to belong to root, and belongs to the user with id $owner" file="$1"
  fi
  if (((8#$mask & 8#$mode) != 0)); then
    rune_error_kv 4 "$1 can be written by others (mode $mode); chmod go-w" file="$1"
  fi
}

# node_settings KEY...: the lines KEY=VALUE of NODE_FILE into NODE; error 4 for a line that is none of them. Nothing in
# the file is run or expanded.
node_settings() {
  local line key known lines=0 wanted=" $* "
  NODE=()
  while IFS= read -r line || [[ -n $line ]]; do
    if ((++lines > 100)); then rune_error_kv 4 "$NODE_FILE has more than 100 lines" file="$NODE_FILE"; fi
    if [[ $line =~ ^[[:space:]]*(#.*)?$ ]]; then continue; fi
    key=${line%%=*}
    known=no
    if [[ $line == *=* && $key =~ ^[a-z_]+$ && $wanted == *" $key "* ]]; then known=yes; fi
    if [[ $known == no || -n ${NODE["$key"]+x} ]]; then
      rune_error_kv 4 "line $lines of $NODE_FILE is not one of these, once each: ${*/%/=...}" file="$NODE_FILE"
    fi
    NODE["$key"]=${line#*=}
  done <"$NODE_FILE" 2>/dev/null || rune_error_kv 4 "$NODE_FILE cannot be read" file="$NODE_FILE"
}

# node_place PATH: sets NODE_PLACE to it with ~/ replaced; 1 when it is not an absolute path without . and .. parts.
node_place() {
  NODE_PLACE=$1
  # shellcheck disable=SC2088 # the two letters as they stand in a file
  if [[ $1 == '~/'* ]]; then NODE_PLACE=$HOME/${1:2}; fi
  [[ $NODE_PLACE == /* && $NODE_PLACE/ != *//* && $NODE_PLACE/ != */./* && $NODE_PLACE/ != */../* ]]
}

# node_words KEY: the words of NODE[KEY] into NODE_WORDS, split at white space; ~/ at a word's start is the home. Error 4
# when the first is not the path of a program.
node_words() {
  local i
  read -r -a NODE_WORDS <<<"${NODE["$1"]-}"
  for ((i = 0; i < ${#NODE_WORDS[@]}; i++)); do
    # shellcheck disable=SC2088
    if [[ ${NODE_WORDS[i]} == '~/'* ]]; then NODE_WORDS[i]=$HOME/${NODE_WORDS[i]:2}; fi
  done
  if [[ ${NODE_WORDS[0]-} != /* || ! -x ${NODE_WORDS[0]-} || -d ${NODE_WORDS[0]-} ]]; then
    rune_error_kv 4 "$1 in $NODE_FILE has to begin with the absolute path of a program" file="$NODE_FILE" "$1=${NODE["$1"]-}"
  fi
}

# node_run SECONDS WORD...: runs a command of the administrator without the pipes of this action, which a daemon would
# keep open; its last output goes to NODE_SAID. Returns its status, 124 when it took too long.
node_run() {
  local limit=$1 log status=0
  shift
  log=$(mktemp "${TMPDIR:-/tmp}/rune-said.XXXXXX") || rune_error_kv 2 "no temporary file can be made on this node"
  (
    # Whatever the library has open; a daemon would keep it.
    for fd in /proc/self/fd/*; do
      fd=${fd##*/}
      if [[ $fd =~ ^[0-9]+$ ]] && ((fd > 2)); then eval "exec $fd>&-"; fi
    done 2>/dev/null
    trap - ERR EXIT
    # In the foreground, so that what stops this action stops the command too.
    exec timeout --foreground "$limit" "$@" </dev/null >"$log" 2>&1
  ) || status=$?
  NODE_SAID=$(LC_ALL=C tail -c 500 -- "$log" 2>/dev/null | tr -d '\0') || :
  rm -f -- "$log"
  return "$status"
}
declare -g NODE_SAID=''

# node_because: `: ` and the last line of NODE_SAID, for an error's message; nothing where it is empty.
node_because() {
  local said=$NODE_SAID
  while [[ $said == *[[:space:]] ]]; do said=${said%?}; done
  said=${said##*$'\n'}
  if [[ -n $said ]]; then printf ': %s' "${said:0:300}"; fi
}

# node_now_ms VAR: milliseconds since the machine started; no wall clock.
node_now_ms() {
  local __node_seconds __node_part
  IFS='. ' read -r __node_seconds __node_part _ </proc/uptime
  printf -v "$1" %d "$((__node_seconds * 1000 + 10#$__node_part * 10))"
}
