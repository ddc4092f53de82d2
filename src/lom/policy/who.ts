/** Whether an entry of a list of people covers somebody. */
import type { Policy } from '../policy.ts'

/** Actor -> the slugs of the teams that he is in. */
export type Teams = ReadonlyMap<string, readonly string[]>

/** What may stand before the colon of an entry. */
export const WHO_PREFIXES = ['user', 'team', 'app'] as const

/**
 * `*` covers everybody, `user:x` and `x` that login, `app:x` the bot `x[bot]`, and `team:x` whom GitHub lists in it now.
 * Without teams nobody is in one. Names are compared exactly.
 */
export function coversActor(entry: string, actor: string, teams: Teams | undefined): boolean {
  if (entry === '*') return true
  const colon = entry.indexOf(':')
  if (colon < 0) return entry === actor
  const name = entry.slice(colon + 1)
  switch (entry.slice(0, colon)) {
    case 'user':
      return name === actor
    case 'app':
      return `${name}[bot]` === actor
    case 'team':
      return teams?.get(actor)?.includes(name) ?? false
    default:
      return false
  }
}

/** The teams that a policy names, each once. */
export function namedTeams({
  allow,
  'break-glass': glass,
}: Pick<Policy, 'allow' | 'break-glass'>): readonly string[] {
  const entries = [...allow.flatMap(({ actors }) => actors), ...(glass?.actors ?? [])]
  const named = entries.filter((entry) => entry.startsWith(TEAM))
  return [...new Set(named.map((entry) => entry.slice(TEAM.length)))].sort()
}

const TEAM = 'team:'

/** For a refusal: the entries name teams, and nobody has said who is in them. Empty where that is not so. */
export function teamsUnknown(entries: readonly string[], teams: Teams | undefined): string {
  const named = [...new Set(entries.filter((entry) => entry.startsWith(TEAM)))].sort()
  if (teams !== undefined || named.length === 0) return ''
  return ` (who is in ${named.join(', ')} is not known here: GitHub was not asked, or did not say)`
}
