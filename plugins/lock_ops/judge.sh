# shellcheck shell=bash disable=SC2034,SC2154 # what is set here is for the actions
# Judges a lock file. It is stale only when all of it is proven: its owner's process is gone, nobody has the file open or
# locked, and it is old enough. What cannot be proven is a reason why it is not stale.

# shellcheck source=/dev/null
source "${RUNE_LIB%/*}/rune_node.sh"

path='' min_age_seconds=0 program='' exists=false stale=false owner_pid=0 owner=none age_seconds=0 identity='' reasons='' why=''

lock_parameters() {
  node_text path path '^~?/[a-zA-Z0-9._/@+=,:-]{1,1000}$' 'an absolute path'
  node_number min_age_seconds min_age_seconds 60 0 31536000
  node_text program program '^[a-zA-Z0-9._+-]{0,64}$' 'the name of a program' ''
  # A lock by its name, so that this can never be pointed at another kind of file.
  if ! node_place "$path" || [[ ! ${path##*/} =~ ^(.*[._-])?(lock|lck|pid)$|^LCK\.\.|^\.?[lL][oO][cC][kK]$ ]]; then
    rune_error_kv 1 "path has to be a lock file: its name ends with lock, lck or pid" path="$path"
  fi
  path=$NODE_PLACE
  if [[ ! -d ${path%/*}/ ]]; then rune_error_kv 2 "there is no folder ${path%/*} on this node" missing="${path%/*}"; fi
  # Where another machine may hold it, this one cannot know.
  case $(LC_ALL=C timeout --foreground 10 stat -f -c %T -- "${path%/*}/" 2>/dev/null || echo unknown) in
    nfs* | cifs | smb* | ceph | 9p | fuse* | lustre | gpfs | gfs* | ocfs2 | afs | unknown)
      rune_error_kv 2 "$path lies on a file system that other machines may use, or that does not answer" missing=local-file-system
      ;;
  esac
}

# reason TEXT: one more why it is not proven to be stale; `why` is the first.
reason() {
  local json
  why=${why:-${1:0:200}}
  rune_quote -v json "${1:0:300}"
  reasons+=",$json"
}

lock_judge() {
  local kind size modified now text
  exists=false stale=false owner_pid=0 owner=none age_seconds=0 identity='' reasons='' why=''
  if [[ ! -e $path && ! -L $path ]]; then
    reason 'there is no lock'
    return
  fi
  exists=true
  # The device, inode and times tell this lock from one that is made later under the same name.
  identity=$(LC_ALL=C stat -c '%d:%i:%Y:%Z:%s' -- "$path" 2>/dev/null) || identity=''
  IFS='|' read -r kind size modified < <(LC_ALL=C stat -c '%F|%s|%Y' -- "$path" 2>/dev/null) || :
  if [[ $kind != 'regular file' && $kind != 'regular empty file' ]]; then
    reason "it is a ${kind:-file that cannot be looked at}, not a regular file"
    return
  fi
  if [[ ! -r $path ]] || ((size > 4096)); then
    reason 'its text cannot be read, or is longer than a lock'
    return
  fi
  printf -v now '%(%s)T' -1
  age_seconds=$((now - modified))
  if ((age_seconds < 0)); then
    age_seconds=0
    reason 'it was changed in the future, so its age is not known'
  elif ((age_seconds < min_age_seconds)); then
    reason "it is $age_seconds s old, and has to be $min_age_seconds s old"
  fi
  text=$(LC_ALL=C head -c 200 -- "$path" | tr -d '\0') || :
  if [[ $text =~ ^[[:space:]]*([1-9][0-9]{0,9})([[:space:]]|$) ]]; then
    owner_pid=${BASH_REMATCH[1]}
    judge_owner "$owner_pid" "$modified"
  else
    reason 'it names no process id, so nobody can say whose it is'
  fi
  judge_holders
  if [[ -z $reasons ]]; then stale=true; fi
}

# An id may have been given to another process since. Wall clocks jump, so two things have to say so: the process
# started after the lock was written, and it is not the program that makes this lock.
judge_owner() {
  local stat field started boot name='' tick
  if [[ ! -d /proc/$1 ]]; then
    owner=gone
    judge_containers "$1"
    return
  fi
  owner=alive
  { stat=$(<"/proc/$1/stat") && name=$(<"/proc/$1/comm"); } 2>/dev/null || {
    reason "process $1 ends or starts just now"
    return
  }
  read -r -a field <<<"${stat##*) }"
  boot=$(LC_ALL=C sed -n 's/^btime //p' /proc/stat)
  tick=$(getconf CLK_TCK 2>/dev/null) || tick=100
  started=$((boot + field[19] / tick))
  if ((started > $2 + 60)) && [[ -n $program && $name != "${program:0:15}" ]]; then
    owner=reused
    return
  fi
  reason "process $1 ($name) is alive"
}

# In a container the same process has another id, and the lock may hold that one.
judge_containers() {
  local files=() found=''
  files=(/proc/[0-9]*/status)
  found=$(LC_ALL=C grep -l -E -m 1 "^NSpid:.*[[:space:]]$1\$" -- "${files[@]}" 2>/dev/null | head -n 1) || :
  if [[ -n $found ]]; then
    owner=container
    reason "a process in a container has the id $1 there (here ${found//[!0-9]/})"
  fi
}

judge_holders() {
  local inode own said='' pid seen=no holder='' status=0
  IFS=':' read -r _ inode _ <<<"$identity"
  if ((EUID != 0)); then
    reason 'only root can see whether somebody has it open'
    return
  fi
  # The device is left out: it is not written the same way for every file system.
  if [[ ! -r /proc/locks ]]; then
    reason '/proc/locks cannot be read'
  elif LC_ALL=C grep -q -E ":$inode " /proc/locks; then
    reason 'it is locked (/proc/locks)'
  fi
  # This shell has it open itself: a search that does not find this one proves nothing.
  if ! { exec {own}<"$path"; } 2>/dev/null; then
    reason 'it cannot be opened'
    return
  fi
  said=$(
    printf '%d\n' "$BASHPID"
    timeout --foreground 20 find -L /proc/[0-9]*/fd -maxdepth 1 -type f -samefile "$path" 2>/dev/null {own}<&-
  ) || status=$?
  exec {own}<&-
  # Its first line is the shell of the search.
  while IFS='/' read -r _ _ pid _; do
    if [[ $pid == "$$" ]]; then
      seen=yes
    elif [[ -n $pid && $pid != "${said%%$'\n'*}" ]]; then
      holder=$pid
    fi
  done <<<"$said"
  if [[ -n $holder ]]; then
    reason "process $holder has it open"
  elif [[ $seen == no ]] || ((status == 124)); then
    # Its other complaints are about processes that ended meanwhile.
    reason 'the open files of this node could not be looked through'
  fi
}

lock_output() {
  rune_out path "$path"
  rune_out_json exists "$exists"
  rune_out_json stale "$stale"
  rune_out owner "$owner"
  rune_out_json owner_pid "$owner_pid"
  rune_out_json age_seconds "$age_seconds"
  rune_out_json reasons "[${reasons#,}]"
}
