/** Gate: GitHub starts a run only from a branch that is trusted; the command line has no such thing. */
import type { Gate } from '../policy.ts'

/** Where the workflow was started from, as GitHub says. */
export interface Ref {
  /** `refs/heads/main`. */
  readonly name: string
  /** Of the repository, without `refs/heads/`. */
  readonly defaultBranch?: string
}

export const refs: Gate = {
  name: 'refs',
  ofRequest: true,
  check: (_plan, { policy, trigger, ref }) => {
    if (trigger === 'cli') return undefined
    const listed = policy.limits.refs
    const own = ref?.defaultBranch
    const trusted = listed ?? (own === undefined ? [] : [own])
    const source = `policy.limits.refs${listed === undefined ? ', by default' : ''}`
    if (ref === undefined)
      return `it is not known from which branch the run was started (GITHUB_REF is not set); trusted are ${source}`
    // Compared whole: a tag may have a branch's name.
    if (trusted.some((branch) => ref.name === `refs/heads/${branch}`)) return undefined
    const names = trusted.length === 0 ? 'no branch' : `the branch ${trusted.join(', ')}`
    const unknown =
      listed === undefined && own === undefined
        ? ': the event does not name the default branch'
        : ''
    return `the run was started from ${ref.name}; trusted is ${names} (${source})${unknown}`
  },
}
