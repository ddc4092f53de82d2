/** The one place that prints: every line in the job's log, every annotation and every mask goes through here. */
import * as core from '@actions/core'
import { spellingsOf } from '../app/secrets.ts'
import type { Secret } from '../protocol/secret.ts'
import type { Annotation } from '../report/annotations.ts'
import { clip, githubLog } from '../report/encode.ts'

/** The runner reads commands from stdout and from stderr; all text given here may come from anywhere. */
export interface Log {
  lines(text: string): void
  /** Lines that a reader can fold away. */
  group(title: string, text: string): void
  annotate(annotations: readonly Annotation[]): void
  notice(text: string): void
  warning(text: string): void
  /** Keeps a secret out of what anybody prints after this, as far as it is printed line by line. */
  mask(secret: string): void
  /** The same for every way in which this secret is usually written. */
  maskSecret(secret: Secret): void
}

/** A shorter line occurs in ordinary text, and masking it would make the log unreadable. */
const SHORTEST_MASK = 8

export const log: Log = {
  lines: (text) => core.info(githubLog(text.trimEnd())),
  group: (title, text) => {
    core.startGroup(githubLog(clip(title, 200)))
    core.info(githubLog(text.trimEnd()))
    core.endGroup()
  },
  annotate: (annotations) => {
    for (const { level, title, message, file, line, column } of annotations) {
      const place = {
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { startLine: line }),
        ...(column === undefined ? {} : { startColumn: column }),
      }
      const show = level === 'error' ? core.error : core.warning
      show(message, { title, ...place })
    }
  },
  notice: (text) => core.notice(githubLog(clip(text, 4000))),
  warning: (text) => core.warning(githubLog(clip(text, 4000))),
  mask: (secret) => {
    // One by one: of a value with lines, the runner would mask the short ones too.
    for (const line of secret.split('\n').map((part) => part.trim())) {
      if (line.length >= SHORTEST_MASK && !line.startsWith('-----')) core.setSecret(line)
    }
  },
  maskSecret: (secret) => {
    for (const spelling of spellingsOf(secret)) core.setSecret(spelling)
  },
}
