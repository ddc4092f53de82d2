# shellcheck shell=bash disable=SC2034,SC2154
# RUNE collector: reads, seals or stops what a launcher left under a key; it never starts anything. It follows entry.sh.
#
#   RESULT key=value ... bytes END     the plugin has ended; whoever acknowledges it lets the streams go
#   SEALED                             nothing has run under this key, and nothing ever will
#   NONE                               this node knows nothing of the key, or has lost whether it was started; nothing
#                                      starts any more. Only a runner that never said GO knows by that that nothing ran
#   LOST boot=same|other survivors=..  it was started, and its launcher is gone without a result
#   RUNNING                            it goes on, and the time to wait is over
#   REFUSED <reason> <words>           plan: the key belongs to another plan

# The spooled result, whole. Sets $folder and $found.
rune_found() {
  local line words word last
  { IFS= read -r line <"$entry/result"; } 2>/dev/null || return 1
  # shellcheck disable=SC2206 # split into words on purpose; no globbing (set -f)
  words=($line)
  last=$((${#words[@]} - 1))
  [ "${words[last]}" = end ] || return 1
  folder=$entry${words[0]} found=
  for word in "${words[@]:1:last-1}"; do
    # What was acknowledged is on a runner's disk: of its streams only the answer was kept here.
    [ ! -e "$entry/acked" ] || case $word in
      err=*) word=err=0:$rune_empty:${word##*:} ;;
      tail=*) word=tail=0:$rune_empty ;;
    esac
    found="$found $word"
  done
}

rune_give() {
  local line
  rune_send "$folder" "${found# } spool=yes" 2>/dev/null
  IFS= read -r -t $((ack_wait / 1000)) -u 4 line || line=
  if [ "$line" = "ACK $nonce" ] && rune_write_new "$entry/acked" "$now"; then
    rm -rf -- "$entry/err" "$entry/tail" "$entry/now/err" "$entry/now/tail" "$entry/lease" "$entry/stop"
  fi
  exit 0
}

# The launcher is gone: what it started can only be named, and ended where that was asked for.
rune_lost() {
  local which=same signals=''
  [ "$held_boot" = "$boot" ] || [ "$held_boot" = none ] || which=other
  if [ "$what" = stop ]; then rune_end_survivors "$held_key"; else rune_survivors "$held_key"; fi
  [ ! -e "/dev/shm/rune-$EUID/$key" ] || rm -f -- "/dev/shm/rune-$EUID/$key"
  rune_say "LOST boot=$which launch=$held_nonce signals=${signals:-none} survivors=${survivors:-none}"
  exit 0
}

rune_sealed() {
  rune_say "SEALED launch=$held_nonce"
  exit 0
}

rune_none() {
  rune_say NONE
  exit 0
}

# $1 nonce, $2 size of all, $3 its SHA-256, $4 size of this text, $5 size of the header; $b holds all of it.
rune_collect() {
  local nonce=$1 header=${b:$4:$5} boot now start never='' state='' entry folder found survivors line part='' deadline
  local key plan what kill_grace wait_ms ack_wait decided empty=0 tries
  local kept='' held_plan held_nonce=none held_boot=none held_pid held_start held_since held_key=none
  b=
  rune_begin
  # shellcheck disable=SC2086 # the header is words; no globbing (set -f)
  set -- $header
  [ "$1 $2" = '2 collect' ] || rune_refuse launch "header version $1"
  key=$3 plan=$4 what=$5 kill_grace=$6 wait_ms=$7 ack_wait=$8
  exec 4<&0 0</dev/null
  rune_lasting_state
  [ -n "$state" ] || rune_refuse state "${HOME-}"
  entry=$state/$key
  [ ! -L "$entry" ] || rune_refuse state "$entry"
  if [ ! -e "$entry/meta" ]; then
    install -d -m 700 -- "$state" "$entry" 2>/dev/null || rune_refuse state "$state"
    rune_write_new "$entry/decided" sealed || [ -s "$entry/decided" ] || rune_refuse state "$state"
    [ -e "$entry/meta" ] || rune_none
  fi
  rune_own "$entry" || rune_refuse state "$entry"
  for tries in 1 2 3 4 5 6 7 8 9 10; do
    ! rune_read_meta "$entry" || break
    rune_sleep 0.1
  done
  if ! rune_read_meta "$entry"; then
    # Of a launcher that died, or whose disk was full, before it held the key: it can never decide now. Or of one that
    # was told to go, on a disk that has lost it with a power cut. `sealed` would prove that nothing ran, now and for
    # whoever asks next.
    rune_write_new "$entry/decided" none
    { read -r decided <"$entry/decided"; } 2>/dev/null
    [ "$decided" != run ] || rune_lost
    [ "$decided" != sealed ] || rune_sealed
    rune_none
  fi
  [ "$plan" = "$held_plan" ] || rune_refuse plan "$held_plan"

  rune_now
  deadline=$((now + wait_ms))
  while :; do
    ! rune_found || rune_give
    decided=
    { read -r decided <"$entry/decided"; } 2>/dev/null
    case $decided in
      sealed) rune_sealed ;;
      run)
        if ! rune_holder_lives; then
          # Its result may have been written since it was looked for.
          ! rune_found || rune_give
          rune_lost
        elif [ "$what" = stop ]; then
          rune_write_new "$entry/stop" "$nonce"
        else
          printf '%s\n' "$now" 2>/dev/null >"$entry/lease"
        fi
        ;;
      *)
        # What another boot decided may have been lost with it. In this boot an empty file is one that is being
        # written, or could not be: then nothing was started.
        [ -z "$decided" ] || rune_lost
        [ "$held_boot" = "$boot" ] || rune_none
        if [ -e "$entry/decided" ]; then
          empty=$((empty + 1))
          ((empty < 10)) || rune_sealed
        elif [ "$what" != follow ] || ! rune_holder_lives; then
          rune_write_new "$entry/decided" sealed && rune_sealed
        fi
        ;;
    esac
    rune_now
    if ((now >= deadline)); then
      rune_say RUNNING
      exit 0
    fi
    if rune_read 0.2 4; then
      [ "$line" != "STOP $nonce" ] || what=stop
    elif [ $? -le 128 ]; then exit 0; fi
    rune_now
  done
}
