/** Asks GitHub who is in the teams that a policy names, for those who take part in starting a run. */
import { isSlug } from '../github/members.ts'
import type { Circumstances } from '../lom/judge.ts'
import { namedTeams } from '../lom/policy/who.ts'
import type { Policy } from '../lom/policy.ts'
import type { ApprovalSource } from './approvals.ts'
import { faultOf } from './run-log.ts'

/** Each is a request for each actor, of those that one run may make. */
const MOST_TEAMS = 50

/** Nothing is asked where no team is named. Never rejects: with one answer missing all of them are left out. */
export async function teamsNow(
  { github, warn }: Pick<ApprovalSource, 'github' | 'warn'>,
  policy: Policy,
  actors: readonly string[],
): Promise<Pick<Circumstances, 'teams'>> {
  const named = namedTeams(policy)
  if (named.length === 0) return {}
  const slugs = named.filter(isSlug)
  for (const name of named.filter((one) => !isSlug(one)))
    warn(
      `team:${name} in the policy names no team, so nobody is in it; expected its slug, in lower case as in the team's address`,
    )
  const unknown = (why: string): Pick<Circumstances, 'teams'> => {
    const shown = slugs.slice(0, 5).map((slug) => `team:${slug}`)
    const more = slugs.length > shown.length ? ` and ${slugs.length - shown.length} more` : ''
    warn(`Who is in ${shown.join(', ')}${more} is not known, so these cover nobody: ${why}`)
    return {}
  }
  if (slugs.length > MOST_TEAMS)
    return unknown(`the policy names ${slugs.length} teams; at most ${MOST_TEAMS} are asked for`)
  try {
    const teams = new Map<string, readonly string[]>()
    for (const login of actors) {
      const mine: string[] = []
      for (const slug of slugs) if (await github.isMember({ slug, login })) mine.push(slug)
      teams.set(login, mine)
    }
    return { teams }
  } catch (caught) {
    return unknown(faultOf(caught).message)
  }
}
