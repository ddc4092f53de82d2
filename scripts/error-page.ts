/** The table of error kinds as a page of docs/: one section a kind, whose anchor is the kind. */
import { classify, EPS, type EpsKind } from '../src/protocol/eps.ts'

const kinds = Object.keys(EPS) as EpsKind[]

/** Ends with a line feed. `banner` says where the page comes from. */
export function errorPage(banner: string): string {
  return `${[
    '# Errors',
    banner,
    'Every failure that RUNE reports has one of these kinds. A kind is stable; the numeric code is the one of EPS 1.0, and several kinds may share it. `rune explain KIND` and `rune explain CODE` print the same.',
    SEVERITY,
    ...kinds.map(section),
  ].join('\n\n')}\n`
}

const SEVERITY = `- *Severity* follows impact. Where one node of a run is concerned, nothing is critical: the others go on.
- *Priority* says how soon a person should look: the severity, at least high where nobody knows what ran, and one step lower
  where nothing ran and RUNE may try again by itself.
- *Executed* is what is known when the error itself does not say more precisely.`

function section(kind: EpsKind): string {
  const { code, severity, priority, executed, retryable, advice } = EPS[kind]
  const others = kinds.filter((one) => one !== kind && EPS[one].code === code)
  return [
    `## ${kind}`,
    advice,
    [
      `- Code: ${code}, ${classify(code)}`,
      `- Severity: ${severity}; priority: ${priority}`,
      `- Executed: ${EXECUTED[executed]}`,
      `- Tried again by RUNE: ${retryable ? 'it may be, where nothing was executed' : 'no'}`,
      ...(others.length === 0
        ? []
        : [`- The same code: ${others.map((one) => `[${one}](#${one})`).join(', ')}`]),
    ].join('\n'),
  ].join('\n\n')
}

const EXECUTED = {
  no: 'no; the plugin was not started',
  yes: 'yes; the plugin was started and its end was seen',
  unknown: 'unknown; nobody can say without looking',
} as const
