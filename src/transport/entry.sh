# shellcheck shell=bash disable=SC2034,SC2154
# What a launch leaves on a node, for the launcher and the collector alike: one folder a key in the state directory.
#
# Each file in an entry is written once, by one writer:
#   meta     whose launch this is. Made with O_EXCL, so one launcher holds the key.
#   decided  `run` or `sealed`, made with O_EXCL: the only decision. A sealed key never starts anything.
#   stop     somebody wants the plugin ended;  lease  the uptime at which a second connection asked for it to live on
#   out err tail, result   the streams and the RESULT line;  acked  the runner has them on its disk
#
# Both scripts answer on stdout in lines that start with 0x1e `RUNE1 <nonce>`; all else there is noise of the login
# shell. Processes are what a step costs the node, so builtins are used wherever bash 4.2 has them.

# What a login may bring along and `bash -p` lets in: modes that give this text another meaning (in POSIX mode ulimit
# counts in other units, and before bash 5.1 there is no process substitution), and what changes the programs called here.
set +o posix
unset EXECIGNORE FUNCNEST GREP_OPTIONS LD_AUDIT LD_LIBRARY_PATH LD_PRELOAD
export LC_ALL=C

# SHA-256 of nothing.
rune_empty=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855

# Time is /proc/uptime in milliseconds: the wall clock may jump. Sets $now.
rune_now() {
  local up
  read -r up _ </proc/uptime
  now=$((10#${up%.*} * 1000 + 10#${up#*.} * 10))
}

rune_say() { printf '\n\036RUNE1 %s %s\n' "$nonce" "$*"; }

rune_refuse() {
  rune_say "REFUSED $*"
  exit 0
}

rune_begin() {
  PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  umask 077
  set -f
  # A handler, not '': what is ignored would stay ignored in the plugin. A write to a closed channel must not end us
  # before the plugin is stopped.
  trap : PIPE HUP INT TERM
  read -r boot </proc/sys/kernel/random/boot_id
}

# Sleeps $1 seconds without a process: a pipe that is open at both ends and never written to.
rune_sleep() {
  [ -n "$never" ] || exec {never}<> <(:)
  read -r -t "$1" -u "$never" _
}

# Reads a line from descriptor $2 into $line, for at most $1 seconds. The status is read's: 0 a line, above 128 the time is
# over, else the end. The time may be over in the middle of a line: what was read of it is not read again, so $part keeps it.
rune_read() {
  local status=0
  IFS= read -r -t "$1" -u "$2" line || status=$?
  part=$part$line
  [ "$status" != 0 ] || line=$part part=
  return "$status"
}

# Whether $1 is a directory of this user that nobody else has put there.
rune_own() { [ ! -L "$1" ] && [ -d "$1" ] && [ -O "$1" ]; }

# A directory of this user that survives a logout and a reboot, of the candidates $@. Sets $state, empty where there is none.
rune_state() {
  local candidate
  # Where the key is known already comes first: a disk that has become read-only since still has the answer, and a
  # better candidate that has appeared since must not let it run again.
  for candidate; do
    state=$candidate
    ! rune_own "$candidate" || [ ! -e "$candidate/$key/meta" ] || return 0
  done
  for candidate; do
    [ "${candidate#/}" != "$candidate" ] || continue
    # umask 077 makes every folder on the way 0700.
    [ -d "$candidate" ] || mkdir -p -- "$candidate" 2>/dev/null || continue
    state=$candidate
    ! rune_own "$candidate" || [ ! -w "$candidate" ] || return 0
  done
  state=
}

rune_lasting_state() {
  if [ "$EUID" = 0 ]; then rune_state /var/lib/rune /var/tmp/rune-0; else
    rune_state "${XDG_STATE_HOME:-${HOME:-/nonexistent}/.local/state}/rune" "/var/tmp/rune-$EUID"
  fi
}

# Writes line $2 to the new file $1; fails where the file is there already, or on a full disk.
rune_write_new() {
  local failed=0
  set -C
  { printf '%s\n' "$2" >"$1"; } 2>/dev/null || failed=1
  set +C
  return "$failed"
}

# The start time of process $1 in clock ticks, which tells it from a later process with its number. Sets $start.
rune_start_of() {
  local line
  start=
  { IFS= read -r line <"/proc/$1/stat"; } 2>/dev/null || return 1
  # shellcheck disable=SC2086 # split into words on purpose; no globbing (set -f)
  set -- ${line##*) }
  [ "$1" != Z ] && start=${20}
}

# Whose entry $1 is. Sets held_*; fails where that is not written, or not yet.
rune_read_meta() {
  local line words
  { IFS= read -r line <"$1/meta"; } 2>/dev/null || return 1
  # shellcheck disable=SC2206 # split into words on purpose; no globbing (set -f)
  words=($line)
  [ "${words[0]}" = 2 ] && [ "${words[8]-}" = end ] || return 1
  held_plan=${words[1]} held_nonce=${words[2]} held_boot=${words[3]} held_pid=${words[4]}
  held_start=${words[5]} held_since=${words[6]} held_key=${words[7]}
}

rune_holder_lives() {
  local start
  [ "$held_boot" = "$boot" ] && rune_start_of "$held_pid" && [ "$start" = "$held_start" ]
}

# The processes that carry run key $1 in their environment, wherever they went. Sets $survivors, separated by commas.
# Where a disk has lost the key, `none`, the entry's own path tells them.
rune_survivors() {
  local marker=RUNE_RUN_KEY=$1
  [ "$1" != none ] || marker=RUNE_LIB=$entry/files/rune_bpcs.sh
  set +f
  survivors=$(grep -lszxF -- "$marker" /proc/[0-9]*/environ | tr -cd '0-9\n' | tr '\n' ,)
  set -f
  survivors=${survivors%,}
}

# Ends them: TERM, at most $kill_grace ms, KILL. Sets $survivors and $signals.
rune_end_survivors() {
  local tries signal
  signals=
  rune_survivors "$1"
  for signal in TERM KILL; do
    [ -n "$survivors" ] || break
    signals=$signals${signals:+,}$signal
    # shellcheck disable=SC2086 # pids
    kill "-$signal" ${survivors//,/ } 2>/dev/null
    for ((tries = kill_grace / 100 + 1; tries > 0; tries--)); do
      rune_sleep 0.1
      rune_survivors "$1"
      [ -n "$survivors" ] || break
    done
  done
}

# Sends the words $2.. of a RESULT and the bytes of the three streams in folder $1; a full disk may lack some.
rune_send() {
  local folder=$1
  shift
  rune_say "RESULT $*"
  cat -- "${kept:-$folder/out}" "$folder/err" "$folder/tail" 2>/dev/null
  rune_say END
}
