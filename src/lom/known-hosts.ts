/** OpenSSH's known_hosts format: lines with positions, and which of them speak of a host. */
import { createHmac } from 'node:crypto'
import { problem } from '../document/diagnostic.ts'
import { decodeText, type Position } from '../document/text.ts'
import type { Problem } from '../protocol/types.gen.ts'
import { matchesPattern } from './host-pattern.ts'
import { isHostKeyType, type PublicKey, readPublicKey } from './public-key.ts'

/** What a file says about one host. */
export interface HostKeys {
  /** Keys that the host itself may show. */
  readonly keys: readonly PublicKey[]
  /** Never accepted, whatever else is said. */
  readonly revoked: readonly PublicKey[]
  /** Keys that may sign host certificates. */
  readonly authorities: readonly PublicKey[]
}

export interface KnownHosts {
  /** `host`, or `[host]:port` for another port than 22; see hostName. */
  find(name: string): HostKeys
  /** How many lines hide their names: each costs a hash for each name that is looked up. */
  readonly hashed: number
  readonly problems: readonly Problem[]
}

interface Line {
  readonly marker?: '@revoked' | '@cert-authority'
  /** The whole field, in lower case unless hashed. */
  readonly names: string
  readonly key: PublicKey
}

const PROBLEMS_AT_MOST = 50
const HASHED = /^\|1\|[A-Za-z0-9+/]{27}=\|[A-Za-z0-9+/]{27}=$/

/** The name under which a host stands in the file. */
export function hostName(address: string, port: number): string {
  const host = address.toLowerCase()
  return port === 22 ? host : `[${host}]:${port}`
}

/** A line that cannot be read is a problem and not skipped, as ssh would: it may be the one that revokes a key. */
export function readKnownHosts(file: string, bytes: Uint8Array): KnownHosts {
  const decoded = decodeText(file, bytes)
  if (decoded.kind === 'problems') return knownHosts([], decoded.problems)
  const lines: Line[] = []
  const problems: Problem[] = []
  decoded.text.text.split('\n').forEach((text, index) => {
    const read = readLine(text)
    if (read === undefined || problems.length >= PROBLEMS_AT_MOST) return
    if ('message' in read) {
      const position: Position = { line: index + 1, column: read.column }
      const init = { kind: 'document-schema', rule: 'known-hosts', file, position } as const
      problems.push(problem({ ...init, message: read.message }))
    } else lines.push(read)
  })
  return knownHosts(lines, problems)
}

interface Wrong {
  readonly message: string
  /** One-based. */
  readonly column: number
}

function readLine(text: string): Line | Wrong | undefined {
  const words = [...text.matchAll(/[^ \t]+/g)].map(([word], at, all) => ({
    word,
    column: (all[at]?.index ?? 0) + 1,
  }))
  const [first] = words
  if (first === undefined || first.word.startsWith('#')) return undefined
  const marked = first.word.startsWith('@')
  const [names, type, base64] = marked ? words.slice(1) : words
  const wrong = (at: { column: number } | undefined, message: string): Wrong => ({
    message,
    column: at?.column ?? text.length + 1,
  })
  if (marked && !isMarker(first.word))
    return wrong(
      first,
      `unknown marker ${quoted(first.word)}; expected @revoked or @cert-authority`,
    )
  if (names?.word.startsWith('@'))
    return wrong(names, `a second marker ${quoted(names.word)}; a line has one at most`)
  if (names === undefined || type === undefined || base64 === undefined)
    return wrong(undefined, 'the line is cut; expected: host[,host...] key-type base64-key')
  const namesWrong = wrongNames(names.word)
  if (namesWrong !== undefined) return wrong(names, namesWrong)
  if (!isHostKeyType(type.word))
    return wrong(
      type,
      `${quoted(type.word)} is not a type of key that is accepted; expected ssh-ed25519, ecdsa-sha2-nistp256, -nistp384, -nistp521 or ssh-rsa`,
    )
  const key = readPublicKey(type.word, base64.word)
  if (typeof key === 'string') return wrong(base64, key)
  const marker = isMarker(first.word) ? { marker: first.word } : {}
  const lower = names.word.startsWith('|') ? names.word : names.word.toLowerCase()
  return { ...marker, names: lower, key }
}

function isMarker(word: string): word is '@revoked' | '@cert-authority' {
  return word === '@revoked' || word === '@cert-authority'
}

function wrongNames(names: string): string | undefined {
  if (names.startsWith('|'))
    return HASHED.test(names)
      ? undefined
      : `${quoted(names)} is not a hashed name; expected |1|salt|hash with one name a line, as ssh-keygen -H writes it`
  const parts = names.split(',')
  if (parts.some((part) => part === '' || part === '!'))
    return `${quoted(names)} holds an empty name`
  if (parts.every((part) => part.startsWith('!')))
    return `${quoted(names)} only excludes hosts, so the line speaks of none; add a name or a pattern`
  return undefined
}

function knownHosts(lines: readonly Line[], problems: readonly Problem[]): KnownHosts {
  const plain = new Map<string, Line[]>()
  const patterns: Line[] = []
  const hashed: Line[] = []
  for (const line of lines) {
    if (line.names.startsWith('|')) hashed.push(line)
    else if (/[*?!]/.test(line.names)) patterns.push(line)
    else
      for (const name of new Set(line.names.split(',')))
        plain.set(name, [...(plain.get(name) ?? []), line])
  }
  return {
    problems,
    hashed: hashed.length,
    find: (name) => {
      const found = [
        ...(plain.get(name) ?? []),
        ...patterns.filter(({ names }) => matchesList(name, names)),
        ...hashed.filter(({ names }) => isHashOf(name, names)),
      ]
      const of = (marker: Line['marker']): PublicKey[] =>
        found.filter((line) => line.marker === marker).map(({ key }) => key)
      return { keys: of(undefined), revoked: of('@revoked'), authorities: of('@cert-authority') }
    },
  }
}

/** A pattern with `!` that matches takes the whole line away, wherever it stands. */
function matchesList(name: string, names: string): boolean {
  const parts = names.split(',')
  const excluded = parts.some((part) => part.startsWith('!') && matchesPattern(name, part.slice(1)))
  return !excluded && parts.some((part) => !part.startsWith('!') && matchesPattern(name, part))
}

function isHashOf(name: string, field: string): boolean {
  const [, , salt = '', hash] = field.split('|')
  return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 80))
