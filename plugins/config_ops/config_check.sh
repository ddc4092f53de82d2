#!/usr/bin/env bash
# Says whether a declared configuration is there and valid, its digest, and which backups there are.
# shellcheck disable=SC2154 # what is not set here is set by declared.sh
set -euo pipefail
# shellcheck source=/dev/null
source "${RUNE_LIB:-/opt/rune/lib/rune_bpcs.sh}"
rune_init
# shellcheck source=/dev/null
source "${BASH_SOURCE[0]%/*}/declared.sh"

config_begin
exists=false valid=false sha256='' said=''
if [[ -f $file ]]; then
  exists=true
  if ! sha256_of sha256 "$file"; then rune_error_kv 2 "$file cannot be read by this account" missing=permission file="$file"; fi
  if config_valid "$file"; then valid=true; else said=$NODE_SAID; fi
fi

# The newest first.
list='' count=0 truncated=false
while IFS='/' read -r -d '' modified size name; do
  if [[ ! $name =~ $backup_name ]]; then continue; fi
  if ((++count > 50)); then
    truncated=true
    break
  fi
  digest=''
  sha256_of digest "$backups/$name" || :
  list+=",{\"backup\":\"$name\",\"sha256\":\"$digest\",\"size_bytes\":$size,\"modified\":\"$modified\"}"
done < <(TZ=UTC0 find -P "$backups" -mindepth 1 -maxdepth 1 -type f -printf '%TY-%Tm-%TdT%TH:%TM:%.2TSZ/%s/%f\0' 2>/dev/null | LC_ALL=C sort -z -r)

rune_out config "$config"
rune_out path "$file"
rune_out_json exists "$exists"
rune_out_json valid "$valid"
rune_out sha256 "$sha256"
rune_out said "${said:0:500}"
rune_out_json backups "[${list#,}]"
rune_out_json backups_truncated "$truncated"
if [[ $exists == false ]]; then rune_finish "$config is missing"; fi
if [[ $valid == true ]]; then rune_finish "$config is valid"; fi
rune_finish "$config is not valid"
