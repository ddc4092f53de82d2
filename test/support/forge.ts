/** What somebody does who has the whole record and no head to fear: every digest in it is made anew. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../../src/protocol/envelope.ts'

/** Changes the text of every file, then gives the journal the digests that follow. The statement is taken away. */
export function rehash(path: string, change: (text: string) => string): void {
  rmSync(join(path, 'attestation.json'), { force: true })
  const file = join(path, 'events.ndjson')
  let previous: string | undefined
  const lines = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const event = JSON.parse(change(line))
      if (previous !== undefined) event.prev = previous
      for (const name of Object.keys(event.data?.files ?? {})) {
        const text = change(readFileSync(join(path, name), 'utf8'))
        writeFileSync(join(path, name), text)
        event.data.files[name] = sha256(text)
      }
      const text = JSON.stringify(event)
      previous = sha256(text)
      return `${text}\n`
    })
  writeFileSync(file, lines.join(''))
}
