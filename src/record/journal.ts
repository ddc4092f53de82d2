/** The append-only events.ndjson: each line carries the digest of the line before it, and is on disk before its append resolves. */
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sha256 } from '../protocol/envelope.ts'
import { fault, fromUnknown, RuneError } from '../protocol/errors.ts'
import { issuesOf } from '../protocol/schemas.ts'
import type { RecordEvent } from '../protocol/types.gen.ts'
import type { EventBody } from './events.ts'

/** `prev` of the first line. */
export const NO_LINE = '0'.repeat(64)

/** Where the chain ends. Who keeps it elsewhere can later prove that nothing was changed or cut off. */
export interface Head {
  readonly events: number
  /** Of the last line's bytes without its newline; 64 zeros for an empty journal. */
  readonly sha256: string
}

export interface JournalInit {
  readonly runId: string
  /** Wall clock, RFC 3339 with milliseconds. */
  readonly now: () => string
}

export interface Journal {
  /**
   * Resolves when the event is on disk; lines have the order of the calls. Rejects with a RuneError `audit-write`
   * when the disk refused it, and from then on always: what follows a gap would prove nothing.
   */
  append(event: EventBody): Promise<void>
  /** Of what is on disk. */
  head(): Head
  /** Waits for appends under way and closes the file; later appends reject. Safe to call twice. */
  close(): Promise<void>
}

/** Makes the file, which may not exist. Throws a RuneError `audit-write`. */
export async function openJournal(path: string, init: JournalInit): Promise<Journal> {
  try {
    const file = await open(path, 'ax', 0o600)
    await syncFolder(dirname(path))
    return journalOn(file, path, init)
  } catch (caught) {
    throw refusal(path, caught)
  }
}

/**
 * Goes on with the journal of a run that was killed. `head` and `sizeBytes` are of its whole lines, which the caller has
 * verified; a torn last line was never acknowledged, so it is cut off. Throws a RuneError `audit-write`.
 */
export async function resumeJournal(
  path: string,
  init: JournalInit,
  whole: { readonly head: Head; readonly sizeBytes: number },
): Promise<Journal> {
  try {
    const file = await open(path, 'r+')
    await file.truncate(whole.sizeBytes)
    await file.close()
    return journalOn(await open(path, 'a', 0o600), path, init, whole.head)
  } catch (caught) {
    throw refusal(path, caught)
  }
}

interface Waiting extends Head {
  readonly line: string
  readonly resolve: () => void
  readonly reject: (reason: RuneError) => void
}

const EMPTY: Head = { events: 0, sha256: NO_LINE }

/** A journal on an open file that ends at `head`; an empty one by default. */
export function journalOn(
  file: FileHandle,
  path: string,
  { runId, now }: JournalInit,
  head = EMPTY,
): Journal {
  let end = head
  let onDisk = end
  let waiting: Waiting[] = []
  let writing: Promise<void> | undefined
  let failure: RuneError | undefined
  let closing: Promise<void> | undefined

  const write = async (): Promise<void> => {
    // One turn, so that appends made together share one sync; those that come during a sync share the next.
    await undefined
    while (waiting.length > 0 && !failure) {
      const batch = waiting
      waiting = []
      try {
        await file.appendFile(batch.map(({ line }) => `${line}\n`).join(''))
        // The size is all of the metadata that matters, and datasync covers it.
        await file.datasync()
        onDisk = batch.at(-1) ?? onDisk
        for (const { resolve } of batch) resolve()
      } catch (caught) {
        failure = refusal(path, caught)
        for (const { reject } of [...batch, ...waiting]) reject(failure)
        waiting = []
      }
    }
    writing = undefined
  }

  const append = async (event: EventBody): Promise<void> => {
    if (closing) throw refusal(path, new Error('the journal is closed'))
    if (failure) throw failure
    const whole = { seq: end.events, prev: end.sha256, at: now(), run_id: runId, ...event }
    const line = lineOf(whole satisfies RecordEvent)
    end = { events: end.events + 1, sha256: sha256(line) }
    const place = end
    await new Promise<void>((resolve, reject) => {
      waiting.push({ ...place, line, resolve, reject })
      writing ??= write()
    })
  }

  const close = async (): Promise<void> => {
    await writing
    // What counts is on disk already: an error of close changes nothing.
    await file.close().catch(() => undefined)
  }

  return {
    append,
    head: () => ({ events: onDisk.events, sha256: onDisk.sha256 }),
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

/** JSON has no raw line breaks, so one event is one line. An event that verification would refuse is a bug of the caller. */
function lineOf(event: RecordEvent): string {
  const line = JSON.stringify(event)
  const [issue] = issuesOf('event', JSON.parse(line))
  if (issue) throw new Error(`not an event: ${issue.pointer || '/'}: ${issue.message}`)
  return line
}

/** A new file's name is on disk only when its folder is. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** The RuneError for anything that the disk refused. */
export function refusal(path: string, caught: unknown): RuneError {
  if (caught instanceof RuneError) return caught
  const { message } = fromUnknown(caught)
  return new RuneError(
    fault('audit-write', `the record cannot be written: ${path}: ${message}`, { phase: 'record' }),
    { cause: caught },
  )
}
