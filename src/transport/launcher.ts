/** What is sent to a node to start one plugin: the boot line, and the frame that it reads from stdin. */
import { createHash } from 'node:crypto'
import script from './launcher.sh'
import type { Bundle, Launch, Limits } from './transport.ts'

/** Comments are for readers of the file, not for the wire. */
const LAUNCHER = Buffer.from(
  script
    .split('\n')
    .filter((line) => !/^\s*(#|$)/.test(line))
    .join('\n')
    .concat('\n'),
)

// One line without single quotes, `!` or newline: it means the same in every login shell. Status 90: the frame was
// short; 91: its digest is wrong; 92: bash is too old. `-p` ignores exported functions and BASH_ENV.
const BOOT = [
  '[ "$6" = 0 ] || [ "$EUID" = 0 ] || exec sudo -n -- bash --noprofile --norc -p -c "$BASH_EXECUTION_STRING" rune "$1" "$2" "$3" "$4" "$5" 0',
  '[ $((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1])) -ge 402 ] || exit 92',
  'unset TMOUT',
  'LC_ALL=C',
  'IFS= read -r -N "$2" b',
  '[ "${#b}" -eq "$2" ] || exit 90',
  'h=$(printf %s "$b" | sha256sum)',
  '[ "${h%% *}" = "$3" ] || exit 91',
  'eval "${b:0:$4}"',
  'rune_main "$@"',
].join('; ')

export interface StartFrame {
  /** The words after `bash --noprofile --norc -p -c BOOT rune`; hex digits and decimal numbers only. */
  readonly words: readonly string[]
  readonly bytes: Buffer
}

/** The launcher, the header, the plugin's files and its stdin, as one digest-checked block. */
export function startFrame(nonce: string, launch: Launch, limits: Limits): StartFrame {
  const { header, data } = pack(launch, limits)
  const bytes = Buffer.concat([LAUNCHER, header, data])
  const digest = createHash('sha256').update(bytes).digest('hex')
  return {
    words: [
      nonce,
      String(bytes.length),
      digest,
      String(LAUNCHER.length),
      String(header.length),
      launch.become ? '1' : '0',
    ],
    bytes,
  }
}

/** argv of the launcher's bash, for a transport that starts processes itself. */
export function bootArgv(frame: StartFrame): string[] {
  return ['--noprofile', '--norc', '-p', '-c', BOOT, 'rune', ...frame.words]
}

/** The command line for a login shell. Nothing in it comes from a request: digits and hex only. */
export function bootLine(frame: StartFrame): string {
  return `exec bash --noprofile --norc -p -c '${BOOT}' rune ${frame.words.join(' ')}`
}

function pack(launch: Launch, limits: Limits): { header: Buffer; data: Buffer } {
  const { bundle } = launch
  const words: (string | number)[] = [
    1,
    encodeURIComponent(launch.runKey),
    limits.timeoutMs,
    limits.killGraceMs,
    Math.ceil(limits.readyMs / 1000),
    limits.stdoutBytes,
    limits.stderrEndBytes,
    bundle.interpreter,
    bundle.entry,
  ]
  const requires = [...new Set([bundle.interpreter, ...launch.requires])]
  words.push(requires.length, ...requires)
  const folders = foldersOf(bundle)
  words.push(folders.length, ...folders)

  const data: Uint8Array[] = []
  const sent: Uint8Array[] = []
  words.push(bundle.files.length)
  for (const { path, bytes } of bundle.files) {
    const same = sent.findIndex((earlier) => Buffer.compare(earlier, bytes) === 0)
    words.push(path, same >= 0 ? `=${same}` : bytes.length)
    sent.push(bytes)
    if (same < 0) data.push(bytes)
  }
  data.push(Buffer.from(launch.input))
  const text = words.join(' ')
  // Whatever a schema upstream allows, a word with white space or a glob character would shift all that follow.
  if (words.some((word) => !/^[A-Za-z0-9._~!'()*%/=+-]+$/.test(String(word))))
    throw new Error(`a launch header holds a word that is not one: ${JSON.stringify(text)}`)
  return { header: Buffer.from(text), data: Buffer.concat(data) }
}

function foldersOf(bundle: Bundle): string[] {
  const folders = new Set<string>()
  for (const { path } of bundle.files) {
    const parts = path.split('/').slice(0, -1)
    for (let i = 1; i <= parts.length; i++) folders.add(parts.slice(0, i).join('/'))
  }
  return [...folders].sort()
}
