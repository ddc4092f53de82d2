/** What `rune validate` is measured beside: the library's call alone, and the bare floor with the schemas that it compiles. */
import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { parse } from 'yaml'
import { objectSchema } from '../src/protocol/schemas.ts'
import type { PluginModule } from '../src/protocol/types.gen.ts'

/** The floor, bundled as RUNE is, and a program that makes the library's call and prints how long that took. */
export async function makePrograms(
  folder: string,
  cli: string,
): Promise<{ readonly floor: string; readonly call: string }> {
  const floor = join(folder, 'floor.mjs')
  const banner = {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
  }
  await build({
    entryPoints: [join(import.meta.dirname, 'validate-floor.ts')],
    outfile: floor,
    bundle: true,
    format: 'esm',
    platform: 'node',
    banner,
    logLevel: 'error',
  })
  const call = join(folder, 'call.mjs')
  const library = pathToFileURL(join(dirname(cli), 'index.js')).href
  await writeFile(
    call,
    `import { validateProject } from ${JSON.stringify(library)}
const start = performance.now()
const { status } = await validateProject(process.argv[2], [])
process.stdout.write(String(performance.now() - start))
if (status !== 'good') process.exitCode = 1\n`,
  )
  return { floor, call }
}

/** Every schema that the modules declare, as `validate` would compile it. Gives their number. */
export async function writeSchemas(root: string, file: string): Promise<number> {
  const plugins = join(root, 'plugins')
  const schemas = readdirSync(plugins).flatMap((name) => {
    const text = readFileSync(join(plugins, name, 'module.yaml'), 'utf8')
    const { actions } = parse(text) as PluginModule
    return Object.values(actions).flatMap(({ input = {}, output = {} }) => [
      objectSchema(input),
      objectSchema(output, { message: { type: 'string' } }),
    ])
  })
  await writeFile(file, JSON.stringify(schemas))
  return schemas.length
}
