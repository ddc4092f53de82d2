/** What was done and what was broken, counted; the table at the end is made of it. */

/** A promise that was broken, by the name that the table shows. */
export const VIOLATIONS = {
  'false success': 'an answer says that something succeeded, and it did not end so',
  'false answer': '`executed` contradicts what the plugin itself wrote down',
  double: 'a plugin was started twice under one key',
  orphan: 'something of a run lived on past its bound',
  'untyped error': 'an ending without a kind, or an internal error',
  'lost result': 'the node was there and had the result, and it was not given',
  'open record': 'a record does not verify, or does not say how each step ended',
  late: 'it took longer than promised',
} as const

export type Violation = keyof typeof VIOLATIONS

export class Tally {
  readonly #counts = new Map<string, number>()
  readonly #seen: string[] = []
  readonly #violations = new Map<Violation, number>()

  count(what: string, times = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + times)
  }

  /** `where` names the fault so that it can be made again, `what` what was seen. */
  broke(violation: Violation, where: string, what: string): void {
    this.#violations.set(violation, (this.#violations.get(violation) ?? 0) + 1)
    this.#seen.push(`${violation}: ${where}: ${what}`)
    process.stderr.write(`VIOLATION ${violation}: ${where}: ${what}\n`)
  }

  /** A target that is missed and known to be: it is told, and fails nothing. */
  missed(target: string, what: string): void {
    this.count(`MISSED ${target}`)
    process.stderr.write(`MISSED ${target}: ${what}\n`)
  }

  get seen(): readonly string[] {
    return this.#seen
  }

  /** What was done, then each violation with its count, zeros too. */
  rows(): string[][] {
    return [
      ...[...this.#counts].map(([what, times]) => [what, String(times)]),
      ...(Object.keys(VIOLATIONS) as Violation[]).map((name) => [
        `VIOLATION ${name}`,
        String(this.#violations.get(name) ?? 0),
      ]),
    ]
  }
}

/** Runs the jobs, at most `lanes` of them at once, for as long as `until` has not come. */
export async function inLanes<T>(
  jobs: Iterable<T>,
  lanes: number,
  run: (job: T) => Promise<void>,
  until = Number.POSITIVE_INFINITY,
): Promise<void> {
  const waiting = jobs[Symbol.iterator]()
  const lane = async (): Promise<void> => {
    while (performance.now() < until) {
      const { value, done } = waiting.next()
      if (done) return
      await run(value)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
