/** What the documents print as a file or a message is a file of the corpus, which is checked. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { CORPUS } from './corpus-project.ts'

const ROOT = join(import.meta.dirname, '..')

/** Blocks of files that are not RUNE's own. */
const EXEMPT = [
  { page: 'README.md', has: 'uses: OWNER/rune@v0', why: 'a step of a GitHub workflow' },
  { page: 'docs/github.md', has: 'uses: OWNER/rune@v0', why: 'a step of a GitHub workflow' },
  { page: 'docs/github.md', has: '"return_run_details"', why: "the body of GitHub's own API" },
] as const

const pages = [
  'README.md',
  ...(readdirSync(join(ROOT, 'docs'), { recursive: true }) as string[])
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
]
const blocks = pages.flatMap((page) =>
  [...readFileSync(join(ROOT, page), 'utf8').matchAll(/^```(ya?ml|json)\n([\s\S]*?)^```$/gm)].map(
    ([, kind = '', text = ''], index) => ({ page, index, kind, text }),
  ),
)

const good = readdirSync(CORPUS).flatMap((shape) =>
  readdirSync(join(CORPUS, shape, 'good')).map((name) => ({
    name,
    text: readFileSync(join(CORPUS, shape, 'good', name), 'utf8'),
  })),
)
const files = good.filter(({ name }) => name.endsWith('.yaml')).map(({ text }) => bare(text))
const messages = good
  .filter(({ name }) => name.endsWith('.json'))
  .map(({ text }) => JSON.parse(text) as unknown)

/** Without the line for editors, which says where the file lies. */
function bare(text: string): string {
  return text.replace(/^# yaml-language-server:.*\n/, '').trim()
}

function holds(value: unknown, message: unknown): boolean {
  if (isDeepStrictEqual(value, message)) return true
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((inside) => holds(inside, message))
}

const exemptionOf = ({ page, text }: { page: string; text: string }) =>
  EXEMPT.find((one) => one.page === page && text.includes(one.has))

describe('the documents', () => {
  it.each(blocks.filter((block) => !exemptionOf(block)))(
    '$page prints block $index from the corpus',
    ({ kind, text }) => {
      if (kind === 'json') {
        const shown = JSON.parse(text) as unknown
        expect(messages.some((message) => holds(shown, message))).toBe(true)
      } else {
        expect(files.some((file) => file.includes(bare(text)))).toBe(true)
      }
    },
  )

  it('exempt nothing that is not there', () => {
    const used = new Set(blocks.map(exemptionOf).filter((one) => one !== undefined))
    expect([...used].sort()).toEqual([...EXEMPT].sort())
  })
})
