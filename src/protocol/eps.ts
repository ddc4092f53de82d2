/** The one table of error kinds: every failure that a person or a program can see is a row here. */
import { priorityOf } from './weight.ts'

export type Executed = 'no' | 'yes' | 'unknown'
export type Severity = 'critical' | 'high' | 'medium' | 'low'
export type Classification =
  | 'protocol_error'
  | 'communication_error'
  | 'validation_error'
  | 'security_error'
  | 'system_error'
  | 'business_error'

/**
 * A row: the numeric code of EPS 1.0, its severity where it happens to a whole request, the priority that follows from
 * it, whether a new attempt may be made by RUNE itself, what is known about the plugin when nothing more precise is, and
 * what a person does next. What a case makes of severity and priority is in weight.ts.
 */
export interface EpsRow {
  readonly code: number
  readonly severity: Severity
  readonly priority: Severity
  readonly retryable: boolean
  readonly executed: Executed
  readonly advice: string
}

const row = (
  code: number,
  severity: Severity,
  executed: Executed,
  advice: string,
  retryable = false,
): EpsRow => ({
  code,
  severity,
  priority: priorityOf(severity, executed, retryable),
  retryable,
  executed,
  advice,
})

const CONTRACT =
  'The action may have done its work, but its answer cannot be used. Check the node, then mend the plugin: its stderr and the refused output are in the record.'

export const EPS = {
  // What people write and ask for: nothing was connected to, nothing ran.
  'request-invalid': row(-32600, 'medium', 'no', 'Correct the request; nothing was run.'),
  'runbook-unknown': row(-32601, 'medium', 'no', '`rune list` shows the runbooks of this project.'),
  'action-unknown': row(-32601, 'medium', 'no', '`rune list` shows the actions of this project.'),
  'node-unknown': row(
    -32602,
    'medium',
    'no',
    'Name a node of inventory.yaml; an address is never accepted in place of a name.',
  ),
  'param-invalid': row(
    -32602,
    'medium',
    'no',
    '`rune show NAME` lists the parameters with their types and limits.',
  ),
  'target-empty': row(
    -32602,
    'medium',
    'no',
    'Name nodes, or a selector that matches some; `rune plan` shows what it would select.',
  ),
  'document-parse': row(-32700, 'medium', 'no', 'Correct the file at the position shown.'),
  'document-schema': row(-32200, 'medium', 'no', 'Correct the file at the position shown.'),
  'document-limit': row(-32103, 'medium', 'no', 'Split the file; its size and depth are bounded.'),
  'document-missing': row(
    -32403,
    'medium',
    'no',
    'Create the file, or name the project with --root DIR.',
  ),
  'expression-invalid': row(
    -32200,
    'medium',
    'no',
    'Correct the expression; it refers to inputs, earlier steps, node and run, to output in `expect`, and to item under `for-each`.',
  ),
  'plugin-missing': row(
    -32503,
    'medium',
    'no',
    'Add the script that module.yaml names, or correct `run`.',
  ),
  'plugin-file': row(
    -32200,
    'medium',
    'no',
    'A plugin folder holds regular text files only: no links, no NUL bytes, bounded sizes.',
  ),
  'module-duplicate': row(-32205, 'medium', 'no', 'Give each module its own name.'),
  'event-conflict': row(-32208, 'medium', 'no', 'Give each action a name of its own.'),
  'dependency-missing': row(
    -32206,
    'medium',
    'no',
    'Add the module that is required, mend it where it has problems, or take the dependency out.',
  ),
  'dependency-cycle': row(
    -32206,
    'medium',
    'no',
    'Take one of these dependencies out, or move what both sides need into a module of its own.',
  ),
  'version-conflict': row(
    -32207,
    'medium',
    'no',
    'Change the range after reading what is different, or the version of the module that is required.',
  ),
  'action-unavailable': row(
    -32101,
    'medium',
    'no',
    'Mend the module that provides the action; `rune list` names what keeps it from being used.',
  ),

  // What the policy says.
  'policy-denied': row(
    -32301,
    'high',
    'no',
    'The policy in rune.yaml does not allow this; changing it needs a reviewed commit.',
  ),
  'policy-unavailable': row(
    -32403,
    'high',
    'no',
    'Without a readable policy nothing is allowed: mend rune.yaml.',
  ),
  'request-expired': row(
    -32401,
    'medium',
    'no',
    'Look at the nodes, then ask again as a new request with a correlation id of its own.',
  ),
  'plan-changed': row(
    -32501,
    'medium',
    'no',
    'Look at the plan as it is now with `rune plan`, and give its hash if it is what you want.',
  ),

  // What GitHub says about the content: nothing was connected to.
  'approval-missing': row(
    -32301,
    'high',
    'no',
    'Have the change approved in a pull request by people who may write to the repository, or, for what was there before, set `policy.approvals.baseline` in a reviewed change. A review of this minute may not be listed yet: try again.',
  ),
  'approval-stale': row(
    -32301,
    'high',
    'no',
    'The approval is for other content than what is here: have the change that is here approved.',
  ),
  'approval-self': row(
    -32301,
    'high',
    'no',
    'Have it approved by somebody who did not write or push any of it.',
  ),
  'approval-bot': row(
    -32301,
    'high',
    'no',
    'Have it approved by a person who may write to the repository now; Apps, deleted accounts and readers do not count.',
  ),
  'gh-forbidden': row(
    -32301,
    'high',
    'no',
    'Give the job the permission that the message names, under `permissions:` in the workflow.',
  ),
  'gh-rate-limited': row(
    -32104,
    'high',
    'no',
    'GitHub allows no more requests for a while: run it again after the time in the message.',
  ),
  'gh-unavailable': row(
    -32402,
    'high',
    'no',
    "GitHub's API did not answer as it should: look at githubstatus.com, and run it again. What must not wait is run from a machine with `rune run`, as far as the policy lets it.",
  ),
  'gh-inconsistent': row(
    -32502,
    'high',
    'no',
    'What GitHub and git say does not fit together: look at the message; a checkout needs `fetch-depth: 0`.',
  ),
  'duplicate-dispatch': row(
    -32501,
    'high',
    'no',
    'Look at the earlier run. To do the same once more, use a new correlation id.',
  ),

  // Reaching the node: the plugin has not run.
  'connect-refused': row(
    -32405,
    'high',
    'no',
    'Nothing listens at that address and port: is sshd running, is the port right?',
    true,
  ),
  'connect-timeout': row(
    -32401,
    'high',
    'no',
    'The node did not answer in time: check that it is up and that the network lets this runner through.',
    true,
  ),
  'node-unreachable': row(
    -32405,
    'high',
    'no',
    'The address cannot be resolved or has no route from here: check the inventory and the network.',
    true,
  ),
  'handshake-timeout': row(
    -32401,
    'high',
    'no',
    'The port is open but SSH did not complete in time: the node may be overloaded.',
    true,
  ),
  'handshake-failed': row(
    -32105,
    'high',
    'no',
    'The peer did not complete an SSH handshake: is this port really sshd, and does it offer modern algorithms?',
    true,
  ),
  'host-key-unknown': row(
    -32302,
    'high',
    'no',
    'No host key is pinned for this node. `rune trust NODE` shows its keys: compare them out of band, then add one to the inventory.',
  ),
  'host-key-mismatch': row(
    -32302,
    'high',
    'no',
    'The node shows another key than the pinned one: rebuilt, or somebody else. Find out before you change the inventory.',
  ),
  'host-key-revoked': row(
    -32302,
    'high',
    'no',
    'The node shows a host key that is marked @revoked: it may be in the hands of others. Take the node from the network and find out.',
  ),
  'ssh-outdated': row(
    -32303,
    'high',
    'no',
    'The node offers no SSH that is safe today: update its sshd. `transport: openssh` reaches some older ones.',
  ),
  'auth-failed': row(
    -32300,
    'high',
    'no',
    'The node refused the key for this user: check the user, authorized_keys and the key that is offered.',
  ),
  'credentials-missing': row(
    -32300,
    'high',
    'no',
    'Give a private key: --ssh-key FILE, identity-file in the inventory, the ssh-private-key input, or an agent with --ssh-agent.',
  ),
  'node-busy': row(
    -32104,
    'medium',
    'no',
    'The node refuses further connections or sessions (MaxStartups, MaxSessions): try again later.',
    true,
  ),
  'transport-unavailable': row(
    -32101,
    'medium',
    'no',
    'Choose a transport for the node that this version of RUNE offers.',
  ),

  // Starting on the node: the plugin has not run.
  'node-prereq': row(-32503, 'medium', 'no', 'Install what is missing on the node.'),
  'node-state': row(
    -32400,
    'high',
    'no',
    'RUNE needs one writable directory on the node: /var/lib/rune for root, else ~/.local/state/rune or /var/tmp.',
  ),
  'node-locked': row(
    -32501,
    'medium',
    'no',
    'Another run works on the same thing on this node: the message names it. Wait for its end, or stop it first.',
    true,
  ),
  'gate-refused': row(
    -32301,
    'high',
    'no',
    'The gate on the node does not allow this action with these files: compare its allow list with `rune gate --allowed`.',
  ),
  'launch-failed': row(
    -32101,
    'high',
    'no',
    'The login shell did not start the launcher: is bash 4.2 or newer installed, and is the account allowed to run commands?',
  ),
  'launch-timeout': row(
    -32401,
    'high',
    'no',
    'The node accepted the session but did not get ready in time: it may be overloaded.',
    true,
  ),
  'launch-sealed': row(
    -32501,
    'medium',
    'no',
    'The launch was closed before it was told to go: by a cancel, by a collector, or because no word came in time. Nothing ran, and nothing runs under its key; to run it all the same, ask again (--again, or Re-run in GitHub) or with a new correlation id.',
  ),
  'connection-lost': row(
    -32405,
    'high',
    'no',
    'The connection broke before the plugin was started; the node is as it was.',
    true,
  ),
  'key-conflict': row(
    -32501,
    'medium',
    'no',
    'This correlation id was used for another plan. Use a new one, or ask for the same plan again.',
  ),

  // Between the nodes.
  'rollout-stopped': row(
    -32500,
    'medium',
    'no',
    'Look at the nodes that are not good first. The untouched ones are as they were; ask for them again once the cause is known.',
  ),

  'once-failed': row(
    -32503,
    'medium',
    'no',
    'A step that runs once for all nodes did not succeed, so this node did not go on. Look at the node that ran it first.',
  ),

  // While it ran.
  'plugin-timeout': row(
    -32401,
    'medium',
    'yes',
    'The plugin was stopped at its time limit. Check the state of the node; raise `timeout` if the work takes longer.',
  ),
  'plugin-signal': row(
    -32603,
    'high',
    'yes',
    'A signal ended the plugin (memory limit, an operator, a crash). Check the state of the node.',
  ),
  cancelled: row(
    -32504,
    'medium',
    'no',
    'The run was cancelled. What had started says so in `executed`.',
  ),
  'outcome-unknown': row(
    -32405,
    'high',
    'unknown',
    'The plugin was told to start and no result came back. Look at the node before you do anything else.',
  ),

  // What the plugin answered.
  'plugin-error': row(
    -32500,
    'medium',
    'yes',
    'The action says that it failed: its code, message and details are in the error.',
  ),
  'expectation-failed': row(
    -32500,
    'medium',
    'yes',
    'The action answered, and its output is not what `expect` asks for: the output is in the report. In `verify` it means that the node is not healthy.',
  ),
  'output-empty': row(-32200, 'medium', 'yes', CONTRACT),
  'output-not-json': row(-32700, 'medium', 'yes', CONTRACT),
  'output-multiple': row(-32200, 'medium', 'yes', CONTRACT),
  'output-trailing': row(-32200, 'medium', 'yes', CONTRACT),
  'output-encoding': row(-32204, 'medium', 'yes', CONTRACT),
  'output-too-large': row(-32103, 'medium', 'yes', CONTRACT),
  'output-truncated': row(-32205, 'high', 'yes', CONTRACT),
  'output-limit': row(-32103, 'medium', 'yes', CONTRACT),
  'output-duplicate-key': row(-32200, 'medium', 'yes', CONTRACT),
  'output-number': row(-32203, 'medium', 'yes', CONTRACT),
  'output-schema': row(-32200, 'medium', 'yes', CONTRACT),
  'correlation-mismatch': row(-32200, 'high', 'yes', CONTRACT),
  'exit-mismatch': row(-32502, 'medium', 'yes', CONTRACT),

  // Secrets.
  'secret-unusable': row(
    -32403,
    'medium',
    'no',
    'Set the variable RUNE_SECRET_NAME, or RUNE_SECRET_NAME_FILE with the path of a file that only its owner can read; nothing was run.',
  ),
  'redaction-failed': row(
    -32303,
    'high',
    'yes',
    'The action has ended, and its answer is withheld because it could not be searched for secrets. Look at the node.',
  ),

  // The record and RUNE itself.
  'audit-write': row(
    -32400,
    'critical',
    'no',
    'The record cannot be written, so nothing may start: free space or choose another --out DIR.',
  ),
  'audit-upload': row(
    -32402,
    'high',
    'unknown',
    'The record could not be uploaded; it is still in the folder that the log names.',
  ),
  'resume-refused': row(
    -32501,
    'medium',
    'no',
    'Nothing was run. Start a new run of the runbook; what the earlier one did is in its record.',
  ),
  'record-invalid': row(
    -32205,
    'high',
    'unknown',
    'The record was changed or cut after it was written; do not rely on it.',
  ),
  'audit-conflict': row(
    -32502,
    'high',
    'unknown',
    'Two records claim to be the same run. Find out which one is true: compare both with the head in the log of the run.',
  ),
  'audit-export': row(
    -32402,
    'high',
    'unknown',
    'Nothing was committed for this record; mend what git says and export it once more, which does no harm.',
  ),
  internal: row(
    -32603,
    'critical',
    'unknown',
    'A fault in RUNE itself. Report it with the record folder.',
  ),
} as const satisfies Record<string, EpsRow>

export type EpsKind = keyof typeof EPS

/** The classification of a numeric code, by the ranges of EPS 1.0. */
export function classify(code: number): Classification {
  if (code >= -32199 && code <= -32100) return 'communication_error'
  if (code >= -32299 && code <= -32200) return 'validation_error'
  if (code >= -32399 && code <= -32300) return 'security_error'
  if (code >= -32499 && code <= -32400) return 'system_error'
  if (code >= -32599 && code <= -32500) return 'business_error'
  return 'protocol_error'
}

/** Where the kind is documented, inside the repository. */
export function docsAnchor(kind: EpsKind): string {
  return `docs/reference/errors.md#${kind}`
}

export function isEpsKind(text: string): text is EpsKind {
  return Object.hasOwn(EPS, text)
}
