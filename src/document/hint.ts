/** What a person most likely meant by a value that does not fit, to be added to the message. */
import type { Issue } from '../protocol/schemas.ts'

/** Starts with a semicolon; '' when there is nothing to add. `value` is what stands at the issue's place. */
export function hintFor({ keyword, key }: Issue, value: unknown): string {
  const hidden = /[^\x00-\x7f]/u.exec(key ?? (typeof value === 'string' ? value : ''))?.[0]
  if (hidden !== undefined && ASCII_ONLY.has(keyword)) {
    const code = (hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `; it holds U+${code}, which is not ASCII`
  }
  if (key !== undefined) return ''
  if (typeof value === 'string' && value.includes('${{')) {
    return '; expressions are not resolved here'
  }
  return keyword === 'type' ? typeHint(value) : ''
}

/** Names and keys are ASCII: a letter of another alphabet in one only looks like the right one. */
const ASCII_ONLY = new Set(['additionalProperties', 'propertyNames', 'pattern', 'enum'])

function typeHint(value: unknown): string {
  if (value === null) return '; nothing is written here'
  if (typeof value !== 'string') return ''
  if (/^(true|false)$/.test(value)) return '; without quotes it is a boolean'
  if (/^(y|yes|n|no|on|off)$/i.test(value)) return '; a boolean is true or false'
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(value)) return '; without quotes it is a number'
  return ''
}
