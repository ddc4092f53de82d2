/** How much an error matters where it happened: the one rule for severity, priority and impact. */
import type { EpsKind, EpsRow, Executed, Severity } from './eps.ts'

export interface Weight {
  readonly severity: Severity
  /** How soon a person should look. */
  readonly priority: Severity
  readonly systemImpact: 'single_request' | 'module' | 'system_wide'
  readonly moduleHealth: 'none' | 'degraded' | 'failed'
  /** Whether a person has to look before anything else is done. */
  readonly escalate: boolean
}

export interface Where {
  /** What is known in this case, which may be more or less than the table says. */
  readonly executed: Executed
  /** Whether it happened to one node of several. */
  readonly oneNode: boolean
}

const ORDER: readonly Severity[] = ['low', 'medium', 'high', 'critical']

/** Severity follows impact: one node that fails is not a failure of the system, so on a node nothing is critical. */
export function weigh(kind: EpsKind, row: EpsRow, { executed, oneNode }: Where): Weight {
  const severity = oneNode ? atMost('high', row.severity) : row.severity
  return {
    severity,
    priority: priorityOf(severity, executed, row.retryable),
    systemImpact: MODULES.has(kind)
      ? 'module'
      : severity === 'critical'
        ? 'system_wide'
        : 'single_request',
    moduleHealth: MODULES.has(kind) ? 'failed' : ANSWERS.has(kind) ? 'degraded' : 'none',
    escalate: executed === 'unknown' || severity === 'critical',
  }
}

/**
 * The severity, raised to high where nobody knows what ran, and one step lower where nothing ran and RUNE may try
 * again by itself.
 */
export function priorityOf(severity: Severity, executed: Executed, retryable: boolean): Severity {
  if (executed === 'unknown') return atLeast('high', severity)
  if (executed === 'no' && retryable) return ORDER[ORDER.indexOf(severity) - 1] ?? severity
  return severity
}

/** What keeps a module from being used at all. */
const MODULES: ReadonlySet<EpsKind> = new Set<EpsKind>([
  'plugin-missing',
  'plugin-file',
  'module-duplicate',
  'event-conflict',
  'dependency-missing',
  'dependency-cycle',
  'version-conflict',
  'action-unavailable',
])

/** An action that answers in a way that cannot be used says something of its module too. */
const ANSWERS: ReadonlySet<EpsKind> = new Set<EpsKind>([
  'output-empty',
  'output-not-json',
  'output-multiple',
  'output-trailing',
  'output-encoding',
  'output-too-large',
  'output-limit',
  'output-duplicate-key',
  'output-number',
  'output-schema',
  'correlation-mismatch',
  'exit-mismatch',
])

const atMost = (limit: Severity, one: Severity): Severity =>
  ORDER[Math.min(ORDER.indexOf(limit), ORDER.indexOf(one))] ?? one
const atLeast = (limit: Severity, one: Severity): Severity =>
  ORDER[Math.max(ORDER.indexOf(limit), ORDER.indexOf(one))] ?? one
