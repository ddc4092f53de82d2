# shellcheck shell=bash disable=SC2034,SC2154
# RUNE launcher: starts one plugin on this node once, watches it, and answers in frames. It follows entry.sh.
#
# The boot line (launcher.ts) reads both from stdin, checks their digest, and evaluates them in `bash -p`. What follows
# them in $b is the header (two lines of words) and the data (the plugin's files, then its stdin). Afterwards stdin is
# the control channel: lines `GO`, `BEAT`, `STOP`, `ACK`, each with the nonce; its end means that nobody listens.
#
#   READY bash=.. boot=.. uid=.. spool=..  nothing of the plugin has run, the launcher waits for GO
#   HELD launch=..                         this key belongs to another launch: to be collected, never run again
#   REFUSED <reason> <words>               nothing ran and nothing will
#   REFUSED locked <run key> [<pids>]      another launch has the lock, or left a plugin that still runs under it
#   RESULT key=value ... bytes END         the plugin has ended; sizes and SHA-256 of the streams are in the line
#   NEXT                                   it is acknowledged, and the launcher waits for another launch

# Reads the beginning of stdin into $first: what most plugins write is all there is, and needs no process. $more is empty
# at the end of stdin; else more may follow, and $nul says whether a NUL comes next, which bash cannot hold. Bytes that
# wait for more than a second go to the disk, for a child of the plugin may hold the pipe open for ever.
rune_first() {
  local rest='' status=0
  first='' more='' nul=''
  IFS= read -r -n 1 -d '' first || return 0
  more=yes nul=yes
  [ -n "$first" ] || return 0
  IFS= read -r -n 2047 -d '' -t 1 rest || status=$?
  first=$first$rest
  [ "$status" != 1 ] || more=
  # Of a whole line of that many bytes nobody knows what ended it, and a timeout was no NUL.
  [ "$status" = 0 ] && ((${#rest} < 2047)) || nul=
}

# What rune_first has found.
rune_say_first() {
  printf %s "$first" && { [ -z "$nul" ] || printf '\000'; }
}

# Keeps the first $stdout_cap bytes of stdin and counts all of them; the event is the bare count. The file size limit
# is the cap: at it tee drops the file and goes on counting. tee writes what it has read at once, so nothing is lost
# when a child of the plugin holds the pipe open for ever. The copy in memory is for a disk that fills up meanwhile.
rune_keep_out() {
  local first more nul total copies=() state=''
  trap '' XFSZ
  ulimit -f $((stdout_cap / 1024))
  rune_first
  total=${#first}
  [ -z "$nul" ] || total=$((total + 1))
  if ! { rune_say_first >"$entry/out"; } 2>/dev/null || [ -n "$more" ] && [ "$spool" = yes ]; then
    rune_state "${copy%/*}"
    [ -z "$state" ] || ! { rune_say_first >"$copy"; } 2>/dev/null || copies=("$copy")
  fi
  [ -z "$more" ] || total=$((total + $(tee -a -- "$entry/out" "${copies[@]}" 2>/dev/null | wc -c)))
  printf '%s\n' "$total"
}

# The same for stderr, and the last $stderr_end bytes too.
rune_keep_err() {
  local first more nul total
  trap '' XFSZ
  ulimit -f $((stderr_end / 1024))
  rune_first
  total=${#first}
  [ -z "$nul" ] || total=$((total + 1))
  [ "$total" = 0 ] || { rune_say_first >"$entry/err"; } 2>/dev/null
  if [ -n "$more" ]; then
    total=$((total + $({ tee -a -- "$entry/err" /dev/fd/9 | tail -c "$stderr_end" >"$entry/tail"; } 9>&1 | wc -c)))
  fi
  printf 'err %s\n' "$total"
}

# Passes the control channel on, line by line, to its end or to the acknowledgement: what follows that is not its own.
rune_listen() {
  local line
  printf 'reader %s\n' "$BASHPID"
  while IFS= read -r -u 4 line; do
    printf 'ctl %s\n' "$line"
    [ "$line" != "ACK $nonce" ] || return
  done
  printf 'ctl EOF\n'
}

# Becomes the plugin, with a clean environment. What this shell was given is in /proc; a name that is none in bash, it
# would pass on, and only env leaves that out.
rune_become_plugin() {
  local name foreign=''
  local -a clean=("PATH=$PATH" "HOME=${HOME:-/}" "USER=$user" "LOGNAME=$user" LANG=C.UTF-8
    "RUNE_LIB=$entry/files/rune_bpcs.sh" "RUNE_RUN_KEY=$run_key")
  while IFS= read -r -d '' name; do
    name=${name%%=*}
    case $name in
      '' | [0-9]* | *[!A-Za-z0-9_]*) foreign=yes ;;
      *) export -n "${name?}" ;;
    esac
  done </proc/self/environ
  # Not in the loop: it has another stdin.
  [ -z "$foreign" ] || exec env -i "${clean[@]}" "$interpreter" "$entry/files/$script"
  export -n LC_ALL PWD OLDPWD SHLVL
  export "${clean[@]}"
  exec "$interpreter" "$entry/files/$script"
}

# Starts the plugin in a process group of its own. Stdout is the event pipe:
#   pids <plugin> <supervisor>, reader <pid>, exit <status>, <size of stdout>, err <size of stderr>, ctl <line>
rune_supervise() {
  local in out err say plugin
  # It is the launcher's alone.
  [ -z "$locked" ] || exec {locked}>&-
  exec {say}>&1
  exec {out}> >(exec 4<&- {say}>&- && rune_keep_out)
  exec {err}> >(exec 4<&- {say}>&- {out}>&- && rune_keep_err)
  # Not as a redirection of the plugin itself: it would have a second stdin at a high number, which its daemons inherit,
  # and the writer of what nobody reads would hold its streams open.
  if ((${#input} <= 4096)); then
    # Every pipe holds so much: whoever writes it is free to listen at once.
    exec {in}< <(
      exec 2>/dev/null {out}>&- {err}>&-
      trap '' PIPE
      printf %s "$input"
      exec >&"$say" {say}>&-
      trap - PIPE
      rune_listen
    )
  else
    { exec {out}>&- {err}>&- {say}>&- && rune_listen; } 2>/dev/null &
    exec {in}< <(exec 2>/dev/null 4<&- {out}>&- {err}>&- {say}>&- && printf %s "$input")
  fi
  set -m
  (
    exec 4<&-
    cd /
    rune_become_plugin
  ) <&"$in" >&"$out" 2>&"$err" {in}<&- {out}>&- {err}>&- {say}>&- &
  plugin=$!
  set +m
  exec {in}<&- {out}>&- {err}>&- {say}>&- 4<&-
  printf 'pids %s %s\n' "$plugin" "$BASHPID"
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
    rune_sleep 0.02
  done
  set -f
}

# TERM, grace, KILL to the plugin's group; $1 says why. Sets ended, signals, gone, survivors.
rune_stop() {
  ended=$1
  # A number that is none would have kill mean everybody.
  case $plugin in *[!0-9]* | 0 | 1) plugin= ;; esac
  if [ -z "$plugin" ]; then
    # The supervisor was killed before it could say which process the plugin is: its marker tells.
    rune_end_survivors "$run_key"
    [ -z "$survivors" ] || gone=no
    return
  fi
  signals=TERM
  kill -TERM -- "-$plugin" 2>/dev/null
  if ! rune_await_group "$kill_grace"; then
    signals=TERM,KILL
    kill -KILL -- "-$plugin" 2>/dev/null
    rune_await_group 1000 || gone=no
  fi
  # What left the group still carries the public run marker in its environment.
  rune_survivors "$run_key"
}

# Whether anybody still asks for the plugin to go on. Without a heartbeat for $lease ms it is lost; a second connection
# renews it through a file. $grace ms later the plugin is stopped, unless its action says that it may finish.
rune_lease() {
  local renewed=''
  [ "$on_disconnect" = stop ] && ((now >= leased)) || return 0
  { read -r renewed <"$entry/lease"; } 2>/dev/null
  case $renewed in '' | *[!0-9]*) ;; *) ((renewed > now || renewed + lease <= leased)) || leased=$((renewed + lease)) ;; esac
  ((now < leased + grace)) || pending=lease
}

# Reads events until the plugin has ended and its streams are kept, or until something has stopped it.
rune_watch() {
  local line part='' words wait_ms pending='' orphaned=''
  rune_now
  began=$now
  deadline=$((now + timeout))
  leased=$((now + lease))
  while :; do
    rune_now
    wait_ms=$((deadline - now))
    ((wait_ms > 0)) || wait_ms=1
    # Looks up every second: the supervisor may be killed, the lease may end, another connection may ask for a stop.
    ((wait_ms < 1000)) || wait_ms=1000
    printf -v wait_ms '%d.%03d' $((wait_ms / 1000)) $((wait_ms % 1000))
    if rune_read "$wait_ms" "$events"; then
      # shellcheck disable=SC2206 # split into words on purpose; no globbing (set -f)
      words=($line)
      case ${words[0]} in
        pids) plugin=${words[1]} supervisor=${words[2]} ;;
        reader) reader=${words[1]} ;;
        exit) status=${words[1]} ;;
        err) err_total=${words[1]} ;;
        ctl) rune_control "${words[@]:1}" ;;
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
      if ((now >= deadline)); then
        [ -z "$status$ended" ] || return 0
        pending=timeout
        [ -n "$plugin" ] || orphaned=yes
      fi
    fi
    rune_lease
    [ ! -e "$entry/stop" ] || pending=cancel
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

# One line of the control channel, or EOF.
rune_control() {
  rune_now
  case $1 in
    STOP) [ "${2-}" != "$nonce" ] || pending=cancel ;;
    BEAT) [ "${2-}" != "$nonce" ] || leased=$((now + lease)) ;;
    ACK) [ "${2-}" != "$nonce" ] || acked=yes ;;
    EOF) leased=$now listened='' ;;
  esac
}

# Puts the result where a collector finds it, then sends it.
rune_result() {
  local sizes sums text='' kept='' folder=$entry words
  cd "$entry" || return
  if [ -n "$out_total" ] && [ "$err_total" = 0 ] && ((out_total <= 65536)); then
    # The common case without a process but the digest's. A NUL would end the text early, and then the size differs.
    { IFS= read -r -d '' text <out; } 2>/dev/null
  fi
  if [ -n "$text" ] && [ "${#text}" = "$out_total" ]; then
    # shellcheck disable=SC2207 # words: digest, name
    sums=($(sha256sum out))
    sums=("${sums[0]}" out "$rune_empty" err "$rune_empty" tail)
    sizes=("$out_total" out 0 err 0 tail)
  else
    text=
    if [ -z "$out_total" ] || [ -z "$err_total" ]; then
      # What the plugin left behind may write on: sizes, digests and bytes have to be of one moment.
      mkdir now || return
      for words in out err tail; do [ ! -e "$words" ] || cp -- "$words" now/ || return; done
      cd now || return
      folder=$entry/now
    fi
    rune_measure
    ! rune_lacks || rune_mend
  fi
  words="ended=${ended:-exit} exit=${status:-none} ms=$((finished - began))"
  words="$words signals=${signals:-none} gone=${gone:-yes} survivors=${survivors:-none}"
  words="$words out=${sizes[0]}:${sums[0]}:${out_total:-open} err=${sizes[2]}:${sums[2]}:${err_total:-open}"
  words="$words tail=${sizes[4]}:${sums[4]} launch=$nonce"
  if [ "$spool" = yes ]; then
    # The last word shows that the line is whole. A disk that is full now loses no answer: the channel has it.
    rune_write_new "$entry/result" "${folder#"$entry"}/ $words end" || spool=full
  fi
  if [ -z "$text" ]; then rune_send "$folder" "$words spool=$spool"; else
    rune_say "RESULT $words spool=$spool"
    printf %s "$text"
    rune_say END
  fi
}

# Sets $sizes and $sums of the streams here. Where a full disk has not let a file be made, it is empty.
rune_measure() {
  local name streams=()
  for name in "${kept:-out}" err tail; do
    [ -e "$name" ] || name=/dev/null
    streams+=("$name")
  done
  # shellcheck disable=SC2207 # words: size name size name size name total; no name of ours has white space
  sizes=($(wc -c "${streams[@]}"))
  # shellcheck disable=SC2207
  sums=($(sha256sum "${streams[@]}"))
}

# Whether the disk has less of stdout than was written, up to the cap.
rune_lacks() {
  [ -n "$out_total" ] || return 1
  ((sizes[0] < (out_total < stdout_cap ? out_total : stdout_cap)))
}

# The disk was full while the plugin wrote: the copy goes back to it where there is room again, else to the channel only.
rune_mend() {
  [ -e "$copy" ] || return
  { cat -- "$copy" >out; } 2>/dev/null
  rune_measure
  rune_lacks || return
  kept=$copy spool=full
  rune_measure
}

# What is acknowledged is on the runner's disk. The entry stays, so that this key never runs again; its answer too.
rune_leave() {
  local line part='' words litter
  rune_now
  deadline=$((now + ack_wait))
  while [ -n "$listened" ] && [ -z "$acked" ] && ((now < deadline)); do
    if rune_read 1 "$events"; then
      # shellcheck disable=SC2206 # split into words on purpose; no globbing (set -f)
      words=($line)
      [ "${words[0]-}" != ctl ] || rune_control "${words[@]:1}"
    elif [ $? -le 128 ]; then break; fi
    rune_now
  done
  # With the acknowledgement it has ended itself.
  [ -z "$reader" ] || [ -n "$acked" ] || kill -KILL "$reader" 2>/dev/null
  cd /
  if [ "$spool" = no ]; then
    litter=("$entry") serving=
  elif [ -n "$acked" ] && rune_write_new "$entry/acked" "$now"; then
    litter=("$copy" "$entry/files" "$entry/err" "$entry/tail" "$entry/now/err" "$entry/now/tail" "$entry/lease" "$entry/stop")
    # Only after an end that leaves no question open: whoever asks for this key meets a launcher that lives on.
    [ -z "$ended" ] && [ "$spool" = yes ] && [ -n "$out_total" ] && [ -n "$err_total" ] || serving=
  else
    serving=
    litter=("$copy" "$entry/files")
  fi
  rune_sweep
  if [ -n "${serving-}" ]; then
    rune_say NEXT
    if IFS= read -r -t "$serving" -u 4 request; then
      rm -rf -- "${litter[@]}"
      return
    fi
  fi
  exec rm -rf -- "${litter[@]}"
}

# Once a day: entries of more than a week go. By the wall clock, as the uptime does not outlive a boot; what this boot
# has made goes only when the uptime agrees, so that a clock that jumps opens no key of a request that is still young.
rune_sweep() {
  local last='' folder
  { read -r last <"$state/swept"; } 2>/dev/null
  [ "$last" != "$boot.$((now / 86400000))" ] || return
  printf '%s\n' "$boot.$((now / 86400000))" >"$state/swept"
  find "$state" -mindepth 1 -maxdepth 1 -type d ! -name locks -mtime +7 | while IFS= read -r folder; do
    if rune_read_meta "$folder" && [ "$held_boot" = "$boot" ]; then
      ((now - held_since > 604800000)) || continue
      ! rune_holder_lives || continue
    fi
    rm -rf -- "$folder"
  done
} 2>/dev/null

# Behind a gate: whether this node's own list has the action with this bundle.
rune_allowed() {
  local digest
  digest=$(printf '%s\n%s' "$bundle" "${data:0:offset}" | sha256sum)
  # A list that the account itself could change would allow whatever an action writes into it.
  [ "$EUID" = 0 ] || [ ! -w "$rune_allow" ] || return 1
  grep -qxF -- "$action ${digest%% *}" "$rune_allow" 2>/dev/null
}

# Takes lock $lock of this account. The kernel gives it back when the launcher ends, however it ends, because nobody else
# has it open. The file says whose it is; a launch that was killed leaves its name there, and while anything of its
# plugin lives, the lock is not free.
rune_lock() {
  local file line='' words tries
  type -P flock >/dev/null || rune_refuse prereq flock
  rune_lasting_state
  # The key is taken: whoever has it is asked, and needs no second lock.
  [ ! -e "$state/$key/meta" ] || return 0
  file=$state/locks/$lock
  if [ -z "$state" ] || ! install -d -m 700 -- "$state" "$state/locks" 2>/dev/null || ! rune_own "$state/locks"; then
    rune_refuse state "$state"
  fi
  { exec {locked}>>"$file"; } 2>/dev/null || rune_refuse state "$state"
  for ((tries = 40; ; tries--)); do
    flock -n "$locked" && break
    { read -r line <"$file"; } 2>/dev/null
    case ${line%% *} in
      "$run_key" | '') ((tries > 0)) || rune_refuse locked "${line%% *}" ;;
      *) rune_refuse locked "${line%% *}" ;;
    esac
    # Another launch of this very key is about to take it.
    rune_sleep 0.05
    [ ! -e "$state/$key/meta" ] || return 0
  done
  { read -r line <"$file"; } 2>/dev/null
  # shellcheck disable=SC2206 # split into words on purpose; no globbing (set -f)
  words=($line)
  if [ "${words[1]-}" = "$boot" ]; then
    rune_survivors "${words[0]}"
    [ -z "$survivors" ] || rune_refuse locked "${words[0]} $survivors"
  fi
  { printf '%s\n' "$run_key $boot" >"$file"; } 2>/dev/null || rune_refuse state "$state"
}

# Gives the lock back, unless something of the plugin outlived its stop.
rune_unlock() {
  [ -n "$locked" ] || return 0
  [ -n "$survivors" ] || [ "$gone" = no ] || : >"$state/locks/$lock"
  exec {locked}>&-
  locked=
}

# Takes the key. What is read-only may go on without a state directory: it cannot be collected, and need not be.
rune_take() {
  rune_lasting_state
  spool=yes
  if [ -z "$state" ] || ! rune_make; then
    [ "$held" = no ] || return 0
    [ "$spooling" = may ] || rune_refuse state "${state:-${HOME-}}"
    rune_state "/dev/shm/rune-$EUID" "/run/user/$EUID/rune" "/tmp/rune-$EUID"
    key=$key-$$ spool=no
    if [ -z "$state" ] || ! rune_make; then rune_refuse state "${state:-/tmp}"; fi
  fi
}

# Makes the entry with all its folders, and writes the files. Sets $held where the key belongs to another launch.
rune_make() {
  local folder paths=() index
  entry=$state/$key
  for folder in '' /files "${folders[@]/#//files/}"; do paths+=("$entry$folder"); done
  # install, not mkdir: it takes the state directory's own mode back to 0700 in the same process. What somebody else may
  # have put there while that mode was open is nobody's entry.
  if [ -L "$entry" ] || ! install -d -m 700 -- "$state" "${paths[@]}" 2>/dev/null || ! rune_own "$entry"; then
    # The disk of a known key may have become read-only since.
    ! rune_own "$entry" || [ ! -s "$entry/meta" ] || held=yes
    return 1
  fi
  rune_now
  rune_start_of "$$"
  if ! rune_write_new "$entry/meta" "2 $plan $nonce $boot $$ $start $now $run_key end"; then
    # An empty one is another's that is being written, or ours on a full disk.
    for ((index = 0; index < 20; index++)); do
      if [ -s "$entry/meta" ]; then
        held=yes
        break
      fi
      rune_sleep 0.05
    done
    return 1
  fi
  for index in "${!files[@]}"; do
    { printf %s "${data:starts[index]:sizes[index]}" >"$entry/files/${files[index]}"; } 2>/dev/null && continue
    # Nothing is decided, and this launcher will not: without the entry the key is as it was.
    rm -rf -- "$entry"
    return 1
  done
}

# $1 nonce, $2 size of all, $3 its SHA-256, $4 size of this text, $5 size of the header; $b holds all of it.
rune_launch() {
  local nonce=$1 header data input bundle count line offset=0 size missing='' boot now start never='' state='' entry=''
  local key plan action spooling on_disconnect run_key timeout kill_grace go_wait lease grace ack_wait stdout_cap stderr_end
  local interpreter script held=no held_plan held_nonce held_boot held_pid held_start held_since held_key spool
  local lock locked=''
  local events plugin='' reader='' supervisor='' status='' ended='' signals='' gone='' survivors='' began finished=''
  local deadline leased listened=yes acked='' copy='' out_total='' err_total='' user=${USER:-${LOGNAME:-$EUID}}
  local -a files=() starts=() sizes=() folders=()
  header=${b:$4:$5}
  data=${b:$4+$5}
  b=
  rune_begin
  # shellcheck disable=SC2086 # the header is words; no globbing (set -f)
  set -- $header
  [ "$1 $2" = '2 run' ] || rune_refuse launch "header version $1"
  shift 2
  key=$1 plan=$2 action=$3 spooling=$4 on_disconnect=$5 run_key=$6 timeout=$7 kill_grace=$8 go_wait=$9
  shift 9
  lease=$1 grace=$2 ack_wait=$3 stdout_cap=$4 stderr_end=$5 lock=$6
  shift 6
  # From here on the words are the bundle's, and a gate pins them together with its files.
  bundle=$*
  interpreter=$1 script=$2
  shift 2
  for ((count = $1; count > 0; count--)); do
    shift
    type -P -- "$1" >/dev/null || missing="$missing $1"
  done
  shift
  [ -z "$missing" ] || rune_refuse prereq "$missing"
  for ((count = $1; count > 0; count--)); do
    shift
    folders+=("$1")
  done
  shift
  for ((count = $1; count > 0; count--)); do
    files+=("$2") size=$3
    shift 2
    if [ "${size#=}" = "$size" ]; then
      starts+=("$offset") sizes+=("$size")
      offset=$((offset + size))
    else
      # The same bytes as an earlier file.
      size=${size#=}
      starts+=("${starts[size]}") sizes+=("${sizes[size]}")
    fi
  done
  [ -z "${rune_allow-}" ] || rune_allowed || rune_refuse gate "$action"
  [ "$lock" = none ] || rune_lock
  rune_take
  if [ "$held" = yes ]; then
    rune_read_meta "$entry" || rune_refuse busy
    rune_say "HELD launch=$held_nonce plan=$held_plan"
    exit 0
  fi
  input=${data:offset}
  [ -z "${serving-}" ] || bundled=${data:0:offset}
  data=

  [ -n "${again-}" ] || exec 4<&0 0</dev/null
  rune_say "READY bash=${BASH_VERSION%%[!0-9.]*} boot=$boot uid=$EUID spool=$spool"
  IFS= read -r -t "$go_wait" -u 4 line || line=
  if [ "$line" != "GO $nonce" ]; then
    rune_write_new "$entry/decided" sealed
    rm -rf -- "$entry/files"
    rune_refuse sealed
  fi
  # Whoever makes this file first has decided; a collector may have sealed the key in the meantime.
  if ! rune_write_new "$entry/decided" run; then
    [ -s "$entry/decided" ] || rune_refuse state "$state"
    rm -rf -- "$entry/files"
    rune_refuse sealed
  fi

  copy=/dev/shm/rune-$EUID/$key
  # Redirected inside: a saved copy of stderr would reach the plugin and hold the channel open.
  exec {events}< <(exec 2>/dev/null && rune_supervise)
  # Before bash 4.4 it is not set here; then the supervisor itself tells its number.
  [ "${BASH_VERSINFO[0]}${BASH_VERSINFO[1]}" -lt 44 ] || supervisor=$!
  rune_watch
  rune_unlock
  rune_result
  rune_leave
  exec {events}<&-
  [ -z "$never" ] || exec {never}<&-
}

# Launches one plugin after another over one channel, each with a key, a GO and an acknowledgement of its own, for as
# long as nothing unusual happens; then the runner opens another channel. What starts a shell is paid once.
# After NEXT: RUN <nonce> <size> <sha256> <size of the header> <kept>, and so many bytes but $kept: that many of the files
# of the launch before, which are in memory here, come after the header again. The digest is over all of it.
rune_serve() {
  # Seconds for which a runner may have nothing to do.
  local serving=60 again='' request='' bundled='' h
  local form='^RUN ([0-9a-f]{32}) ([0-9]{1,9}) ([0-9a-f]{64}) ([0-9]{1,7}) ([0-9]{1,8})$'
  rune_launch "$@"
  again=yes
  while [[ $request =~ $form ]]; do
    set -- "${BASH_REMATCH[@]:1}"
    request=
    IFS= read -r -N $(($2 - $5)) -u 4 b
    [ "$5" = 0 ] || b=${b:0:$4}${bundled:0:$5}${b:$4}
    [ "${#b}" -eq "$2" ] || exit 90
    h=$(exec sha256sum < <(printf %s "$b"))
    [ "${h%% *}" = "$3" ] || exit 91
    rune_launch "$1" "$2" "$3" 0 "$4"
  done
}
