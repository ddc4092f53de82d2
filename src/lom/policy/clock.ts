/** The gates that time alone may shut while a run goes on, for one step that is about to start. */
import type { PlanStep } from '../../protocol/types.gen.ts'
import type { Facts } from '../policy.ts'
import { breakGlass } from './break-glass.ts'
import { freezeRefusal } from './freezes.ts'
import { maintenanceRefusal } from './maintenance.ts'
import { windowRefusal } from './windows.ts'

/** Why a step of this effect may not start at `facts.now`, with the gate's name in front; undefined: it may. */
export function clockRefusal(effect: PlanStep['effect'], facts: Facts): string | undefined {
  const { policy, now, breakGlass: asked } = facts
  const glass = asked === undefined ? undefined : breakGlass(asked, facts)
  const relaxes = glass?.kind === 'granted' ? glass.relaxes : []
  const said = [
    ['windows', windowRefusal(policy, [effect], now)],
    ['freezes', freezeRefusal(policy, [effect], now)],
    ['maintenance', maintenanceRefusal(policy, [effect])],
  ] as const
  const refusals = said.flatMap(([gate, reason]) =>
    reason === undefined || relaxes.includes(gate) ? [] : [`${gate}: ${reason}`],
  )
  return refusals.length === 0 ? undefined : refusals.join('; ')
}
