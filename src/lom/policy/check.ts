/** What a policy that has its shape still gets wrong: each mistake where it stands, and with any nothing is allowed. */
import { problem } from '../../document/diagnostic.ts'
import { parseDuration } from '../../document/duration.ts'
import type { Document } from '../../document/yaml.ts'
import { patternFault } from '../../protocol/pattern.ts'
import { nearest, show } from '../../protocol/schemas.ts'
import type { Problem } from '../../protocol/types.gen.ts'
import type { Policy } from '../policy.ts'
import { parseSelector } from '../selector.ts'
import { wholePattern } from './break-glass.ts'
import { momentOf } from './freezes.ts'
import { LONGEST_AGE } from './request-age.ts'
import { isZone, zoneNames } from './wall-clock.ts'
import { WHO_PREFIXES } from './who.ts'

interface Mistake {
  /** Below /policy. */
  readonly at: string
  /** Where in the text there, from zero. */
  readonly offset?: number
  readonly rule: string
  readonly message: string
}

export function policyProblems(policy: Policy, document: Document): Problem[] {
  const mistakes = [
    ...policy.allow.flatMap((entry, i) => [
      ...selectorMistake(`allow/${i}/targets`, entry.targets),
      ...entry.actors.flatMap((who, j) => whoMistake(`allow/${i}/actors/${j}`, who)),
    ]),
    ...(policy.windows ?? []).flatMap(windowMistakes),
    ...(policy.freezes ?? []).flatMap(freezeMistakes),
    ...glassMistakes(policy['break-glass']),
    ...ageMistake(policy.limits['request-age']),
  ]
  const { file } = document
  return mistakes.map(({ at, offset, rule, message }) => {
    const pointer = `/policy/${at}`
    const position =
      offset === undefined ? document.position(pointer) : document.positionIn(pointer, offset)
    return problem({ kind: 'document-schema', rule, message, file, position })
  })
}

function selectorMistake(at: string, targets: string | undefined): Mistake[] {
  const parsed = targets === undefined ? undefined : parseSelector(targets)
  return parsed?.kind === 'invalid'
    ? [{ at, offset: parsed.at, rule: 'selector', message: parsed.message }]
    : []
}

/** A word before a colon that nobody knows would cover nobody, and say so too late. */
function whoMistake(at: string, who: string): Mistake[] {
  const colon = who.indexOf(':')
  const prefix = who.slice(0, colon)
  const name = who.slice(colon + 1)
  if (colon < 0 || (WHO_PREFIXES.some((one) => one === prefix) && name !== '')) return []
  const near = nearest(prefix, WHO_PREFIXES)
  const hint = near === undefined || name === '' ? '' : `; did you mean ${near}:${name}?`
  const message = `${show(who)} names nobody; expected LOGIN, user:LOGIN, team:SLUG or app:NAME${hint}`
  return [{ at, rule: 'actors', message }]
}

function windowMistakes(
  { zone, from, to }: NonNullable<Policy['windows']>[number],
  i: number,
): Mistake[] {
  const mistakes: Mistake[] = []
  if (!isZone(zone)) {
    const near = nearest(zone, zoneNames())
    const hint = near === undefined ? '' : `; did you mean ${near}?`
    const message = `${show(zone)} is no time zone; expected a name of the IANA database such as Europe/Berlin${hint}`
    mistakes.push({ at: `windows/${i}/zone`, rule: 'zone', message })
  }
  if (from === to) {
    const message =
      'this window is never open: it closes when it opens; all of a day is from "00:00" to "24:00"'
    mistakes.push({ at: `windows/${i}/to`, rule: 'window', message })
  }
  return mistakes
}

function freezeMistakes(
  { from, to }: NonNullable<Policy['freezes']>[number],
  i: number,
): Mistake[] {
  const ends = { from: momentOf(from), to: momentOf(to) }
  const wrong = (['from', 'to'] as const).filter((end) => ends[end] === undefined)
  if (wrong.length > 0)
    return wrong.map((end) => ({
      at: `freezes/${i}/${end}`,
      rule: 'freeze',
      message: `there is no such day or time: ${show(end === 'from' ? from : to)}`,
    }))
  if ((ends.from ?? 0) < (ends.to ?? 0)) return []
  const message = `this freeze does not end after it begins: ${from} to ${to}`
  return [{ at: `freezes/${i}/to`, rule: 'freeze', message }]
}

function glassMistakes(rules: Policy['break-glass']): Mistake[] {
  if (rules === undefined) return []
  // Alone as well: what closes a group that it did not open would fit once it is wrapped.
  const wrong = patternFault(rules.ticket) ?? patternFault(wholePattern(rules.ticket))
  const message = `the pattern ${show(rules.ticket)} cannot be used: ${wrong}; patterns are written for RE2`
  return [
    ...rules.actors.flatMap((who, i) => whoMistake(`break-glass/actors/${i}`, who)),
    ...(wrong === undefined ? [] : [{ at: 'break-glass/ticket', rule: 'pattern', message }]),
  ]
}

function ageMistake(age: string | undefined): Mistake[] {
  const [ms, most] = [age, LONGEST_AGE].map((text) =>
    text === undefined ? undefined : parseDuration(text),
  )
  if (ms === undefined || most === undefined || ms <= most) return []
  const message = `${age} is more than ${LONGEST_AGE}: a node remembers for a week what it has run, and older requests could run twice`
  return [{ at: 'limits/request-age', rule: 'request-age', message }]
}
