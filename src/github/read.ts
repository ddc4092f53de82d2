/** Strict readers of what GitHub's API answers: anything that is not as documented ends the reading. */
import { fault, RuneError } from '../protocol/errors.ts'

export type Fields = Readonly<Record<string, unknown>>

export function inconsistent(message: string): RuneError {
  return new RuneError(fault('gh-inconsistent', message.slice(0, 1000), { phase: 'policy' }))
}

/** `where` is for the message: which call, which field. */
export function objectOf(value: unknown, where: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.fromEntries(Object.entries(value))
  throw inconsistent(`GitHub's API: ${where} is no object`)
}

export function listOf(value: unknown, where: string, most = 100): readonly unknown[] {
  if (Array.isArray(value) && value.length <= most) return value
  throw inconsistent(`GitHub's API: ${where} is no list of at most ${most}`)
}

export function textOf(value: unknown, where: string, pattern = /^.{1,4000}$/su): string {
  if (typeof value === 'string' && pattern.test(value)) return value
  throw inconsistent(`GitHub's API: ${where} is not the text that it should be`)
}

export function countOf(value: unknown, where: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw inconsistent(`GitHub's API: ${where} is no whole number`)
}

export function flagOf(value: unknown, where: string): boolean {
  if (typeof value === 'boolean') return value
  throw inconsistent(`GitHub's API: ${where} is neither true nor false`)
}

/** null, or what `read` makes of it; a field that is missing is neither. */
export function orNull<T>(
  value: unknown,
  read: (value: unknown, where: string) => T,
  where: string,
): T | undefined {
  return value === null ? undefined : read(value, where)
}

export const oidOf = (value: unknown, where: string): string =>
  textOf(value, where, /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)

export const loginOf = (value: unknown, where: string): string =>
  textOf(value, where, /^[A-Za-z0-9][A-Za-z0-9_.[\]-]{0,99}$/)

/** As GitHub's server writes times; what git's commits claim is not among them. */
export const timeOf = (value: unknown, where: string): string => {
  const text = textOf(value, where, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/)
  if (Number.isNaN(Date.parse(text))) throw inconsistent(`GitHub's API: ${where} is no time`)
  return text
}
