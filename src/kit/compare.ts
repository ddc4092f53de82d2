/** Whether a value holds what a fixture expects of it. */
import { show } from '../protocol/schemas.ts'

/**
 * What is missing or different, each as `pointer is X, expected Y`; none when everything is there. Objects may hold
 * more fields than expected; lists have the expected length.
 */
export function differences(expected: unknown, found: unknown, pointer = ''): string[] {
  const at = pointer === '' ? 'the output' : pointer
  if (Array.isArray(expected)) {
    if (!Array.isArray(found)) return [`${at} is ${show(found)}, expected a list`]
    if (found.length !== expected.length)
      return [
        `${at} has ${found.length} items, expected ${expected.length}: found ${show(found)}, expected ${show(expected)}`,
      ]
    return expected.flatMap((item, i) => differences(item, found[i], `${pointer}/${i}`))
  }
  if (isObject(expected)) {
    if (!isObject(found)) return [`${at} is ${show(found)}, expected an object`]
    return Object.entries(expected).flatMap(([key, value]) => {
      const below = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
      return Object.hasOwn(found, key)
        ? differences(value, found[key], below)
        : [`${below} is missing, expected ${show(value)}`]
    })
  }
  return Object.is(expected, found) || (expected === 0 && found === 0)
    ? []
    : [`${at} is ${show(found)}, expected ${show(expected)}`]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
