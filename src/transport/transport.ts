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
  /** A forced command on the node takes only what its own allow list has; see forced-command.sh. */
  readonly gate?: boolean
  /** Of an encrypted private key. */
  readonly passphrase?: string
  /** OpenSSH user certificate for the private key: the text of its -cert.pub file. */
  readonly certificate?: string
  /** ssh_config text that tunes the connection; only openssh has it, as the two that follow. */
  readonly sshConfig?: string
  /** A command of this machine in place of a TCP connection; %h and %p as in ssh_config(5). */
  readonly proxyCommand?: string
  /** Logs in with a Kerberos ticket; `cache` is what KRB5CCNAME says, where it says something. */
  readonly gssapi?: { readonly cache?: string }
  /** The socket of an ssh-agent that signs instead of a private key. */
  readonly agent?: string
  /** Why there is no private key, where one was named; a sentence for people. */
  readonly privateKeyMissing?: string
}

/** What a launch is known by on its node, so that it can be collected later, by anybody who has the plan. */
export interface LaunchEntry {
  /** Distinguishes this (request, node, step, attempt); printable ASCII, at most 500 characters. Public. */
  readonly runKey: string
  /** SHA-256 of the plan, hex. The same key with another plan is refused. */
  readonly plan: string
  /** 32 random hex digits, on the runner's disk before the node is connected to: a result is ours only with it. */
  readonly nonce: string
  readonly become: boolean
}

/** One start of one plugin on one node. */
export interface Launch extends LaunchEntry {
  /** The action's name, as a gate's allow list has it. */
  readonly action: string
  /** The files that go to the node; see plugin/bundle.ts. */
  readonly bundle: Bundle
  /** The plugin's stdin, UTF-8. Never in argv, never in the environment. */
  readonly input: string
  /** Programs that must be on the node before anything starts. */
  readonly requires: readonly string[]
  /** The action reads only, so it may run where its result cannot be spooled. */
  readonly readOnly: boolean
  /** One launch at a time of an account on the node holds it, from before READY until its plugin has ended. */
  readonly lock?: string
  /** When nobody asks for the plugin any more: stopped after the grace, or left to end by itself. */
  readonly onDisconnect: 'stop' | 'finish'
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
  /** Between two signs of life from the runner. */
  readonly heartbeatMs: number
  /** Without a sign of life for so long the runner counts as gone. */
  readonly leaseMs: number
  /** How long a plugin without a runner lives on, so that somebody may ask for it. */
  readonly graceMs: number
  /** How long the node waits for the word that its result is on disk. */
  readonly ackMs: number
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
  /** The nonce of the launch whose result this is, where that is not the one that was asked for. */
  readonly replayOf?: string
  /** Says that the result is on the runner's disk: the node may forget the streams. To be called once, later. */
  readonly acknowledge?: () => void
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
        readonly why: 'timeout' | 'cancel' | 'lease'
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
        /** There where the node itself could say no more: what of it still runs. Nobody needs to ask again. */
        readonly survivors?: readonly number[]
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
  | 'node-locked'
  | 'gate-refused'
  | 'launch-failed'
  | 'launch-timeout'
  | 'launch-sealed'
  | 'connection-lost'
  | 'key-conflict'
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

/** How a launch is asked for that this process does not hold itself. */
export interface Collection {
  /** `result` seals what nobody has decided; `stop` also ends what runs. */
  readonly what: 'result' | 'stop'
  /** GO may have been sent: then silence is `unknown`, and without it nothing ran. */
  readonly told: boolean
  /** How long to follow what still runs. */
  readonly waitMs: number
}

/**
 * Two verbs, because SSM has no session; connections are pooled inside and ended by close().
 * `run` resolves for every operational ending, also when cancelled; it rejects only on a bug.
 */
export interface Transport {
  readonly name: Node['transport']
  run(
    node: Node,
    launch: Launch,
    limits: Limits,
    signal: AbortSignal,
    journal: LaunchJournal,
  ): Promise<Outcome>
  /** Reads, stops or seals what an earlier launch left. Never starts anything; resolves for every operational ending. */
  collect(
    node: Node,
    entry: LaunchEntry,
    collection: Collection,
    limits: Limits,
    signal: AbortSignal,
  ): Promise<Outcome>
  /** Nothing more is asked of the node, nor of others through it: its connection need not be kept for that. */
  leave(node: Node): void
  /** Ends pooled connections. */
  close(): Promise<void>
}
