/** Reads whether somebody is in a team of the organization that the repository belongs to. */
import type { Place } from './branch.ts'
import type { Client } from './client.ts'
import { inconsistent, objectOf, textOf } from './read.ts'

export interface Membership {
  /** As GitHub writes it in addresses. */
  readonly slug: string
  readonly login: string
}

// A slug of dots would lead to the memberships of the whole organization.
const SLUG = /^[a-z0-9_-]{1,128}$/
/** Of a person: an App has brackets, and is in no team. */
const PERSON = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/

/** Whether GitHub can have a team under this name. */
export const isSlug = (name: string): boolean => SLUG.test(name)

/**
 * Through a team below it too. 404 is false: GitHub says so of who is not in it, of a team that there is not, and of one
 * that the token's owner may not see.
 */
export async function isMember(
  client: Client,
  { owner }: Place,
  { slug, login }: Membership,
): Promise<boolean> {
  if (!isSlug(slug) || !PERSON.test(login)) return false
  const answer = await client.get(
    'GET /orgs/{org}/teams/{team_slug}/memberships/{username}',
    { org: owner, team_slug: slug, username: login },
    { needs: 'members: read', missing: true },
  )
  if (answer === undefined) return false
  const { state, url } = objectOf(answer.data, `the membership of ${login} in ${slug}`)
  const of = textOf(url, 'url of a membership', /^https?:\/\/[\x21-\x7e]{1,480}$/)
  if (!of.toLowerCase().endsWith(`/memberships/${login.toLowerCase()}`))
    throw inconsistent(`GitHub's API: asked for the membership of ${login}, got another`)
  // `pending` is an invitation that nobody has accepted.
  return textOf(state, 'state of a membership', /^(?:active|pending)$/) === 'active'
}
