/** Bundles the CLI, the Action and the library into dist/; with --check it only says whether dist/ is fresh. */
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')

async function bundle(outdir: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: {
      cli: 'src/cli/main.ts',
      action: 'src/action/main.ts',
      post: 'src/action/post.ts',
      index: 'src/index.ts',
    },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // Names stay, for the stack traces of bug reports. (`keepNames` gives them back to shortened functions one by one
    // while the program runs: 8 ms of each start, and a fifth of the time of a large `validate`.)
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    chunkNames: 'chunks/[name]-[hash]',
    loader: { '.sh': 'text' },
    // ssh2's native parts are optional; it falls back to JavaScript without them.
    external: ['cpu-features', '*.node'],
    // Of those packages that do not declare them; one does, and would meet the banner's.
    define: { __filename: '__runeFile', __dirname: '__runeFolder' },
    banner: {
      // What bundled CommonJS packages expect to find.
      js: [
        "import { createRequire as __runeRequire } from 'node:module'",
        "import { fileURLToPath as __runePath } from 'node:url'",
        'const require = __runeRequire(import.meta.url)',
        'const __runeFile = __runePath(import.meta.url)',
        "const __runeFolder = __runePath(new URL('.', import.meta.url))",
      ].join(';'),
    },
    logLevel: 'warning',
  })
}

function filesBelow(folder: string): Map<string, Buffer> {
  const found = new Map<string, Buffer>()
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const path = join(folder, name)
    if (statSync(path).isFile()) found.set(relative(folder, path), readFileSync(path))
  }
  return found
}

const target = join(root, 'dist')
if (process.argv.includes('--check')) {
  const fresh = mkdtempSync(join(tmpdir(), 'rune-dist-'))
  try {
    await bundle(fresh)
    const [want, have] = [filesBelow(fresh), filesBelow(target)]
    const differing = [...new Set([...want.keys(), ...have.keys()])].filter(
      (path) => !want.get(path)?.equals(have.get(path) ?? Buffer.alloc(0)),
    )
    if (differing.length > 0) {
      console.error(`dist/ is stale (${differing.join(', ')}): run \`npm run build\` and commit it`)
      process.exitCode = 1
    }
  } finally {
    rmSync(fresh, { recursive: true })
  }
} else {
  // Beside it first: a build that fails leaves what was there.
  const fresh = `${target}.new`
  rmSync(fresh, { recursive: true, force: true })
  await bundle(fresh)
  chmodSync(join(fresh, 'cli.js'), 0o755)
  rmSync(target, { recursive: true, force: true })
  renameSync(fresh, target)
}
