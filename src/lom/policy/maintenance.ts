/** Gate: while maintenance is on, only reads run. */
import type { PlanStep } from '../../protocol/types.gen.ts'
import { effectsOf } from '../plan-calls.ts'
import type { Gate, Policy } from '../policy.ts'

export const maintenance: Gate = {
  name: 'maintenance',
  check: (plan, { policy }) => maintenanceRefusal(policy, effectsOf(plan)),
}

export function maintenanceRefusal(
  { maintenance: mode }: Policy,
  effects: readonly PlanStep['effect'][],
): string | undefined {
  const stopped = effects.filter((effect) => effect !== 'read')
  if (!mode?.on || stopped.length === 0) return undefined
  const why = mode.reason ? `: ${mode.reason}` : ''
  return `policy.maintenance is on${why}; until it is off only reads run, and this has ${stopped.join(' and ')}`
}
