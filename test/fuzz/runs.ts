/** How many cases a property is tried with: few in the test run, more where the environment says so. */
export const RUNS = Number(process.env['RUNE_FUZZ_RUNS'] ?? 500)

/** One case may be slow on a busy machine; the limit of the product is 2 s for any input. */
export const CASE_MS = 2000

/** For all cases of one property. */
export const PROPERTY_MS = Math.max(60_000, RUNS * 60)
