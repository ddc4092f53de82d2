/** Which files an inventory names for its nodes, and what it gets for one that is not there. */
import { problemAt } from '../document/diagnostic.ts'
import type { Document } from '../document/yaml.ts'
import type { Inventory as InventoryFile, Problem } from '../protocol/types.gen.ts'

/** Path -> JSON pointer to where `ssh.<key>` names it first: the defaults, then the nodes in their order. */
export function filesNamed(
  key: 'known-hosts' | 'config',
  { defaults, nodes }: InventoryFile,
): Map<string, string> {
  const named = [
    ['/defaults', defaults?.ssh] as const,
    ...Object.entries(nodes).map(([name, node]) => [`/nodes/${name}`, node.ssh] as const),
  ]
  const places = new Map<string, string>()
  for (const [pointer, ssh] of named) {
    const path = ssh?.[key]
    if (path !== undefined && !places.has(path)) places.set(path, `${pointer}/ssh/${key}`)
  }
  return places
}

export function missingFile(document: Document, path: string, pointer: string): Problem {
  const message = `there is no file ${path} in this project, or it is not a regular file`
  return problemAt(document, pointer, { kind: 'document-missing', rule: 'inventory', message })
}
