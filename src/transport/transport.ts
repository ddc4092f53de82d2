/** The contract between the LMM and whatever carries bytes to a node. */

/** Where a node is and who it must be. A transport gets this from the plan; it looks nothing up itself. */
export interface Node {
  readonly name: string
  readonly transport: 'ssh' | 'openssh' | 'ssm' | 'local'
  readonly address?: string
  readonly port?: number
  readonly user?: string
  /** The pinned public host keys, `type base64`. Without one an ssh transport does not connect. */
  readonly hostKey?: string | readonly string[]
  /** Why none is pinned, where that is known; the end of a sentence for people. */
  readonly hostKeyMissing?: string
  /** Host keys that are refused whatever else is said, `type base64`. */
  readonly revokedHostKeys?: readonly string[]
  /** Keys that may sign the node's host certificate; only openssh can check one. */
  readonly hostAuthorities?: readonly string[]
  /** The node through which this one is reached, with all that it takes to reach that one. */
  readonly jump?: Node
  /** PEM or OpenSSH text of the private key. */
  readonly privateKey?: string
  /** Of an encrypted private key. */
  readonly passphrase?: string
  /** OpenSSH user certificate for the private key: the text of its -cert.pub file. */
  readonly certificate?: string
  /** The socket of an ssh-agent that signs instead of a private key. */
  readonly agent?: string
  /** Why there is no private key, where one was named; a sentence for people. */
  readonly privateKeyMissing?: string
}

/** One start of one plugin on one node. */
export interface Launch {
  /** Distinguishes this (run, node, step, attempt); printable ASCII, at most 500 characters. Public. */
  readonly runKey: string
  /** The files that go to the node; see plugin/bundle.ts. */
  readonly bundle: Bundle
  /** The plugin's stdin, UTF-8. Never in argv, never in the environment. */
  readonly input: string
  /** Programs that must be on the node before anything starts. */
  readonly requires: readonly string[]
  readonly become: boolean
}

/** A plugin's files as one digest-checked block of text. */
export interface Bundle {
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
  /** Path of the script inside the bundle. */
  readonly entry: string
  readonly interpreter: 'bash' | 'sh' | 'python3' | 'perl'
  readonly sha256: string
}

export interface Limits {
  /** The plugin's time limit, enforced on the node. */
  readonly timeoutMs: number
  /** Between TERM and KILL of the plugin's process group. */
  readonly killGraceMs: number
  readonly connectMs: number
  readonly handshakeMs: number
  /** From the session request to READY. */
  readonly readyMs: number
  /** How long a cancelled launch may take to close its record. */
  readonly cancelMs: number
  readonly stdoutBytes: number
  /** Kept at each end of stderr. */
  readonly stderrEndBytes: number
}

/** Bytes with a cap: `bytes` is what was kept, `total` what was written. `truncated` is never "malformed". */
export interface Capture {
  readonly bytes: Uint8Array
  readonly total: number
  readonly truncated: boolean
}

/** What stopping did: signals sent to the group, whether the group is gone, pids that still carry the run marker. */
export interface Termination {
  readonly signals: readonly string[]
  readonly groupGone: boolean
  readonly survivors: readonly number[]
}

/** What was seen on the way, whatever the ending. Times in ms. */
export interface Seen {
  readonly hostKeySha256?: string
  readonly timingsMs: Readonly<Record<string, number>>
  /** Text outside the frames: .bashrc, banners. */
  readonly noise: Capture
  readonly warnings: readonly string[]
}

/** What happened, never what it means: a transport knows nothing of BPCS. */
export type Outcome = Seen &
  (
    | {
        readonly kind: 'ended'
        /** Exit status as a shell reports it: 128 + N after signal N. */
        readonly exit?: number
        /** The signal that such a status stands for; a plugin may also have exited so by itself. */
        readonly signal?: string
        readonly stdout: Capture
        readonly stderr: Capture
        readonly durationMs: number
      }
    | {
        readonly kind: 'stopped'
        readonly why: 'timeout' | 'cancel' | 'disconnect'
        readonly termination: Termination
        readonly stdout: Capture
        readonly stderr: Capture
        readonly durationMs: number
      }
    | {
        readonly kind: 'not-started'
        readonly reason: NotStarted
        readonly message: string
      }
    | {
        /** GO was sent and no complete result came back. */
        readonly kind: 'unknown'
        readonly detail: string
      }
  )

/** Why nothing ran; each maps to one EPS kind of the same name. */
export type NotStarted =
  | 'connect-refused'
  | 'connect-timeout'
  | 'node-unreachable'
  | 'handshake-timeout'
  | 'handshake-failed'
  | 'host-key-unknown'
  | 'host-key-mismatch'
  | 'host-key-revoked'
  | 'ssh-outdated'
  | 'auth-failed'
  | 'credentials-missing'
  | 'node-busy'
  | 'transport-unavailable'
  | 'node-prereq'
  | 'node-state'
  | 'launch-failed'
  | 'launch-timeout'
  | 'connection-lost'
  | 'audit-write'
  | 'cancelled'

/** What the node said when it was ready; nothing of the plugin has run. */
export interface Ready {
  readonly bash: string
  readonly bootId: string
  readonly uid: number
  readonly hostKeySha256?: string
}

/** The one place where data flows back: the runner's disk decides before the node acts. */
export interface LaunchJournal {
  /** Called at READY. 'go' means that `started` is on disk; anything else seals the launch and nothing runs. */
  ready(info: Ready): Promise<'go' | 'abort'>
}

/**
 * One verb, because SSM has no session; connections are pooled inside and ended by close().
 * `run` resolves for every operational ending, also when cancelled; it rejects only on a bug.
 */
export interface Transport {
  readonly name: 'ssh' | 'openssh' | 'ssm' | 'local'
  run(
    node: Node,
    launch: Launch,
    limits: Limits,
    signal: AbortSignal,
    journal: LaunchJournal,
  ): Promise<Outcome>
  /** Ends pooled connections. */
  close(): Promise<void>
}
