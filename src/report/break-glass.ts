/** Says that gates of the policy were passed in an emergency, in the same words everywhere. */
import type { BreakGlass } from '../protocol/types.gen.ts'

export const BREAK_GLASS = 'BREAK GLASS'

/** One line of raw text; none where nobody broke it. */
export function breakGlassLines(glass: BreakGlass | undefined): string[] {
  if (glass === undefined) return []
  const { by, ticket, reason, relaxed } = glass
  const passed = relaxed.length === 0 ? 'no gate needed it' : `passes ${relaxed.join(', ')}`
  return [`${BREAK_GLASS} by ${by.join(' and ')} for ${ticket}: ${passed}; ${reason}`]
}
