# shellcheck shell=bash
# RUNE launcher: runs one plugin on this node and answers in frames.
#
# The boot line (launcher.ts) reads it from stdin, checks its digest, and evaluates it in `bash -p`. What follows it
# in $b is the header (words) and the data (the plugin's files, then its stdin). Afterwards stdin is the control
# channel: lines `GO <nonce>` and `STOP <nonce>`; its end means that nobody listens any more.
#
# Answers, each a line that starts with 0x1e `RUNE1 <nonce>`; all else on stdout is noise of the login shell:
#   READY bash=.. boot=.. uid=..         nothing of the plugin has run, the launcher waits for GO
#   REFUSED <reason> <words>             nothing ran and nothing will
#   RESULT key=value ... bytes END       the plugin has ended; sizes and SHA-256 of the streams are in the line
#
# Processes are what a step costs the node, so builtins are used wherever bash 4.2 has them.

# Time is /proc/uptime in milliseconds: the wall clock may jump. Sets $now.
rune_now() {
  local up
  read -r up _ </proc/uptime
  now=$((10#${up%.*} * 1000 + 10#${up#*.} * 10))
}

rune_say() { printf '\n\036RUNE1 %s %s\n' "$nonce" "$*"; }

rune_refuse() {
  rune_say "REFUSED $*"
  [ -z "$entry" ] || rm -rf -- "$entry"
  exit 0
}

# A directory of this user that survives a logout. Sets $state, empty where there is none.
rune_state() {
  local candidate
  if [ "$EUID" = 0 ]; then set -- /var/lib/rune; else
    set -- "${XDG_STATE_HOME:-${HOME:-/nonexistent}/.local/state}/rune"
  fi
  for candidate in "$@" "/var/tmp/rune-$EUID"; do
    [ "${candidate#/}" != "$candidate" ] || continue
    # umask 077 makes every folder on the way 0700.
    [ -d "$candidate" ] || mkdir -p -- "$candidate" 2>/dev/null || continue
    if [ ! -L "$candidate" ] && [ -O "$candidate" ] && [ -w "$candidate" ]; then
      state=$candidate
      return
    fi
  done
  state=
}

# Keeps the first $stdout_cap bytes of stdin and counts all of them; the event is the bare count. The file size limit
# is the cap: at it tee drops the file and goes on counting. tee writes what it has read at once, so nothing is lost
# when a child of the plugin holds the pipe open for ever.
rune_keep_out() {
  trap '' XFSZ
  ulimit -f $((stdout_cap / 1024))
  exec tee -- "$entry/out" > >(exec wc -c)
}

# The same for stderr, and the last $stderr_end bytes too. Most plugins print nothing there, so the first byte decides
# whether any process is needed; bash cannot hold NUL, so NUL is the delimiter.
rune_keep_err() {
  local first rest=0
  if IFS= read -r -n 1 -d '' first; then
    if [ -n "$first" ]; then printf %s "$first"; else printf '\000'; fi >"$entry/err"
    trap '' XFSZ
    ulimit -f $((stderr_end / 1024))
    rest=$({ tee -a -- "$entry/err" /dev/fd/9 | tail -c "$stderr_end" >"$entry/tail"; } 9>&1 | wc -c)
    rest=$((rest + 1))
  fi
  printf 'err %s\n' "$rest"
}

# Starts the plugin in a process group of its own. Stdout is the event pipe:
#   pids <plugin> <control reader> <supervisor>, exit <status>, <size of stdout>, err <size of stderr>, ctl <line>
rune_supervise() {
  local out err plugin reader line
  {
    while IFS= read -r -u 4 line; do printf 'ctl %s\n' "$line"; done
    printf 'ctl EOF\n'
  } 2>/dev/null &
  reader=$!
  exec {out}> >(exec 4<&- && rune_keep_out)
  exec {err}> >(exec 4<&- {out}>&- && rune_keep_err)
  set -m
  (
    exec 4<&-
    cd /
    exec env -i PATH="$PATH" HOME="${HOME:-/}" USER="$user" LOGNAME="$user" LANG=C.UTF-8 \
      RUNE_LIB="$entry/files/rune_bpcs.sh" RUNE_RUN_KEY="$run_key" \
      "$interpreter" "$entry/files/$script"
  ) < <(printf %s "$input") >&"$out" 2>&"$err" {out}>&- {err}>&- &
  plugin=$!
  set +m
  exec {out}>&- {err}>&- 4<&-
  printf 'pids %s %s %s\n' "$plugin" "$reader" "$BASHPID"
  wait "$plugin"
  printf 'exit %s\n' "$?"
}

# Whether the plugin's process group has a living member. kill -0 would also count zombies that nobody reaps.
rune_group_lives() {
  local file line
  for file in /proc/[0-9]*/stat; do
    { read -r line <"$file"; } 2>/dev/null || continue
    # shellcheck disable=SC2086 # split into words on purpose; no globbing (set -f) but for the loop above
    set -- ${line##*) }
    [ "$3" = "$plugin" ] && [ "$1" != Z ] && return 0
  done
  return 1
}

# Waits until the group is gone, at most $1 ms.
rune_await_group() {
  local deadline
  rune_now
  deadline=$((now + $1))
  while set +f; rune_group_lives; do
    set -f
    rune_now
    ((now < deadline)) || return 1
    read -r -t 0.02 -u "$never" _
  done
  set -f
}

# TERM, grace, KILL to the plugin's group; $1 says why. Sets ended, signals, gone, survivors.
rune_stop() {
  ended=$1
  # A pipe that is open at both ends and never written to: read -t on it is a sleep without a process.
  exec {never}<> <(:)
  signals=TERM
  kill -TERM -- "-$plugin" 2>/dev/null
  if ! rune_await_group "$kill_grace"; then
    signals=TERM,KILL
    kill -KILL -- "-$plugin" 2>/dev/null
    rune_await_group 1000 || gone=no
  fi
  # What left the group still carries the public run marker in its environment.
  set +f
  survivors=$(grep -lszxF -- "RUNE_RUN_KEY=$run_key" /proc/[0-9]*/environ | tr -cd '0-9\n' | tr '\n' ,)
  set -f
  survivors=${survivors%,}
}

# Reads events until the plugin has ended and its streams are kept, or until something has stopped it.
rune_watch() {
  local event words wait_ms pending='' orphaned=''
  rune_now
  began=$now
  deadline=$((now + timeout))
  while :; do
    rune_now
    wait_ms=$((deadline - now))
    ((wait_ms > 0)) || wait_ms=1
    # Looks up now and then: the supervisor may be killed, and the reader holds its pipe open.
    ((wait_ms < 2000)) || wait_ms=2000
    printf -v wait_ms '%d.%03d' $((wait_ms / 1000)) $((wait_ms % 1000))
    if IFS= read -r -t "$wait_ms" -u "$events" event; then
      # shellcheck disable=SC2206 # split into words on purpose; no globbing (set -f)
      words=($event)
      case ${words[0]} in
        pids) plugin=${words[1]} reader=${words[2]} supervisor=${words[3]} ;;
        exit) status=${words[1]} ;;
        err) err_total=${words[1]} ;;
        ctl)
          case ${words[1]-} in
            STOP) [ "${words[2]-}" != "$nonce" ] || pending=cancel ;;
            EOF) pending=disconnect ;;
          esac
          ;;
        *) out_total=${words[0]} ;;
      esac
    elif [ $? -le 128 ] || [ -n "$orphaned" ]; then
      # The supervisor is gone. What it has not said of the plugin's end cannot be known.
      [ -n "$status$ended" ] || rune_stop lost
      rune_now
      finished=${finished:-$now}
      return 0
    else
      # It may have said its last words in this very moment: they are read before it counts as gone.
      [ -z "$supervisor" ] || kill -0 "$supervisor" 2>/dev/null || orphaned=yes
      rune_now
      ((now >= deadline)) || continue
      [ -z "$status$ended" ] || return 0
      pending=timeout
    fi
    if [ -n "$pending" ] && [ -n "$plugin" ] && [ -z "$status$ended" ]; then
      rune_stop "$pending"
      rune_now
      finished=$now
      deadline=$((now + 2000))
    elif [ -n "$status" ] && [ -z "$finished" ]; then
      # What the plugin left running may hold the streams: two seconds for the last bytes, then the result goes.
      rune_now
      finished=$now
      deadline=$((now + 2000))
    fi
    [ -z "$status" ] || [ -z "$out_total" ] || [ -z "$err_total" ] || return 0
  done
}

rune_result() {
  local sizes sums name text=''
  cd "$entry" || return
  if [ -n "$out_total" ] && [ "$err_total" = 0 ] && ((out_total <= 65536)); then
    # The common case without a process but the digest's. A NUL would end the text early, and then the size differs.
    IFS= read -r -d '' text <out
  fi
  if [ -n "$text" ] && [ "${#text}" = "$out_total" ]; then
    # shellcheck disable=SC2207 # words: digest, name
    sums=($(sha256sum out))
    sums=("${sums[0]}" out "$rune_empty" err "$rune_empty" tail)
    sizes=("$out_total" out 0 err 0 tail)
  else
    text=
    for name in out err tail; do [ -e "$name" ] || : >"$name"; done
    if [ -z "$out_total" ] || [ -z "$err_total" ]; then
      # What the plugin left behind may write on: sizes, digests and bytes have to be of one moment.
      mkdir now && cp -- out err tail now/ && cd now || return
    fi
    # shellcheck disable=SC2207 # words: size name size name size name total; the names are ours
    sizes=($(wc -c out err tail))
    # shellcheck disable=SC2207
    sums=($(sha256sum out err tail))
  fi
  rune_say "RESULT ended=${ended:-exit} exit=${status:-none} ms=$((finished - began))" \
    "signals=${signals:-none} gone=${gone:-yes} survivors=${survivors:-none}" \
    "out=${sizes[0]}:${sums[0]}:${out_total:-open} err=${sizes[2]}:${sums[2]}:${err_total:-open}" \
    "tail=${sizes[4]}:${sums[4]}"
  if [ -n "$text" ]; then printf %s "$text"; else cat out err tail; fi
  rune_say END
}

# SHA-256 of nothing.
rune_empty=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855

# $1 nonce, $2 size of all, $3 its SHA-256, $4 size of this text, $5 size of the header; $b holds all of it.
rune_main() {
  local nonce=$1 sha=$3 entry='' state run_key timeout kill_grace go_wait stdout_cap stderr_end interpreter script
  local header data input now began finished='' deadline user line path start size offset=0 count missing=''
  local events plugin='' reader='' supervisor='' status='' ended='' signals='' gone='' survivors='' out_total='' err_total='' never
  local -a starts sizes folders
  header=${b:$4:$5}
  data=${b:$4+$5}
  b=
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  umask 077
  set -f
  # A handler, not '': what is ignored would stay ignored in the plugin. A write to a closed channel must not end us
  # before the plugin is stopped.
  trap : PIPE HUP INT TERM
  user=${USER:-${LOGNAME:-$EUID}}

  # shellcheck disable=SC2086 # the header is words; no globbing (set -f)
  set -- $header
  [ "$1" = 1 ] || rune_refuse launch "header version $1"
  run_key=$2 timeout=$3 kill_grace=$4 go_wait=$5 stdout_cap=$6 stderr_end=$7 interpreter=$8 script=$9
  shift 9
  for ((count = $1; count > 0; count--)); do
    shift
    type -P -- "$1" >/dev/null || missing="$missing $1"
  done
  shift
  [ -z "$missing" ] || rune_refuse prereq "$missing"

  rune_state
  [ -n "$state" ] || rune_refuse state "${HOME-}"
  # The plugin sees this name, so it is not the nonce.
  entry=$state/${sha:0:16}-$$
  folders=("$entry" "$entry/files")
  for ((count = $1; count > 0; count--)); do
    shift
    folders+=("$entry/files/$1")
  done
  shift
  # install, not mkdir: it takes the state directory's own mode back to 0700 in the same process.
  install -d -m 700 -- "$state" "${folders[@]}" 2>/dev/null || rune_refuse state "$state"
  for ((count = $1; count > 0; count--)); do
    path=$2 size=$3
    shift 2
    if [ "${size#=}" = "$size" ]; then
      start=$offset
      offset=$((offset + size))
    else
      # The same bytes as an earlier file.
      size=${size#=}
      start=${starts[size]}
      size=${sizes[size]}
    fi
    starts+=("$start") sizes+=("$size")
    { printf %s "${data:start:size}" >"$entry/files/$path"; } 2>/dev/null || rune_refuse state "$state"
  done
  input=${data:offset}
  data=

  exec 4<&0 0</dev/null
  read -r line </proc/sys/kernel/random/boot_id
  rune_say "READY bash=${BASH_VERSION%%[!0-9.]*} boot=$line uid=$EUID"
  IFS= read -r -t "$go_wait" -u 4 line || line=
  [ "$line" = "GO $nonce" ] || rune_refuse sealed

  # Redirected inside: a saved copy of stderr would reach the plugin and hold the channel open.
  exec {events}< <(exec 2>/dev/null && rune_supervise)
  exec 4<&-
  rune_watch
  [ -z "$reader" ] || kill -KILL "$reader" 2>/dev/null
  rune_result
  cd / && exec rm -rf -- "$entry"
}
