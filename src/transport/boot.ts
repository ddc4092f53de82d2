/** The boot line: starts bash on a node under any login shell, and has it read one digest-checked block from stdin. */
import { createHash } from 'node:crypto'

// One line without single quotes, `!` or newline: it means the same in every login shell. Status 90: the frame was
// short; 91: its digest is wrong; 92: bash is too old. `-p` ignores exported functions and BASH_ENV.
const BOOT = [
  '[ "$6" = 0 ] || [ "$EUID" = 0 ] || exec sudo -n -- bash --noprofile --norc -p -c "$BASH_EXECUTION_STRING" rune "$1" "$2" "$3" "$4" "$5" 0',
  '[ $((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1])) -ge 402 ] || exit 92',
  'unset TMOUT',
  'LC_ALL=C',
  'IFS= read -r -N "$2" b',
  '[ "${#b}" -eq "$2" ] || exit 90',
  'h=$(exec sha256sum < <(printf %s "$b"))',
  '[ "${h%% *}" = "$3" ] || exit 91',
  'eval "${b:0:$4}"',
  'rune_main "$@"',
].join('; ')

export interface BootFrame {
  /** Marks every answer; 32 hex digits. */
  readonly nonce: string
  /** The words after `bash --noprofile --norc -p -c BOOT rune`; hex digits and decimal numbers only. */
  readonly words: readonly string[]
  readonly bytes: Buffer
  /** Runs all of it as root, through `sudo -n`. */
  readonly become: boolean
  /** The node has the script, behind a forced command that takes this verb. */
  readonly gate?: 'run' | 'collect'
}

export interface BootInit {
  readonly nonce: string
  /** Bash text that defines rune_main; left out where the node has it. */
  readonly script?: Buffer
  readonly gate?: 'run' | 'collect'
  /** Words without white space or glob characters, for rune_main to split. */
  readonly header: readonly (string | number)[]
  readonly data: Buffer
  /** Runs all of it as root, through `sudo -n`. */
  readonly become: boolean
}

/** The script, its header and its data as one block. */
export function bootFrame(init: BootInit): BootFrame {
  const { nonce, script = Buffer.alloc(0), header, data, become, gate } = init
  const text = header.join(' ')
  // Whatever a schema upstream allows, a word with white space or a glob character would shift all that follow.
  if (header.some((word) => !/^[A-Za-z0-9._~!'()*%/=+-]+$/.test(String(word))))
    throw new Error(`a launch header holds a word that is not one: ${JSON.stringify(text)}`)
  const words = Buffer.from(text)
  const bytes = Buffer.concat([script, words, data])
  const digest = createHash('sha256').update(bytes).digest('hex')
  const sizes = [bytes.length, digest, script.length, words.length, become ? 1 : 0]
  const frame = { nonce, words: [nonce, ...sizes.map(String)], bytes, become }
  return gate === undefined ? frame : { ...frame, gate }
}

/** argv of the script's bash, for a transport that starts processes itself. */
export function bootArgv(frame: BootFrame): string[] {
  return ['--noprofile', '--norc', '-p', '-c', BOOT, 'rune', ...frame.words]
}

/** The command line for a login shell. Nothing in it comes from a request: digits and hex only. */
export function bootLine(frame: BootFrame): string {
  const { gate, words } = frame
  const [nonce, size, sha256, , header, become] = words
  if (gate !== undefined)
    return `rune-gate v2 ${gate} ${nonce} ${size} ${sha256} ${header} ${become}`
  return `exec bash --noprofile --norc -p -c '${BOOT}' rune ${words.join(' ')}`
}

/** Scripts as they go over the wire: their comments are for readers of the files. */
export function wireText(...scripts: readonly string[]): Buffer {
  const lines = scripts.flatMap((script) => script.split('\n'))
  return Buffer.from(`${lines.filter((line) => !/^\s*(#|$)/.test(line)).join('\n')}\n`)
}
