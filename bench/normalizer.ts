/** The normaliser's time for an envelope of 1 MiB, measured on the sources as they are. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { verdict } from './library.ts'

const SOURCE = join(import.meta.dirname, '../src/lmm/normalize.ts')
const ROOT = join(import.meta.dirname, '..')

/** One line: name, median in ms, verdict. The sources are bundled first: the shell file in them needs a loader. */
export async function measureNormalizer(folder: string, rounds: number): Promise<string[]> {
  const outfile = join(folder, 'normalize.mjs')
  const banner = {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
  }
  const options = {
    format: 'esm',
    platform: 'node',
    bundle: true,
    loader: { '.sh': 'text' },
  } as const
  await build({
    ...options,
    entryPoints: [SOURCE],
    absWorkingDir: ROOT,
    outfile,
    banner,
    logLevel: 'error',
  })
  const { normalize } = await import(pathToFileURL(outfile).href)

  const message_metadata = {
    version: '1.0',
    message_id: 'm-1',
    created_at: '2026-01-01T00:00:00.000Z',
  }
  const observability = { trace_id: 'a'.repeat(32), span_id: 'b'.repeat(16) }
  const input = { message_metadata, payload: { input_parameters: {}, context: {} }, observability }
  const record = (i: number) => ({
    name: `service-${i}`,
    pid: i,
    note: 'a "quoted" word\n'.repeat(9),
    ports: [80, 443],
  })
  // Just below the cap of bytes, and not above that of keys.
  const records = Array.from({ length: 4_300 }, (_, i) => record(i))
  const payload = { result: 'success', output_data: { records } }
  const bytes = Buffer.from(
    `${JSON.stringify({ message_metadata, payload, observability, error: null })}\n`,
  )
  const none = { bytes: Buffer.alloc(0), total: 0, truncated: false }
  const outcome = {
    kind: 'ended',
    exit: 0,
    stdout: { bytes, total: bytes.length, truncated: false },
    stderr: none,
    noise: none,
    warnings: [],
    durationMs: 1,
  }
  const expected = { input, outputCheck: () => [], action: 'sample', timeoutMs: 1000 }
  const times: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now()
    const result = normalize(outcome, expected)
    const took = performance.now() - start
    if (result.status !== 'succeeded')
      throw new Error(`the envelope was refused: ${result.fault?.message}`)
    if (round > 0) times.push(took)
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
  return [
    `envelope of ${(bytes.length / 1024).toFixed(0)} KiB`,
    `${median.toFixed(1)} ms`,
    verdict('all', median, 30),
  ]
}
