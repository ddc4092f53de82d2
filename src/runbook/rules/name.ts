/** Rule: a runbook is called what its file is called. */
import { problemAt } from '../../document/diagnostic.ts'
import type { Rule } from '../check.ts'

export const name: Rule = {
  name: 'name',
  description: 'The name of a runbook equals the name of its file without .yaml.',
  check: ({ file, declaration, document }) => {
    const expected = file.slice(file.lastIndexOf('/') + 1).replace(/\.yaml$/, '')
    if (declaration.name === expected) return []
    const message = `name is ${declaration.name}, but the file is ${expected}.yaml; they have to be the same`
    return [problemAt(document, '/name', { kind: 'document-schema', rule: 'name', message })]
  },
}
