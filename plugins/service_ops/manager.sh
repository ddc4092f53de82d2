# shellcheck shell=bash disable=SC2034 # what is set here is for the actions
# Asks who manages a service on this node, what state it is in, and has it changed. Three managers, the first that knows
# the service: the administrator's own file (/etc/rune/services/NAME.conf), systemd, an init script (/etc/init.d/NAME).
# Where systemd runs, init scripts are not asked: systemd has them.

# shellcheck source=/dev/null
source "${RUNE_LIB%/*}/rune_node.sh"

manager='' active_state=unknown sub_state='' main_pid=0 unit_type='' unit_result='' can_reload=yes pidfile='' program=''
service='' wait_seconds=10 before=''
# What it is when the state cannot be learnt: before the change something that is missing, after it a failure.
state_code=2

# service_begin: reads the parameters that all actions share, finds the manager, and takes the state before.
service_begin() {
  node_text service service '^[a-zA-Z0-9][a-zA-Z0-9@._:-]{0,127}$' "a service's name"
  node_number wait_seconds wait_seconds 10 1 300
  find_manager
  service_state
  service_json before
  rune_out service "$service"
  rune_out manager "$manager"
}

find_manager() {
  if node_file services "$service.conf"; then
    manager=declared
    node_settings program pidfile start stop reload check log
    declared_settings
    return
  fi
  if [[ -d /run/systemd/system ]]; then
    node_need systemctl
    manager=systemd
  elif command -v systemctl >/dev/null && systemd_show 2>/dev/null; then
    manager=systemd
  elif [[ -f /etc/init.d/$service && -x /etc/init.d/$service ]]; then
    manager=init
  else
    rune_error_kv 2 "nothing on this node manages $service: systemd does not run here, and there is neither /etc/rune/services/$service.conf nor /etc/init.d/$service" \
      missing=manager service="$service"
  fi
}

declared_settings() {
  local key
  for key in program pidfile start; do
    if [[ -z ${NODE["$key"]-} ]]; then rune_error_kv 4 "$NODE_FILE lacks $key=..." file="$NODE_FILE"; fi
  done
  if ! node_place "${NODE[pidfile]}"; then rune_error_kv 4 "pidfile in $NODE_FILE has to be an absolute path" file="$NODE_FILE"; fi
  pidfile=$NODE_PLACE
  if ! node_place "${NODE[program]}" || ! program=$(readlink -e -- "$NODE_PLACE"); then
    rune_error_kv 4 "program in $NODE_FILE is not a file of this node" file="$NODE_FILE" program="${NODE[program]}"
  fi
  if [[ -z ${NODE[reload]-} ]]; then can_reload=no; fi
}

# service_state: sets active_state, sub_state and main_pid as they are now.
service_state() {
  main_pid=0 sub_state=''
  case $manager in
    systemd)
      if ! systemd_show; then
        rune_error_kv "$state_code" "systemd does not answer on this node" missing=systemd answer="${systemd_said:0:500}"
      fi
      ;;
    declared) declared_state ;;
    init) init_state ;;
  esac
}

systemd_said=''
systemd_show() {
  local name value load_state=''
  systemd_said=$(LC_ALL=C SYSTEMD_COLORS=0 timeout --foreground 15 systemctl show --no-pager \
    --property=LoadState,ActiveState,SubState,MainPID,Type,Result,CanReload -- "$service" 2>&1) || return 1
  while IFS='=' read -r name value; do
    case $name in
      LoadState) load_state=$value ;;
      ActiveState) active_state=$value ;;
      SubState) sub_state=$value ;;
      MainPID) if [[ $value =~ ^(0|[1-9][0-9]*)$ ]]; then main_pid=$value; fi ;;
      Type) unit_type=$value ;;
      Result) unit_result=$value ;;
      CanReload) can_reload=$value ;;
    esac
  done <<<"$systemd_said"
  [[ -n $load_state && $active_state != unknown ]] || return 1
  if [[ $load_state == not-found ]]; then
    rune_error_kv "$state_code" "systemd does not know $service on this node" missing=unit service="$service"
  fi
}

# The process that the pid file names counts only when it runs the declared program: pids are used again.
declared_state() {
  local pid='' exe='' stat=''
  active_state=inactive sub_state=dead
  if [[ -f $pidfile && -r $pidfile ]]; then read -r pid _ <"$pidfile" 2>/dev/null || :; fi
  if [[ ! $pid =~ ^[1-9][0-9]{0,9}$ || ! -d /proc/$pid ]]; then return 0; fi
  { stat=$(<"/proc/$pid/stat"); } 2>/dev/null || return 0
  stat=${stat##*) }
  if [[ $stat == [ZX]* ]]; then return 0; fi
  if exe=$(readlink -- "/proc/$pid/exe" 2>/dev/null); then
    # An upgrade replaces the file under a running process.
    exe=${exe% (deleted)}
  else
    # Of another account's process only the short name can be read.
    { exe=$(<"/proc/$pid/comm"); } 2>/dev/null || return 0
    if [[ $exe == "${program##*/}" || $exe == "${program##*/}"[0-9]* ]]; then exe=$program; fi
  fi
  if [[ $exe != "$program" ]]; then
    sub_state=stale-pidfile
    return 0
  fi
  active_state=active sub_state=running main_pid=$pid
}

# The Linux Standard Base: 0 runs, 1 and 2 died and left something behind, 3 does not run, others are no answer.
init_state() {
  local status=0
  node_run 15 "/etc/init.d/$service" status || status=$?
  case $status in
    0) active_state=active sub_state=running ;;
    1 | 2) active_state=inactive sub_state=stale-pidfile ;;
    3) active_state=inactive sub_state=dead ;;
    *) rune_error_kv "$state_code" "/etc/init.d/$service status gives no state (exit status $status)" missing=status answer="$NODE_SAID" ;;
  esac
}

# service_json VAR: the state as it was last seen.
service_json() {
  local __active __sub
  rune_quote -v __active "$active_state"
  rune_quote -v __sub "$sub_state"
  printf -v "$1" '{"active_state":%s,"sub_state":%s,"main_pid":%d}' "$__active" "$__sub" "$main_pid"
}

is_active() { [[ $active_state == active || $active_state == reloading ]]; }
is_stopped() { [[ $active_state == inactive || $active_state == failed ]]; }

# service_do start|stop|restart|reload: has the manager do it. Returns 1 when it refused; NODE_SAID has its words.
service_do() {
  local limit=$((wait_seconds + 15))
  state_code=3
  case $manager in
    systemd) node_run "$limit" systemctl --no-pager --no-ask-password "$1" -- "$service" ;;
    init) node_run "$limit" "/etc/init.d/$service" "$1" ;;
    declared)
      if [[ $1 == restart ]]; then
        declared_do stop "$limit" && await_state stopped "$wait_seconds" && declared_do start "$limit"
      else
        declared_do "$1" "$limit"
      fi
      ;;
  esac
}

declared_do() {
  local words=()
  read -r -a words <<<"${NODE["$1"]-signal TERM}"
  # Only what declared_state has just recognised gets a signal.
  declared_state
  if [[ $1 != start && $main_pid == 0 ]]; then return 0; fi
  if [[ ${words[0]} == signal ]]; then
    if [[ $1 == start || ${#words[@]} -ne 2 || ! ${words[1]} =~ ^(TERM|INT|QUIT|HUP|USR1|USR2|WINCH)$ ]]; then
      rune_error_kv 4 "$1 in $NODE_FILE has to be a command, or signal with one of TERM, INT, QUIT, HUP, USR1, USR2, WINCH" file="$NODE_FILE"
    fi
    NODE_SAID=$(kill -s "${words[1]}" -- "$main_pid" 2>&1)
    return
  fi
  node_words "$1"
  node_run "$2" "${NODE_WORDS[@]}"
}

# Before anything is done: every command that will be needed is one.
declared_check() {
  local key
  if [[ $manager != declared ]]; then return 0; fi
  for key in "$@"; do
    if [[ $key == start || ${NODE["$key"]-signal} != signal* ]]; then node_words "$key"; fi
  done
}

# Where the administrator declares how: a configuration with which the service would not come back is found while it runs.
service_check() {
  if [[ $manager != declared || -z ${NODE[check]-} ]]; then return 0; fi
  node_words check
  node_run 60 "${NODE_WORDS[@]}" || service_failed "the check of $service failed; nothing was done"
}

# await_state active|stopped SECONDS: polls until it is so; 1 when it never was.
await_state() {
  local now end
  node_now_ms now
  end=$((now + $2 * 1000))
  while :; do
    service_state
    if "is_$1"; then return 0; fi
    # A unit that runs once and ends well is never seen active.
    if [[ $1 == active && $unit_type == oneshot && $active_state == inactive && $unit_result == success ]]; then return 0; fi
    node_now_ms now
    if ((now >= end)); then return 1; fi
    sleep 0.2
  done
}

# service_finish CHANGED WOULD_CHANGE MESSAGE: answers with the state before and after.
service_finish() {
  local after
  service_json after
  rune_out active_state "$active_state"
  rune_out_json changed "$1"
  rune_out_json would_change "$2"
  rune_out_json before "$before"
  rune_out_json after "$after"
  rune_finish "$3"
}

# service_failed MESSAGE: error 3 with the state that the service is in now.
service_failed() {
  local said=$NODE_SAID after
  service_state
  service_json after
  rune_out_json before "$before"
  rune_out_json after "$after"
  rune_out said "$said"
  NODE_SAID=$said
  rune_err 3 "$1$(node_because)"
  rune_finish
}

# Whether it stays active: one that dies at once was active for a moment.
settles() {
  sleep 1
  service_state
  is_active || [[ $unit_type == oneshot && $active_state == inactive && $unit_result == success ]]
}
