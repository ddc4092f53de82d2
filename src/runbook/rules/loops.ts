/** Rule: for-each runs over a list of one type whose largest length is declared. */
import { problemAt } from '../../document/diagnostic.ts'
import { show } from '../../protocol/schemas.ts'
import type { Rule } from '../check.ts'
import { literalShape, type Shape } from '../shape.ts'
import type { Texts } from '../texts.ts'

const ENTRIES_AT_MOST = 100

export const loops: Rule = {
  name: 'for-each',
  description: 'for-each has a list of one type, declared with at most 100 entries.',
  check: ({ allSteps, document }, _actions, texts) =>
    allSteps.flatMap(({ pointer, declaration }) => {
      const each = declaration['for-each']
      const at = `${pointer}/for-each`
      const message =
        each === undefined
          ? undefined
          : typeof each === 'string'
            ? wrongText(each, at, texts)
            : wrongEntries(each, at, texts)
      if (message === undefined) return []
      return [problemAt(document, at, { kind: 'expression-invalid', rule: 'for-each', message })]
    }),
}

function wrongText(text: string, at: string, texts: Texts): string | undefined {
  const read = texts.get(at)
  if (!read) return `${show(text)} is not a list; write a list, or one expression that gives one`
  const { shape, template } = read
  if (!template || shape.reported) return undefined
  if (shape.type !== 'array') {
    const found = shape.type === 'unknown' ? 'something undeclared' : `a ${shape.type}`
    return `for-each needs a list that is declared by an input or an output, and this gives ${found}`
  }
  if (shape.maxItems === undefined) {
    return `the list may have any number of entries; declare it with maxItems: ${ENTRIES_AT_MOST} or less`
  }
  if (shape.maxItems <= ENTRIES_AT_MOST) return undefined
  return `the list may have ${shape.maxItems} entries; for-each takes at most ${ENTRIES_AT_MOST}`
}

function wrongEntries(each: readonly unknown[], at: string, texts: Texts): string | undefined {
  const shapes = each.map((one, i): Shape => texts.get(`${at}/${i}`)?.shape ?? literalShape(one))
  if (shapes.some(({ reported }) => reported)) return undefined
  const types = [...new Set(shapes.map(({ type }) => type))]
  return types.length > 1
    ? `the entries are of the types ${types.join(', ')}; give them one, so that \`item\` can be checked`
    : undefined
}
