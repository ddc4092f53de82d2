# shellcheck shell=bash disable=SC2034,SC2154 # what is set here is for the actions
# Reads what the node's administrator says of a configuration file, /etc/rune/configs/NAME.conf: where it lies, where its
# backups lie, which command says whether it is valid, and which one, if any, makes it take effect.

# shellcheck source=/dev/null
source "${RUNE_LIB%/*}/rune_node.sh"

config='' file='' backups='' validates=no said=''
backup_name='^[a-zA-Z0-9][a-zA-Z0-9._+@=-]{0,199}$'

config_begin() {
  local word
  node_text config config '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}$' "a configuration's name"
  node_need sha256sum
  if ! node_file configs "$config.conf"; then
    rune_error_kv 2 "the administrator of this node has declared no configuration $config: there is no /etc/rune/configs/$config.conf" missing="$config"
  fi
  node_settings path backups validate apply
  if ! node_place "${NODE[path]-}"; then rune_error_kv 4 "path in $NODE_FILE has to be an absolute path" file="$NODE_FILE"; fi
  file=$NODE_PLACE
  if ! node_place "${NODE[backups]-}" || [[ ! -d $NODE_PLACE ]]; then
    rune_error_kv 4 "backups in $NODE_FILE has to be a folder of this node" file="$NODE_FILE" backups="${NODE[backups]-}"
  fi
  backups=$NODE_PLACE
  __node_trusted "$backups" directory 0002
  if [[ -n ${NODE[apply]-} ]]; then node_words apply; fi
  node_words validate
  for word in "${NODE_WORDS[@]}"; do
    if [[ $word == '{}' ]]; then validates=candidate; fi
  done
  if [[ ! -d ${file%/*} ]]; then rune_error_kv 2 "there is no folder ${file%/*} on this node" missing="${file%/*}"; fi
  if [[ -e $file || -L $file ]] && [[ ! -f $file || -L $file ]]; then
    rune_error_kv 4 "$file is not a regular file" file="$file"
  fi
}

# sha256_of VAR FILE: 1 when it cannot be read.
sha256_of() {
  local __sum
  __sum=$(sha256sum <"$2" 2>/dev/null) && __sum=${__sum%% *} && [[ ${#__sum} == 64 ]] && printf -v "$1" %s "$__sum"
}

# config_valid FILE: runs the administrator's command; `{}` in it stands for the file. NODE_SAID has its words.
config_valid() {
  local i status=0
  node_words validate
  for ((i = 0; i < ${#NODE_WORDS[@]}; i++)); do
    if [[ ${NODE_WORDS[i]} == '{}' ]]; then NODE_WORDS[i]=$1; fi
  done
  node_run 60 "${NODE_WORDS[@]}" || status=$?
  return "$status"
}
