/** Writes src/protocol/types.gen.ts from schemas/; with --check it only says whether that file is fresh. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, type JSONSchema } from 'json-schema-to-typescript'

const root = join(import.meta.dirname, '..')
const target = join(root, 'src/protocol/types.gen.ts')

/** One umbrella schema, so that a definition which several schemas share becomes one type. */
async function generate(): Promise<string> {
  const names = readdirSync(join(root, 'schemas'))
    .filter((file) => file.endsWith('.json') && file !== 'common.json')
    .map((file) => file.slice(0, -'.json'.length))
    .sort()
  const common = JSON.parse(readFileSync(join(root, 'schemas/common.json'), 'utf8')) as {
    $defs: Record<string, unknown>
  }
  const umbrella: JSONSchema = {
    title: 'AllShapes',
    type: 'object',
    additionalProperties: false,
    required: names,
    properties: {
      ...Object.fromEntries(names.map((name) => [name, { $ref: `${name}.json` }])),
      ...Object.fromEntries(
        Object.keys(common.$defs).map((name) => [name, { $ref: `common.json#/$defs/${name}` }]),
      ),
    },
  }
  return compile(umbrella, 'AllShapes', {
    cwd: join(root, 'schemas/'),
    bannerComment: '/* Generated from schemas/ by scripts/generate-types.ts: do not edit. */',
    additionalProperties: true,
    ignoreMinAndMaxItems: true,
    unknownAny: true,
    format: false,
  })
}

const text = await generate()
if (process.argv.includes('--check')) {
  const current = readFileSync(target, 'utf8')
  if (current !== text) {
    console.error(
      'src/protocol/types.gen.ts is stale: run `npm run generate` and commit the result',
    )
    process.exit(1)
  }
} else {
  writeFileSync(target, text)
}
