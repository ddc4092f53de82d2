/** Semantic versions and ranges of them: which version satisfies what a module asks for. */

/** A version of SemVer 2.0.0. Build metadata takes no part in any comparison, and is not kept. */
export interface Version {
  /** major, minor, patch */
  readonly core: readonly [bigint, bigint, bigint]
  /** Its identifiers; empty for a release. */
  readonly pre: readonly string[]
}

/** All of its bounds hold for a version that satisfies it. */
export interface Range {
  readonly bounds: readonly Bound[]
}

interface Bound {
  readonly is: '=' | '>=' | '<'
  readonly version: Version
}

export const RANGE_FORMS = '1.2.3, ^1.2.3, ~1.2.3, >=1.2.3 or <2.0.0, several joined by spaces'

const NUMBER = '(0|[1-9]\\d*)'
const PRE = '(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)'
const VERSION = new RegExp(
  `^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-(${PRE}(?:\\.${PRE})*))?(\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
)

/** Undefined when it is none: `1.2`, `v1.2.3`, `01.2.3`, `1.2.3-01`. */
export function parseVersion(text: string): Version | undefined {
  const [, major, minor, patch, pre] = VERSION.exec(text) ?? []
  if (major === undefined || minor === undefined || patch === undefined) return undefined
  return {
    core: [BigInt(major), BigInt(minor), BigInt(patch)],
    pre: pre === undefined ? [] : pre.split('.'),
  }
}

/** The range, or a sentence that says why it is none. */
export function parseRange(text: string): Range | string {
  const bounds: Bound[] = []
  for (const term of text.split(/ +/)) {
    const [, sign = '', rest = ''] = /^(\^|~|>=|<(?!=)|)(.*)$/s.exec(term) ?? []
    const version = parseVersion(rest)
    if (version === undefined)
      return `${JSON.stringify(term)} is no version requirement; expected ${RANGE_FORMS}`
    if (rest.includes('+'))
      return `${JSON.stringify(term)} names build metadata, which takes no part in a comparison; leave out what follows the +`
    bounds.push(...boundsOf(sign, version))
  }
  const range = { bounds }
  if (!compatible([range])) return `no version satisfies ${JSON.stringify(text)}`
  return range
}

/**
 * A pre-release satisfies a range only where one of its bounds names a pre-release of the same major, minor and patch:
 * nobody gets one who did not ask for it.
 */
export function satisfies(version: Version, { bounds }: Range): boolean {
  const asked = bounds.some(
    ({ version: { core, pre } }) => pre.length > 0 && same(core, version.core),
  )
  return (version.pre.length === 0 || asked) && bounds.every((bound) => holds(bound, version))
}

/** Whether there can be a version that satisfies all of them. */
export function compatible(ranges: readonly Range[]): boolean {
  // Where anything satisfies them, one of these does: a bound, its release, the first pre-release of it, or 0.0.0.
  const candidates = ranges
    .flatMap(({ bounds }) => bounds.map(({ version }) => version))
    .flatMap((version) => [version, { ...version, pre: [] }, { ...version, pre: ['0'] }])
  const lowest: Version = { core: [0n, 0n, 0n], pre: [] }
  return [lowest, ...candidates].some((one) => ranges.every((range) => satisfies(one, range)))
}

/** Negative when `a` comes before `b`, by the precedence of SemVer 2.0.0. */
export function compareVersions(a: Version, b: Version): number {
  for (const i of [0, 1, 2] as const) {
    if (a.core[i] !== b.core[i]) return a.core[i] < b.core[i] ? -1 : 1
  }
  if (a.pre.length === 0 || b.pre.length === 0) return b.pre.length - a.pre.length
  for (const [i, one] of a.pre.entries()) {
    const other = b.pre[i]
    if (other === undefined) return 1
    if (one !== other) return compareIdentifiers(one, other)
  }
  return a.pre.length - b.pre.length
}

/** `^` keeps what stands left-most and is not zero, `~` keeps major and minor. */
function boundsOf(sign: string, version: Version): Bound[] {
  if (sign === '' || sign === '<') return [{ is: sign === '' ? '=' : '<', version }]
  const lower: Bound = { is: '>=', version }
  if (sign === '>=') return [lower]
  const [major, minor, patch] = version.core
  const core: Version['core'] =
    sign === '~' || (major === 0n && minor > 0n)
      ? [major, minor + 1n, 0n]
      : major > 0n
        ? [major + 1n, 0n, 0n]
        : [0n, 0n, patch + 1n]
  return [lower, { is: '<', version: { core, pre: ['0'] } }]
}

function holds({ is, version: bound }: Bound, version: Version): boolean {
  const order = compareVersions(version, bound)
  return is === '=' ? order === 0 : is === '<' ? order < 0 : order >= 0
}

const same = (a: Version['core'], b: Version['core']): boolean => a.every((n, i) => n === b[i])

/** Numbers by value and before words; words by ASCII. */
function compareIdentifiers(a: string, b: string): number {
  const [x, y] = [a, b].map((one) => (/^\d+$/.test(one) ? BigInt(one) : undefined))
  if (x !== undefined && y !== undefined) return x < y ? -1 : 1
  if (x !== undefined || y !== undefined) return x !== undefined ? -1 : 1
  return a < b ? -1 : 1
}
