/** Bundles a program of the benchmark as RUNE is bundled, so that loading it costs what loading RUNE costs. */
import { join } from 'node:path'
import { build } from 'esbuild'

/** `source` is a file beside this one. */
export async function bundleProgram(source: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, source)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['*.node', 'cpu-features'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); const __dirname = import.meta.dirname",
    },
    logLevel: 'error',
  })
}
