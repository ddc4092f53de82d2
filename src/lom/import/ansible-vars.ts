/** A host's variables in Ansible to variables of a node: short values without secrets, the others noted by name. */
import { unwantedIn } from '../../document/text.ts'
import { show } from '../../protocol/schemas.ts'
import type { VarValue } from '../inventory-groups.ts'
import type { Notes } from './notes.ts'

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/
/** Names that YAML of this project may not have. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])
/** Rather one too many: what is left out can be written by hand, what was copied is in git for good. */
const SECRET_NAME =
  /pass|pwd|secret|token|credential|private_?key|api_?key|access_?key|encryption_?key|vault|bearer|auth_?key/i
const SECRET_VALUE =
  /-----BEGIN|\$ANSIBLE_VAULT|:\/\/[^/@\s]*:[^/@\s]+@|^\$[0-9a-z]{1,8}\$|^gh[a-z]_|^AKIA/
const LENGTH_AT_MOST = 1024
const VARS_AT_MOST = 64

/** `vars` is left out when there is none. No value is ever part of a note. */
export function readVars(
  host: string,
  rest: Readonly<Record<string, unknown>>,
  notes: Notes,
): { readonly vars?: Readonly<Record<string, VarValue>> } {
  const vars: Record<string, VarValue> = {}
  for (const [name, value] of Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const why = whyNot(name, value)
    if (why !== undefined) notes.add(`variable ${show(name)} is not taken over: ${why}`, host)
    else if (Object.keys(vars).length >= VARS_AT_MOST)
      notes.add(
        `variable ${show(name)} is not taken over: a node has at most ${VARS_AT_MOST}`,
        host,
      )
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      vars[name] = value
  }
  return Object.keys(vars).length === 0 ? {} : { vars }
}

function whyNot(name: string, value: unknown): string | undefined {
  if (SECRET_NAME.test(name)) return 'its name is that of a secret'
  if (typeof value === 'string' && SECRET_VALUE.test(value)) return 'it looks like a secret'
  if (name.startsWith('ansible_')) return 'it is a setting of Ansible'
  if (!NAME.test(name) || FORBIDDEN.has(name))
    return 'a name has letters, digits and underscores, up to 64'
  switch (typeof value) {
    case 'boolean':
      return undefined
    case 'number':
      return Number.isInteger(value) && !Number.isSafeInteger(value)
        ? 'the number is too large'
        : undefined
    case 'string':
      if (value.length > LENGTH_AT_MOST) return `it has more than ${LENGTH_AT_MOST} characters`
      if (value.includes('{{') || value.includes('{%')) return 'it is a template'
      if (unwantedIn(value) !== undefined) return 'it has characters that cannot be seen'
      return undefined
    default:
      return 'only text, numbers, true and false are'
  }
}
