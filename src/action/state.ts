/** What the main step leaves for the post step: where the record is, and how far it was told to anybody. */
import * as core from '@actions/core'
import { fromUnknown } from '../protocol/errors.ts'
import type { Env } from './inputs.ts'
import { log } from './log.ts'

export interface State {
  /** The record's folder; there may be nothing in it. */
  readonly record?: string
  /** What the artifact is named after: the runbook, or the command. */
  readonly subject: string
  /** Summary, outputs and annotations are out. */
  readonly published: boolean
  /** Nothing is left to upload. */
  readonly uploaded: boolean
}

/** Before anything risky: whatever kills this process, the post step finds the record. Throws when that is not certain. */
export function saveRecord(record: string, subject: string): void {
  core.saveState('record', record)
  core.saveState('subject', subject)
}

/** Never throws: at worst the post step tells the same again. */
export function saveDone(what: 'published' | 'uploaded'): void {
  try {
    core.saveState(what, 'true')
  } catch (caught) {
    log.warning(`the state for the post step cannot be written: ${fromUnknown(caught).message}`)
  }
}

/** What the runner hands to the post step. */
export function readState(env: Env): State {
  const record = env['STATE_record']
  return {
    ...(record ? { record } : {}),
    subject: env['STATE_subject'] || 'run',
    published: env['STATE_published'] === 'true',
    uploaded: env['STATE_uploaded'] === 'true',
  }
}
