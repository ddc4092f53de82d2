/** What GitHub says of the moment beside the request: from which branch the workflow was started. */
import { readFile } from 'node:fs/promises'
import type { Known } from '../app/decide.ts'
import type { Runner } from './inputs.ts'

/** What is not said, or cannot be read, is left out: the policy then refuses what depends on it. */
export async function knownOf({ ref, eventPath }: Runner): Promise<Known> {
  if (ref === undefined) return {}
  const defaultBranch = await defaultBranchOf(eventPath)
  return { ref: { name: ref, ...(defaultBranch === undefined ? {} : { defaultBranch }) } }
}

/** Of the repository, as the event has it. */
async function defaultBranchOf(eventPath: string): Promise<string | undefined> {
  try {
    const event: unknown = JSON.parse(await readFile(eventPath, 'utf8'))
    const branch = inside(inside(event, 'repository'), 'default_branch')
    return typeof branch === 'string' && branch !== '' ? branch : undefined
  } catch {
    // Who reads the request from it says what is wrong with it.
    return undefined
  }
}

function inside(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return Object.getOwnPropertyDescriptor(value, name)?.value
}
