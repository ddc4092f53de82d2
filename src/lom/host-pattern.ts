/** Patterns of host names as OpenSSH has them, in known_hosts and in ssh_config. */

/** `*` is any text, `?` one character. Steps back to the last `*` only, so that no pattern takes long. */
export function matchesPattern(name: string, pattern: string): boolean {
  let at = 0
  let inPattern = 0
  let star = -1
  let retry = 0
  while (at < name.length) {
    if (pattern[inPattern] === '*') {
      star = inPattern++
      retry = at
    } else if (pattern[inPattern] === '?' || pattern[inPattern] === name[at]) {
      inPattern += 1
      at += 1
    } else if (star >= 0) {
      inPattern = star + 1
      at = ++retry
    } else return false
  }
  return /^\**$/.test(pattern.slice(inPattern))
}
