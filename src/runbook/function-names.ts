/** The functions that expressions may call, by name. */

/** Case does not matter where they are called, as on GitHub. */
export const FUNCTIONS = [
  'case',
  'contains',
  'endsWith',
  'format',
  'fromJSON',
  'join',
  'startsWith',
  'toJSON',
] as const
export type FunctionName = (typeof FUNCTIONS)[number]

/** Looked up in our list: the library's table is an object that also answers to `constructor`. */
export function functionCalled(name: string): FunctionName | undefined {
  return FUNCTIONS.find((known) => known.toLowerCase() === name.toLowerCase())
}

export function unknownFunction(name: string): string {
  return `unknown function ${name}; there are ${FUNCTIONS.join(', ')}`
}
