/** What a change does to the times in which the policy lets something run, and to who may pass them. */
import { parseDuration } from '../../document/duration.ts'
import { canonical } from '../../protocol/envelope.ts'
import { DEFAULT_AGE } from '../policy/request-age.ts'
import type { Policy } from '../policy.ts'
import {
  type Difference,
  differenceOf,
  type Effect,
  gainsAndLosses,
  limitDifference,
} from './difference.ts'

/** Whatever opens more, ends a freeze or lets more people pass is raised; a pattern may cover more, so it is too. */
export function timeDifferences(was: Policy, is: Policy): Difference[] {
  return [
    ...windowDifferences(was.windows ?? [], is.windows ?? []),
    ...freezeDifferences(was.freezes ?? [], is.freezes ?? []),
    ...switchDifference(was.maintenance, is.maintenance),
    ...glassDifferences(was['break-glass'], is['break-glass']),
  ]
}

/** Which branches, how old and how many at once. Without `refs` it is the default branch, whose name is not known here. */
export function requestLimitDifferences(was: Policy['limits'], is: Policy['limits']): Difference[] {
  const ageOf = ({ 'request-age': age = DEFAULT_AGE }: Policy['limits']): number =>
    parseDuration(age) ?? 0
  // Where it is written, a request of unknown age is refused; where it is not, it is not.
  const older = is['request-age'] === undefined || ageOf(is) > ageOf(was)
  const [had, has] = [was.refs, is.refs]
  return [
    ...differenceOf('limit request-age', was['request-age'], is['request-age'], older),
    ...limitDifference('limit concurrency', was.concurrency, is.concurrency),
    ...(had && has
      ? gainsAndLosses('limit refs', had, has, true)
      : differenceOf('limit refs', had ?? 'default branch', has ?? 'default branch', true)),
  ]
}

type Windows = NonNullable<Policy['windows']>
type Freezes = NonNullable<Policy['freezes']>

/** The first window of an effect shuts every other time; the next one opens more, and without the last all is open. */
function windowDifferences(was: Windows, is: Windows): Difference[] {
  const [gone, added] = [without(was, is), without(is, was)]
  const hadSome = (effect: Effect) => was.some(({ effects }) => effects.includes(effect))
  const hasSome = (effect: Effect) => is.some(({ effects }) => effects.includes(effect))
  return [
    ...added.flatMap((window) =>
      differenceOf('window added', undefined, window, window.effects.some(hadSome)),
    ),
    ...gone.flatMap((window) =>
      differenceOf(
        'window removed',
        window,
        undefined,
        window.effects.some((effect) => !hasSome(effect)),
      ),
    ),
  ]
}

function freezeDifferences(was: Freezes, is: Freezes): Difference[] {
  return [
    ...without(is, was).flatMap((freeze) => differenceOf('freeze added', undefined, freeze)),
    ...without(was, is).flatMap((freeze) =>
      differenceOf('freeze removed', freeze, undefined, true),
    ),
  ]
}

function switchDifference(was: Policy['maintenance'], is: Policy['maintenance']): Difference[] {
  const [before, after] = [was, is].map((mode) => (mode?.on ? 'on' : 'off'))
  return differenceOf('maintenance', before, after, after === 'off')
}

function glassDifferences(was: Policy['break-glass'], is: Policy['break-glass']): Difference[] {
  return [
    ...gainsAndLosses('break-glass actors', was?.actors ?? [], is?.actors ?? [], true),
    ...gainsAndLosses('break-glass relaxes', was?.relaxes ?? [], is?.relaxes ?? [], true),
    ...differenceOf('break-glass ticket', was?.ticket, is?.ticket, was !== undefined),
  ]
}

/** Those that the others do not have, in their order. */
function without<T>(items: readonly T[], others: readonly T[]): readonly T[] {
  const known = new Set(others.map(canonical))
  return items.filter((item) => !known.has(canonical(item)))
}
