/** Uploads a record folder as an artifact of the workflow run; the only importer of @actions/artifact. */
import { constants } from 'node:fs'
import { access, readdir } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { type Fault, fault, fromUnknown } from '../protocol/errors.ts'

export interface UploadInit {
  /** Any text; see artifactName. Artifacts are immutable: a name that the run has used already is refused. */
  readonly name: string
  /** A record folder. */
  readonly folder: string
  /** In days; the repository's own limit wins. Left out: the repository's default. */
  readonly retentionDays?: number
  /** The process's environment, from which the package itself takes its token and address. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Ends the wait. The package cannot be stopped, so the upload may still succeed after that. */
  readonly signal?: AbortSignal
}

export type Upload =
  /** `digest` is the SHA-256 of the zip file that GitHub keeps, `size` its bytes. */
  | {
      readonly kind: 'uploaded'
      readonly id: number
      readonly digest: string
      readonly size: number
    }
  /** Not in a GitHub Action, or on a server that has no such service. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  | { readonly kind: 'failed'; readonly fault: Fault }

/**
 * Never rejects. The package tries five times for about half a minute, and prints its progress to stdout as
 * workflow log lines: fixed texts, the artifact's name, and on a retry the message of GitHub's service. No path and
 * nothing of a node is in it. Do not call it where stdout is for one JSON document.
 */
export async function uploadRecord(init: UploadInit): Promise<Upload> {
  const reason = unavailable(init.env)
  if (reason !== undefined) return { kind: 'unavailable', reason }
  try {
    const folder = resolve(init.folder)
    const files = await recordFiles(folder)
    if (files.length === 0) throw new Error(`${folder} holds no record`)
    // Loaded only here: it is larger than everything else together.
    const { DefaultArtifactClient } = await import('@actions/artifact')
    const sent = new DefaultArtifactClient().uploadArtifact(
      artifactName(init.name),
      files,
      folder,
      init.retentionDays === undefined ? {} : { retentionDays: init.retentionDays },
    )
    const { id, digest, size } = await Promise.race([sent, ...aborted(init.signal)])
    if (id === undefined || digest === undefined || size === undefined)
      throw new Error('the service answered without id, digest or size')
    return { kind: 'uploaded', id, digest, size }
  } catch (caught) {
    const text = fromUnknown(caught).message.replace(/[\s\p{Cc}]+/gu, ' ')
    return { kind: 'failed', fault: fault('audit-upload', text.slice(0, 500), { phase: 'record' }) }
  }
}

/**
 * A name that GitHub accepts and that can do no harm in a log. GitHub bans " : < > | * ? CR LF \ /; the runner reads
 * `##[command]` anywhere in a line of stdout, so only plain characters stay. At most 200 of them.
 */
export function artifactName(text: string): string {
  const plain = text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '')
  return plain.slice(0, 200) || 'rune-record'
}

/** The same conditions as the package's own, asked before it is loaded. */
function unavailable(env: UploadInit['env']): string | undefined {
  for (const name of ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL']) {
    if (!env[name]) return `${name} is not set: artifacts exist only inside a GitHub Action`
  }
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com'
  const host = URL.parse(server)?.hostname.toLowerCase() ?? ''
  const known = host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost')
  return known ? undefined : `${server} is a GitHub Enterprise Server, which has no such service`
}

const ID = '[A-Za-z0-9][A-Za-z0-9._-]{0,127}'
/** What record/folder.ts writes; anything else in the folder is somebody else's and stays where it is. */
const RECORD_FILE = new RegExp(
  `^((events|errors|intent)\\.ndjson|(report|plan|registry)\\.json|summary\\.md|nodes/${ID}/${ID}\\.[0-9]+\\.(json|stderr\\.txt))$`,
)

async function recordFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    // A link is no regular file here; the package would follow it.
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => RECORD_FILE.test(relative(folder, file).split(sep).join('/')))
    .sort()
  // An unreadable file makes the package throw from an event handler, which would end the process.
  for (const file of files) await access(file, constants.R_OK)
  return files
}

function aborted(signal: AbortSignal | undefined): Promise<never>[] {
  if (!signal) return []
  return [
    new Promise((_, reject) => {
      const stop = (): void => reject(new Error('the upload did not end in time'))
      if (signal.aborted) stop()
      else signal.addEventListener('abort', stop, { once: true })
    }),
  ]
}
