#!/usr/bin/env bash
# Frees space from a closed list of places: the journal, package caches, rotated logs, and folders that the node's
# administrator has named. No link is followed, no file system is left, and the number of files and bytes is bounded.
# shellcheck disable=SC2154 # node_text and node_number set what is named
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init
# shellcheck source=/dev/null
source "${RUNE_LIB%/*}/rune_node.sh"

cleanups=()
node_number journal_keep_mb journal_keep_mb 0 0 1000000
node_text package_caches package_caches '^(true|false)$' 'true or false' false
node_text rotated_logs rotated_logs '^(true|false)$' 'true or false' false
node_list cleanups cleanups
node_number older_than_days older_than_days 7 1 3650
node_number max_files max_files 1000 1 5000
node_number max_mb max_mb 10240 1 1000000

# ---- everything that is needed is looked at before anything is removed

if ((journal_keep_mb == 0 && ${#cleanups[@]} == 0)) && [[ $package_caches$rotated_logs == falsefalse ]]; then
  rune_error 1 "nothing is asked for: give journal_keep_mb, package_caches, rotated_logs or cleanups"
fi
if ! find / -maxdepth 0 -printf '' 2>/dev/null; then
  rune_error_kv 2 "find on this node is not GNU find, and cannot say what it removes" missing=findutils
fi
if ((journal_keep_mb > 0)); then
  node_need journalctl
  if ! node_journal; then rune_error_kv 2 "there is no journal on this node" missing=journal; fi
fi
manager=''
if [[ $package_caches == true ]]; then
  for program in apt-get dnf yum; do
    if command -v "$program" >/dev/null; then
      manager=$program
      break
    fi
  done
  if [[ -z $manager ]]; then rune_error_kv 2 "this node has none of apt-get, dnf and yum" missing=package-manager; fi
fi
names=() folders=() patterns=() days=()
for name in "${cleanups[@]+"${cleanups[@]}"}"; do
  if [[ ! $name =~ ^[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}$ ]]; then rune_error_kv 1 "cleanups has to hold names" cleanups="$name"; fi
  if ! node_file cleanup "$name.conf"; then
    rune_error_kv 2 "the administrator of this node allows no cleanup $name: there is no /etc/rune/cleanup/$name.conf" missing="$name"
  fi
  node_settings path names older_than_days
  if ! node_place "${NODE[path]-}" || [[ $NODE_PLACE != /*/?* || $(readlink -e -- "$NODE_PLACE") != "$NODE_PLACE" || ! -d $NODE_PLACE ]]; then
    rune_error_kv 4 "path in $NODE_FILE has to be a folder below another one, without links in it" file="$NODE_FILE" path="${NODE[path]-}"
  fi
  if [[ ! ${NODE[older_than_days]-} =~ ^[1-9][0-9]{0,3}$ || ! ${NODE[names]-\*} =~ ^[][a-zA-Z0-9._*?-]{1,100}$ ]]; then
    rune_error_kv 4 "$NODE_FILE has to hold older_than_days=1 or more, and names=... may be one pattern of file names" file="$NODE_FILE"
  fi
  names+=("$name") folders+=("$NODE_PLACE") patterns+=("${NODE[names]-*}")
  # A request may spare more than the administrator does, never less.
  days+=("$((NODE[older_than_days] > older_than_days ? NODE[older_than_days] : older_than_days))")
done

# ---- one item after the other

items='' freed=0 would=0 removed=0 failures='' capped=false files_left=$max_files bytes_left=$((max_mb * 1048576))
item() { # NAME FILES BYTES PROBLEM
  local name problem
  rune_quote -v name "$1"
  rune_quote -v problem "${4:0:300}"
  items+=",{\"item\":$name,\"files\":$2,\"bytes\":$3,\"problem\":$problem}"
  if [[ -n $4 ]]; then failures+="${failures:+, }$1"; fi
  if rune_dry_run; then would=$((would + $3)); else freed=$((freed + $3)); fi
}

size_of() { # VAR FOLDER...
  local __total
  __total=$(LC_ALL=C du -s -x -c -B1 -- "${@:2}" 2>/dev/null | tail -n 1) || :
  __total=${__total%%[!0-9]*}
  printf -v "$1" %d "${__total:-0}"
}

clean_journal() {
  local before after keep=$((journal_keep_mb * 1048576)) said='' problem=''
  size_of before /var/log/journal /run/log/journal
  if rune_dry_run; then
    item journal 0 $((before > keep ? before - keep : 0)) ''
    return
  fi
  said=$(LC_ALL=C journalctl --vacuum-size="${journal_keep_mb}M" 2>&1) || problem="journalctl failed: ${said##*$'\n'}"
  size_of after /var/log/journal /run/log/journal
  item journal 0 $((before > after ? before - after : 0)) "$problem"
}

clean_package_caches() {
  local before after said='' problem='' places=(/var/cache/apt/archives) words=(apt-get clean)
  if [[ $manager != apt-get ]]; then places=("/var/cache/$manager") words=("$manager" -q clean packages); fi
  size_of before "${places[@]}"
  if rune_dry_run; then
    item package_caches 0 "$before" ''
    return
  fi
  said=$(LC_ALL=C "${words[@]}" 2>&1) || problem="$manager failed: ${said##*$'\n'}"
  size_of after "${places[@]}"
  item package_caches 0 $((before > after ? before - after : 0)) "$problem"
}

# clean_files NAME FOLDER DAYS TEST...: removes regular files with one name that are old enough, the oldest first. find
# removes them itself, because it walks without being led through a link that somebody puts there meanwhile.
clean_files() {
  local name=$1 folder=$2 conditions=(-xdev -type f -links 1 -mmin +$(($3 * 1440)) "${@:4}") chosen=() inode blocks count=0 bytes=0 problem='' i
  while IFS=' ' read -r -d '' _ inode blocks; do
    # The last entry is the end of the search: what could not be looked at is not simply nothing.
    if [[ $inode == end ]]; then
      if ((blocks > 0)); then problem="not all of $folder could be looked through"; fi
      break
    fi
    if ((files_left == 0 || blocks * 512 > bytes_left)); then
      capped=true
      break
    fi
    files_left=$((files_left - 1)) bytes_left=$((bytes_left - blocks * 512))
    bytes=$((bytes + blocks * 512))
    chosen+=("$inode")
  done < <({
    status=0
    find -P "$folder" -ignore_readdir_race "${conditions[@]}" -printf '%T@ %i %b\0' 2>/dev/null || status=$?
    printf '99999999999 end %d\0' "$status"
  } | LC_ALL=C sort -z -n)
  if rune_dry_run || ((${#chosen[@]} == 0)); then
    item "$name" "${#chosen[@]}" "$bytes" "$problem"
    return
  fi
  local which=() blocks_gone
  for i in "${chosen[@]}"; do which+=(-o -inum "$i"); done
  bytes=0
  while IFS= read -r -d '' blocks_gone; do
    count=$((count + 1)) bytes=$((bytes + blocks_gone * 512))
  done < <(find -P "$folder" "${conditions[@]}" '(' "${which[@]:1}" ')' -delete -printf '%b\0' 2>/dev/null)
  removed=$((removed + count))
  if ((count < ${#chosen[@]})); then problem="$((${#chosen[@]} - count)) of ${#chosen[@]} files could not be removed"; fi
  item "$name" "$count" "$bytes" "$problem"
}

if ((journal_keep_mb > 0)); then clean_journal; fi
if [[ $package_caches == true ]]; then clean_package_caches; fi
if [[ $rotated_logs == true && -d /var/log && ! -L /var/log ]]; then
  # What auditors and the journal keep is not in it.
  clean_files rotated_logs /var/log "$older_than_days" -not -path '/var/log/journal/*' -not -path '/var/log/audit/*' \
    -not -name 'wtmp*' -not -name 'btmp*' -not -name 'lastlog*' -regextype posix-extended \
    -regex '.*(\.(gz|xz|bz2|zst|old|[0-9]{1,3})|-20[0-9]{6}(\.log)?)'
fi
for ((n = 0; n < ${#names[@]}; n++)); do
  clean_files "${names[n]}" "${folders[n]}" "${days[n]}" -name "${patterns[n]}"
done

changed=false
if ((freed > 0 || removed > 0)); then changed=true; fi
rune_out_json changed "$changed"
rune_out_json freed_bytes "$freed"
rune_out_json would_free_bytes "$would"
rune_out_json removed_files "$removed"
rune_out_json capped "$capped"
rune_out_json items "[${items#,}]"
if [[ -n $failures ]]; then
  rune_err 3 "not everything could be cleaned up: $failures"
  rune_finish
fi
if rune_dry_run; then rune_finish "$would bytes would be freed"; fi
rune_finish "$freed bytes were freed"
