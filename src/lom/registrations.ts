/** The registry as MRS messages. */
import { formatProblem } from '../document/diagnostic.ts'
import { timeLimitMs } from '../plugin/manifest.ts'
import { mrsRegistration } from '../protocol/mrs.ts'
import type { MrsRegistration } from '../protocol/types.gen.ts'
import type { Registry } from './registry.ts'

/**
 * The full registration messages; `registeredAt` is the commit's time where there is one. `used` are the actions of a
 * plan: they and their modules are active.
 */
export function registrations(
  registry: Registry,
  registeredAt: string,
  used: ReadonlySet<string> = new Set(),
): MrsRegistration[] {
  return registry.modules.map(({ module, bundleSha256, state, reasons }) => {
    const names = Object.keys(module.declaration.actions)
    return mrsRegistration({
      module: module.declaration,
      bundleSha256,
      registeredAt,
      source: module.file,
      timeoutMs: timeLimitMs,
      state: names.some((name) => used.has(name)) ? 'active' : state,
      reasons: reasons.map(formatProblem),
      actionState: (name) =>
        used.has(name) ? 'active' : (registry.actions.get(name)?.state ?? 'unavailable'),
    })
  })
}
