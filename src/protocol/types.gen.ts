/* Generated from schemas/ by scripts/generate-types.ts: do not edit. */

/**
 * What a plugin prints on stdout: exactly one JSON object on one line.
 */
export type BpcsOutput = ((BpcsSuccess | BpcsFailure) & {
/**
 * As in the input.
 */
message_metadata: {
/**
 * Version of the protocol.
 */
version: string
/**
 * The input's, unchanged.
 */
message_id: string
/**
 * The input's, unchanged.
 */
correlation_id?: (string | null)
/**
 * RFC 3339.
 */
created_at: string
[k: string]: unknown
}
payload?: unknown
/**
 * The input's, unchanged.
 */
observability: {
/**
 * The input's.
 */
trace_id: string
/**
 * The input's.
 */
span_id: string
[k: string]: unknown
}
error?: unknown
[k: string]: unknown
})

export interface AllShapes {
attestation: Attestation
audit: AuditVerdict
"bpcs-input": BpcsInput
"bpcs-output": BpcsOutput
diagnostics: Diagnostics
"dispatch-payload": DispatchPayload
eps: EpsError
"error-line": ErrorLine
event: RecordEvent
"fixture-expect": FixtureExpect
"fixture-input": FixtureInput
inventory: Inventory
module: PluginModule
mrs: MrsRegistration
plan: Plan
project: ProjectFile
rcs: RcsMessage
report: RunReport
request: Request
runbook: Runbook
"step-record": StepRecord
"test-report": TestReport
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
id?: string
/**
 * Lower case letters, digits and underscores, starting with a letter.
 */
actionName?: string
/**
 * Lower case letters, digits and underscores, starting with a letter; or ./runbooks/NAME.yaml.
 */
use?: string
/**
 * Lower case letters, digits and underscores, starting with a letter.
 */
parameterName?: string
/**
 * The name of a secret: DB_ADMIN is the value of RUNE_SECRET_DB_ADMIN.
 */
secretName?: string
/**
 * RFC 3339, UTC, milliseconds.
 */
timestamp?: string
/**
 * RFC 3339.
 */
anyTimestamp?: string
/**
 * A UUID.
 */
uuid?: string
/**
 * 1 to 128 printable ASCII characters; the sender's own id for this request.
 */
correlationId?: string
/**
 * SHA-256, 64 lower case hex digits.
 */
sha256?: string
/**
 * A full git commit id.
 */
commit?: string
/**
 * 32 lower case hex digits.
 */
traceId?: string
/**
 * 16 lower case hex digits.
 */
spanId?: string
/**
 * A semantic version, such as 1.2.0.
 */
semver?: string
/**
 * A whole number with a unit: 500ms, 60s, 5m, 1h.
 */
duration?: string
/**
 * Terms joined by commas, all of which must hold: role in (web, api),env!=dev,name=web-*.
 */
selector?: string
/**
 * Whether the decision to run the plugin was made on the node. 'unknown' is an answer, not a guess.
 */
executed?: ("no" | "yes" | "unknown")
/**
 * What the action may do to the node, declared by its author and reviewed.
 */
effect?: ("read" | "change" | "destructive")
/**
 * Where in a node's run something is started. before and after: `verify`, before the steps and after them. do: a step. undo: what takes a step back. check: a launch that got ready and was never told to go.
 */
flowPhase?: ("preflight" | "before" | "do" | "after" | "undo" | "evidence" | "check")
/**
 * One-based place in the list of a step with `for-each`. Absent: 1, or no list.
 */
iteration?: number
/**
 * discovered: the folder was seen and is not judged yet. available: it can be used. active: this plan or run uses it. degraded: it can be used, with warnings. unavailable: it has problems, and nothing can be planned with it.
 */
registryState?: ("discovered" | "available" | "active" | "degraded" | "unavailable")
/**
 * How the node is reached: openssh is the ssh program of this machine.
 */
transport?: ("ssh" | "openssh" | "ssm" | "local")
valueSchema?: ValueSchema
parameter?: Parameter
labels?: Labels
messageObservability?: MessageObservability
content?: Content
problem?: Problem
property?: Property
vars?: Vars
tool?: Tool
workflowRun?: WorkflowRun
breakGlass?: BreakGlass
approval?: Approval
}
/**
 * attestation.json: an in-toto statement about a record, to be signed. Nothing in it says more than the record does.
 */
export interface Attestation {
/**
 * Always this address.
 */
_type: "https://in-toto.io/Statement/v1"
/**
 * report.json, plan.json and events.ndjson, which names the digests of all other files.
 * 
 * @minItems 2
 * @maxItems 3
 * 
 * Items: A file of the record.
 */
subject: {
/**
 * The file in the record.
 */
name: ("events.ndjson" | "plan.json" | "report.json")
/**
 * Of its bytes.
 */
digest: {
/**
 * SHA-256, 64 lower case hex digits.
 */
sha256: string
}
}[]
/**
 * Always this address.
 */
predicateType: "https://rune.dev/attestations/run/v1"
predicate: AttestationPredicate
}
/**
 * The run in short. Names of nodes and the reason are in the record only.
 */
export interface AttestationPredicate {
/**
 * Version of this shape.
 */
schema_version: "1.0"
/**
 * finished: the run wrote its own end. collected: somebody came back for what it had left open. recovered: it was killed, and its report was made from its journal.
 */
state: ("finished" | "collected" | "recovered")
/**
 * The run, a UUID.
 */
run_id: string
/**
 * 1 to 128 printable ASCII characters; the sender's own id for this request.
 */
correlation_id: string
/**
 * good: every node is. refused: policy. invalid: the request or the files. error: a fault of RUNE itself or of its record.
 */
status: ("good" | "failed" | "unknown" | "cancelled" | "refused" | "invalid" | "error")
/**
 * The exit status of the command.
 */
exit_status: number
/**
 * The runbook that was asked for.
 */
runbook?: {
/**
 * The runbook's name.
 */
name: string
/**
 * What it does.
 */
description?: string
/**
 * SHA-256, 64 lower case hex digits.
 */
sha256?: string
}
/**
 * The action that was asked for, where it was a single one.
 */
action?: string
/**
 * Whether it was a dry run, in which nothing is changed.
 */
dry_run: boolean
/**
 * How the run was started.
 */
trigger: string
/**
 * Who started it: the login GitHub names, or the local user.
 */
actor: string
/**
 * Who pressed the button of this attempt, where GitHub names somebody else.
 */
triggering_actor?: string
/**
 * Who the sender says it acts for. A claim.
 */
requested_by?: string
/**
 * The ticket it belongs to.
 */
ticket?: string
github?: WorkflowRun
content?: Content
/**
 * SHA-256, 64 lower case hex digits.
 */
plan_hash?: string
tool: Tool
/**
 * RFC 3339, UTC, milliseconds.
 */
started_at: string
/**
 * RFC 3339, UTC, milliseconds.
 */
finished_at: string
/**
 * Nodes by what became of them.
 */
counts: {
/**
 * All nodes of the plan.
 */
nodes: number
/**
 * Nodes with a good outcome.
 */
good: number
/**
 * Nodes that failed or were refused.
 */
failed: number
/**
 * Nodes whose state is not known: look at them before anything else.
 */
unknown: number
/**
 * Nodes that a cancel stopped.
 */
cancelled: number
/**
 * Nodes on which nothing was started.
 */
untouched: number
}
/**
 * Everybody whose approval of one of its files counted, sorted.
 * 
 * @maxItems 5000
 */
approvers?: string[]
/**
 * Where the chain of events ends.
 */
record: {
/**
 * SHA-256, 64 lower case hex digits.
 */
head: string
/**
 * Lines of events.ndjson.
 */
events: number
}
}
/**
 * The workflow run on GitHub in which it happened.
 */
export interface WorkflowRun {
/**
 * Where it ran, such as https://github.com.
 */
server: string
/**
 * OWNER/NAME.
 */
repository: string
/**
 * GitHub's id of the run.
 */
run_id: string
/**
 * One-based.
 */
run_attempt: number
/**
 * The branch or tag that was run.
 */
ref?: string
/**
 * The commit that was run.
 */
sha?: string
/**
 * The workflow's file and ref.
 */
workflow_ref?: string
/**
 * The commit of the workflow's file.
 */
workflow_sha?: string
}
/**
 * Where runbooks and plugins were read from.
 */
export interface Content {
/**
 * true when every file was read from a git commit; false when it came from a work tree that is not committed.
 */
versioned: boolean
/**
 * A full git commit id.
 */
commit?: string
/**
 * Why the content counts as unversioned.
 */
reason?: string
}
/**
 * What wrote this.
 */
export interface Tool {
/**
 * Always this word.
 */
name: "rune"
/**
 * A semantic version, such as 1.2.0.
 */
version: string
/**
 * SHA-256, 64 lower case hex digits.
 */
schemas_sha256?: string
/**
 * Version of Node that it ran on.
 */
node?: string
}
/**
 * What `rune audit verify --json` prints about a record.
 */
export interface AuditVerdict {
/**
 * Version of this shape.
 */
schema_version: "1.0"
/**
 * Nothing was changed, and nothing can be missing: the record has its end, or the head that was given is that of its last line.
 */
good: boolean
/**
 * finished: the run wrote its own end. collected: somebody came back for what it had left open. recovered: it was killed, and its report, which no line names, is what the journal gives. unfinished: it has no end and no report. altered: there are findings.
 */
state: ("finished" | "collected" | "recovered" | "unfinished" | "altered")
/**
 * The run, a UUID.
 */
run_id?: string
/**
 * 1 to 128 printable ASCII characters; the sender's own id for this request.
 */
correlation_id?: string
/**
 * good: every node is. refused: policy. invalid: the request or the files. error: a fault of RUNE itself or of its record.
 */
status?: ("good" | "failed" | "unknown" | "cancelled" | "refused" | "invalid" | "error")
/**
 * SHA-256, 64 lower case hex digits.
 */
plan_hash?: string
/**
 * SHA-256, 64 lower case hex digits.
 */
head?: string
/**
 * Lines of events.ndjson before the first finding in it.
 */
events: number
/**
 * Files whose digest was compared.
 */
files: number
/**
 * What the record was compared with; the first three need nothing but the folder.
 */
compared: ("chain" | "files" | "report" | "attestation" | "head" | "repository" | "statement" | "branch")[]
/**
 * Files that no good line names, as a killed run leaves them: nothing vouches for them.
 */
unnamed: string[]
/**
 * The first one is the first bad line of events.ndjson, where there is one.
 */
findings: AuditFinding[]
}
/**
 * Something that is not as it was written.
 */
export interface AuditFinding {
/**
 * In the record, or in the repository that it was compared with.
 */
file: string
/**
 * One-based.
 */
line?: number
/**
 * Zero-based: the byte of the file at which it begins.
 */
offset?: number
/**
 * What was found and what was expected.
 */
message: string
}
/**
 * What a plugin reads on stdin: exactly one JSON object.
 */
export interface BpcsInput {
/**
 * Which message this is.
 */
message_metadata: {
/**
 * Version of the protocol.
 */
version: string
/**
 * The message's own id, a UUID.
 */
message_id: string
/**
 * The id that the sender of the request gave it; the same in every message of a run.
 */
correlation_id?: string
/**
 * RFC 3339.
 */
created_at: string
[k: string]: unknown
}
/**
 * What the plugin is asked to do.
 */
payload: {
/**
 * The parameters of the action: defaults added, checked by the schema that the action declares.
 */
input_parameters: {
[k: string]: unknown
}
/**
 * What the plugin may want to know about the run: node, step, attempt, dry_run, triggered_by. With dry_run true the plugin must change nothing.
 */
context?: {
[k: string]: unknown
}
[k: string]: unknown
}
observability: MessageObservability
[k: string]: unknown
}
/**
 * Ids that join what belongs to one trace (W3C trace context).
 */
export interface MessageObservability {
/**
 * 32 lower case hex digits.
 */
trace_id: string
/**
 * 16 lower case hex digits.
 */
span_id: string
[k: string]: unknown
}
/**
 * The action did what it says.
 */
export interface BpcsSuccess {
/**
 * The result.
 */
payload: {
/**
 * Always this word.
 */
result: "success"
/**
 * The fields that the action declares as its output, and `message`.
 */
output_data?: {
[k: string]: unknown
}
[k: string]: unknown
}
/**
 * null, or left out.
 */
error?: null
[k: string]: unknown
}
/**
 * The action says that it failed.
 */
export interface BpcsFailure {
/**
 * Always null.
 */
payload: null
/**
 * What failed.
 */
error: {
/**
 * 1 invalid input, 2 a resource or dependency is missing, 3 the action itself failed, 4 configuration, 100 anything unhandled; or a code that the module documents. The exit status is the same number, or not zero for codes above 255.
 */
code: number
/**
 * What failed, in a sentence for the operator.
 */
message: string
/**
 * More about it, for programs.
 */
details?: {
[k: string]: unknown
}
[k: string]: unknown
}
[k: string]: unknown
}
/**
 * What `rune validate` found.
 */
export interface Diagnostics {
/**
 * Version of this shape.
 */
schema_version: "1.0"
/**
 * problems: there is at least one error.
 */
status: ("good" | "problems")
/**
 * How many files were checked.
 */
files: number
/**
 * How many problems are errors.
 */
errors: number
/**
 * How many are warnings.
 */
warnings: number
/**
 * Sorted by file, line and column.
 */
problems: Problem[]
}
/**
 * Something that is wrong, with its position where it has one.
 */
export interface Problem {
/**
 * The EPS kind of the problem.
 */
kind: string
/**
 * What was found and what was expected.
 */
message: string
/**
 * What to do next.
 */
advice?: string
/**
 * Warnings do not make anything invalid.
 */
severity: ("error" | "warning")
/**
 * The rule that found it.
 */
rule?: string
/**
 * Path inside the project.
 */
file?: string
/**
 * One-based.
 */
line?: number
/**
 * One-based.
 */
column?: number
}
/**
 * client_payload of a repository_dispatch event of type rune. Closed: everything RUNE reads is under one key.
 */
export interface DispatchPayload {
/**
 * The request. Nothing else of the payload is read.
 */
rune: {
/**
 * Version of this payload.
 */
version: 1
/**
 * The runbook's name.
 */
runbook: string
/**
 * Values for the runbook's inputs.
 */
params?: {
[k: string]: unknown
}
/**
 * Names of nodes.
 * 
 * @maxItems 10000
 * 
 * Items: A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
nodes?: string[]
/**
 * A selector that narrows the targets.
 */
select?: string
/**
 * Why this run is started.
 */
reason?: string
/**
 * The ticket it belongs to.
 */
ticket?: string
/**
 * 1 to 128 printable ASCII characters; the sender's own id for this request.
 */
correlation_id?: string
/**
 * Who the sender acts for. Recorded as a claim; policy never uses it.
 */
requested_by?: string
/**
 * RFC 3339.
 */
issued_at?: string
/**
 * Asks for a dry run, in which nothing is changed. Default false.
 */
dry_run?: boolean
}
}
/**
 * Every failure that leaves a component.
 */
export interface EpsError {
/**
 * Which message this is.
 */
message_metadata: {
/**
 * Version of the protocol.
 */
version: "1.0"
/**
 * A UUID.
 */
message_id: string
/**
 * The id that the sender of the request gave it; the same in every message of a run.
 */
correlation_id: string
/**
 * The message that this one follows from: a plan from its request, a step from its plan, a result from its step. "unknown" where there is none.
 */
parent_message_id: string
/**
 * RFC 3339, UTC, milliseconds.
 */
created_at: string
/**
 * How soon a person should look: the severity, at least high where nobody knows what ran, one step lower where nothing ran and RUNE may try again by itself.
 */
priority: ("critical" | "high" | "medium" | "low")
[k: string]: unknown
}
/**
 * Where the message comes from, where it goes and what it is about.
 */
routing: {
/**
 * The one type of error messages.
 */
event_type: "EPS_ERROR_RESPONSE"
/**
 * The one category of error messages.
 */
event_category: "error_handling"
/**
 * Who sends it: LOM, LMM or another component.
 */
source_module: string
/**
 * Who is to read it.
 */
target_module?: string
/**
 * The component where the fault was found.
 */
original_source_module: string
/**
 * What it is about, as `name:value`: node:web-1, action:service_status.
 */
routing_tags: string[]
[k: string]: unknown
}
/**
 * The error, in the form of JSON-RPC 2.0, and what it means for the system.
 */
error_payload: {
/**
 * Version of this shape.
 */
schema_version: "1.0"
/**
 * The form of the data.
 */
content_type: "application/json"
/**
 * Bytes of error_data and error_context, serialised.
 */
size_bytes: number
/**
 * A JSON-RPC 2.0 error response.
 */
error_data: {
/**
 * Version of JSON-RPC.
 */
jsonrpc: "2.0"
/**
 * The error.
 */
error: {
/**
 * The numeric code. Several kinds may share one.
 */
code: number
/**
 * What was found and what was expected.
 */
message: string
/**
 * More about it; further fields may follow.
 */
data: {
/**
 * Why, in full.
 */
reason: string
/**
 * RFC 3339, UTC, milliseconds.
 */
timestamp: string
/**
 * The field that is wrong.
 */
field?: string
/**
 * Everything that a schema found.
 */
validation_errors?: {
[k: string]: unknown
}[]
original_value?: unknown
/**
 * What would have been accepted.
 */
expected_format?: string
/**
 * The stable name of the error; `rune explain` says what it means.
 */
kind: string
/**
 * Whether the decision to run the plugin was made on the node. 'unknown' is an answer, not a guess.
 */
executed: ("no" | "yes" | "unknown")
/**
 * How far the step had come.
 */
phase?: string
/**
 * The node's name.
 */
node?: string
/**
 * The step's id.
 */
step?: string
/**
 * The key of this one launch on the node.
 */
run_key?: string
/**
 * One-based.
 */
attempt?: number
[k: string]: unknown
}
[k: string]: unknown
}
/**
 * The message id of the request that failed, or null.
 */
id: (string | null)
[k: string]: unknown
}
/**
 * What it means for the system.
 */
error_context: {
/**
 * The class of the code.
 */
error_classification: ("protocol_error" | "communication_error" | "validation_error" | "security_error" | "system_error" | "business_error")
/**
 * How bad it is. Where one node is concerned nothing is critical: one that cannot be reached is not a failure of the system.
 */
severity: ("critical" | "high" | "medium" | "low")
/**
 * Whether work can go on.
 */
recoverable: boolean
/**
 * Whether the same step may be tried again: only when nothing was executed.
 */
retry_recommended: boolean
/**
 * Whether a person has to look: always when executed is unknown.
 */
escalation_required: boolean
/**
 * What to do next.
 */
recovery_actions: string[]
/**
 * Ids of errors that belong to it.
 */
related_errors: string[]
/**
 * How much of the system is touched.
 */
system_impact: ("single_request" | "module" | "multiple_modules" | "system_wide")
/**
 * What it says about the module's health.
 */
module_health_impact: ("none" | "degraded" | "critical" | "failed")
[k: string]: unknown
}
[k: string]: unknown
}
/**
 * Ids that join what belongs to one trace, and the fingerprint of the fault.
 */
observability: {
/**
 * 32 lower case hex digits.
 */
trace_id: string
/**
 * 16 lower case hex digits.
 */
span_id: string
/**
 * SHA-256, 64 lower case hex digits.
 */
error_fingerprint: string
[k: string]: unknown
}
[k: string]: unknown
}
/**
 * One line of errors.ndjson: an error of a run in short. The whole EPS message is in the step's own file.
 */
export interface ErrorLine {
/**
 * RFC 3339, UTC, milliseconds.
 */
at?: string
/**
 * The stable name of the error; `rune explain` says what it means.
 */
kind: string
/**
 * The numeric code. Several kinds may share one.
 */
code?: number
/**
 * The class of the code.
 */
classification?: string
/**
 * How bad it is where it happened.
 */
severity?: ("critical" | "high" | "medium" | "low")
/**
 * How soon a person should look.
 */
priority?: ("critical" | "high" | "medium" | "low")
/**
 * Whether the decision to run the plugin was made on the node. 'unknown' is an answer, not a guess.
 */
executed: ("no" | "yes" | "unknown")
/**
 * Whether the same step may be tried again.
 */
retry_recommended?: boolean
/**
 * Whether a person has to look.
 */
escalation_required?: boolean
/**
 * How far the step had come.
 */
phase?: string
/**
 * The node's name.
 */
node?: string
/**
 * The step's id.
 */
step?: string
/**
 * The action's name.
 */
action?: string
/**
 * One-based.
 */
attempt?: number
/**
 * What was found and what was expected; cut where it is long.
 */
message: string
/**
 * What to do next.
 */
advice: string
/**
 * SHA-256, 64 lower case hex digits.
 */
fingerprint?: string
/**
 * The id that the sender of the request gave it.
 */
correlation_id?: string
/**
 * A UUID.
 */
message_id?: string
/**
 * 32 lower case hex digits.
 */
trace_id?: string
}
/**
 * One line of events.ndjson. Each line carries the SHA-256 of the line before it.
 */
export interface RecordEvent {
/**
 * Zero-based, without gaps.
 */
seq: number
/**
 * SHA-256, 64 lower case hex digits.
 */
prev: string
/**
 * RFC 3339, UTC, milliseconds.
 */
at: string
/**
 * prepared: the step is about to be sent. tried: nothing came of it on the node, and the same attempt is made again. started: the node has told that it is ready, and the plugin may start after this line. ended: its result is known. collected: it became known later, when somebody came back for it.
 */
type: ("run-started" | "plan" | "refused" | "prepared" | "tried" | "started" | "ended" | "node-ended" | "cancel-requested" | "run-ended" | "collect-requested" | "collected")
/**
 * A UUID.
 */
run_id: string
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
node?: string
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
step?: string
/**
 * Absent: do.
 */
phase?: ("preflight" | "before" | "do" | "after" | "undo" | "evidence" | "check")
/**
 * One-based place in the list of a step with `for-each`. Absent: 1, or no list.
 */
iteration?: number
/**
 * One-based.
 */
attempt?: number
/**
 * Whether the decision to run the plugin was made on the node. 'unknown' is an answer, not a guess.
 */
executed?: ("no" | "yes" | "unknown")
/**
 * The EPS kind, where something failed.
 */
kind?: string
/**
 * What belongs to this type of event; what is not described here is open.
 */
data?: {
/**
 * Files of the record that were written before this line, by path, with their SHA-256.
 */
files?: {
/**
 * SHA-256, 64 lower case hex digits.
 */
[k: string]: string
}
/**
 * Of the plan: every file of the project that it was made of, sorted by path.
 * 
 * @maxItems 5000
 */
sources?: RecordSource[]
/**
 * Of the plan: who approved which content of which file.
 * 
 * @maxItems 5000
 */
approvals?: Approval[]
[k: string]: unknown
}
}
/**
 * A file of the project, as it was read.
 */
export interface RecordSource {
/**
 * Inside the project.
 */
path: string
/**
 * SHA-256, 64 lower case hex digits.
 */
sha256: string
/**
 * A full git commit id.
 */
blob: string
}
/**
 * Who approved one file of the plan.
 */
export interface Approval {
/**
 * Path inside the project.
 */
path: string
/**
 * A full git commit id.
 */
blob: string
/**
 * A full git commit id.
 */
commit: string
/**
 * It has not changed since the policy's baseline.
 */
baseline?: true
/**
 * Number of the pull request that the commit came from.
 */
pull?: number
/**
 * A full git commit id.
 */
head?: string
/**
 * Logins of those whose approval counts.
 * 
 * @maxItems 100
 */
approvers: string[]
}
/**
 * plugins/<module>/tests/<action>/<case>/expect.json: what the action has to answer. Exactly one of output and error.
 */
export interface FixtureExpect {
/**
 * For editors.
 */
$schema?: string
/**
 * The exit status.
 */
exit: number
/**
 * What output_data has to hold at least: named fields of objects, lists item by item and as long as here, everything else equal.
 */
output?: {
[k: string]: unknown
}
/**
 * The error that the plugin has to report.
 */
error?: {
/**
 * The code of the plugin's error.
 */
code: number
/**
 * A part of its message.
 */
message?: string
}
/**
 * Files and folders of this machine that must not be changed. A dry run must not change its working folder either.
 * 
 * @maxItems 64
 * 
 * Items: An absolute path.
 */
unchanged?: string[]
}
/**
 * plugins/<module>/tests/<action>/<case>/input.json: what a contract test gives to the action.
 */
export interface FixtureInput {
/**
 * For editors.
 */
$schema?: string
/**
 * The input parameters; declared defaults are added, as in a run.
 */
params: {
[k: string]: unknown
}
/**
 * Added to the context that a run gives: node, step, attempt, dry_run, triggered_by.
 */
context?: {
/**
 * Asks for a dry run. Default false.
 */
dry_run?: boolean
[k: string]: unknown
}
}
/**
 * The nodes. A node's address comes from here and nowhere else. inventory.yaml.
 */
export interface Inventory {
/**
 * Used where a node says nothing.
 */
defaults?: {
/**
 * How the node is reached: openssh is the ssh program of this machine.
 */
transport?: ("ssh" | "openssh" | "ssm" | "local")
ssh?: SshSettings
labels?: Labels
vars?: Vars
}
/**
 * Groups by name. A node has the labels and variables of its groups unless it has its own.
 */
groups?: {
[k: string]: InventoryGroup
}
/**
 * Nodes by name.
 */
nodes: {
[k: string]: InventoryNode
}
}
/**
 * How a node is reached over SSH.
 */
export interface SshSettings {
/**
 * The login user.
 */
user?: string
/**
 * The port of sshd. Default 22.
 */
port?: number
/**
 * The node's public host key, as in a .pub file, or a list of them. Without one here or in known-hosts the node is never connected to.
 * 
 * @minItems 1
 * @maxItems 10
 */
"host-key"?: (string | string[])
/**
 * A file of the project in OpenSSH's known_hosts format: known_hosts, or one in known_hosts.d/. Looked up by address and port; its @revoked keys are refused even where host-key has them.
 */
"known-hosts"?: string
/**
 * Path of the private key, relative to the project. An OpenSSH certificate beside it, PATH-cert.pub, is used with it. --ssh-key wins.
 */
"identity-file"?: string
/**
 * Sign with the keys of the ssh-agent at SSH_AUTH_SOCK; it is never forwarded. Default false. Not together with identity-file.
 */
agent?: boolean
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
jump?: string
/**
 * A file of the project in OpenSSH's ssh_config format: ssh_config, or one in ssh_config.d/. It tunes the connection (algorithms, addresses to bind to) and cannot change where it goes. Only with transport openssh.
 */
config?: string
/**
 * A command of the machine where RUNE runs that connects to the node in place of a TCP connection; %h and %p are address and port. Only with transport openssh, and where policy.limits.proxy-commands allows it. Not together with jump.
 */
"proxy-command"?: string
/**
 * Log in with the Kerberos ticket of the account that RUNE runs as, where no --ssh-key is given. Only with transport openssh. Default false. Not together with identity-file or agent.
 */
gssapi?: boolean
/**
 * The key's forced command on the node is RUNE's gate (`rune gate`): only what its allow list has can be run. Default false.
 */
gate?: boolean
}
/**
 * Labels that selectors match.
 */
export interface Labels {
[k: string]: string
}
/**
 * Variables for expressions, as node.vars.NAME. They are kept in plans and records: nothing secret.
 */
export interface Vars {
[k: string]: string | number | boolean
}
/**
 * Some of the nodes, under a name.
 */
export interface InventoryGroup {
/**
 * Nodes that are in it.
 * 
 * @maxItems 10000
 * 
 * Items: A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
nodes?: string[]
/**
 * Every node that fits is in it too. Looks at names and at labels that nodes have themselves or from `defaults`; not at groups.
 */
select?: string
/**
 * Groups whose nodes are in it too. What these set wins over what this one sets.
 * 
 * @maxItems 1000
 * 
 * Items: A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
children?: string[]
labels?: Labels
vars?: Vars
}
/**
 * One node. Anything left out comes from its groups (labels, vars) or from `defaults`.
 */
export interface InventoryNode {
/**
 * Host name or IP address, without user, port or scheme. Default for ssh: the node's name.
 */
address?: string
labels?: Labels
vars?: Vars
/**
 * How the node is reached: openssh is the ssh program of this machine.
 */
transport?: ("ssh" | "openssh" | "ssm" | "local")
ssh?: SshSettings
/**
 * How a node is reached over AWS SSM.
 */
ssm?: {
/**
 * The id of the EC2 instance (i-...) or managed node (mi-...).
 */
"instance-id": string
/**
 * The instance's region, such as eu-central-1.
 */
region?: string
}
}
/**
 * The short form of a module registration: the actions that a folder of plugins provides. plugins/<module>/module.yaml.
 */
export interface PluginModule {
/**
 * The module's name; equals the folder's name.
 */
module: string
/**
 * A semantic version, such as 1.2.0.
 */
version: string
/**
 * What the module is for.
 */
description: string
/**
 * The team that answers for it.
 */
owner?: string
/**
 * Modules of this project that this one relies on.
 * 
 * @maxItems 64
 */
dependencies?: ModuleDependency[]
/**
 * Actions by name. Names are unique over all modules.
 */
actions: {
[k: string]: ModuleAction
}
}
/**
 * A module of the same project that has to be there, and its version.
 */
export interface ModuleDependency {
/**
 * The name of the other module.
 */
module: string
/**
 * The versions that will do: 1.2.3, ^1.2.3, ~1.2.3, >=1.2.3 or <2.0.0; several joined by spaces must all hold. A pre-release fits only where one of them names a pre-release of the same version.
 */
version: string
/**
 * Works without it, as a degraded module. Default false: without it no action of this module can be used.
 */
optional?: boolean
}
/**
 * One action: a script, what it takes, what it gives and what it may do.
 */
export interface ModuleAction {
/**
 * What it does, in a sentence.
 */
description: string
/**
 * The script, a file of this folder.
 */
run: string
/**
 * What runs the script on the node.
 */
interpreter?: ("bash" | "sh" | "python3" | "perl")
/**
 * What the action may do to the node, declared by its author and reviewed.
 */
effect: ("read" | "change" | "destructive")
/**
 * Runs as root through sudo -n on the node. Default false.
 */
become?: boolean
/**
 * A new attempt may follow one that is known to have ended. Default false.
 */
idempotent?: boolean
/**
 * Honours context.dry_run. Default false: a dry run stops before it, unless it only reads.
 */
"dry-run"?: boolean
/**
 * The time limit on the node, 1s to 24h. Default 60s.
 */
timeout?: string
/**
 * What happens to a running plugin when the runner is gone and nobody asks for it for a minute: it is stopped, or it may finish. Default stop.
 */
"on-disconnect"?: ("stop" | "finish")
/**
 * Programs that must be on the node; checked before anything starts.
 * 
 * @maxItems 32
 */
requires?: string[]
/**
 * Which rights it needs and for what, for the reviewer.
 */
privileges?: string
/**
 * Input parameters. Closed.
 */
input?: {
[k: string]: Parameter
}
/**
 * Fields of output_data. The library's `message` is always allowed.
 */
output?: {
[k: string]: Parameter
}
/**
 * The error codes that the plugin documents.
 * 
 * @maxItems 64
 */
errors?: {
/**
 * The plugin's error code.
 */
code: number
/**
 * What the code means, in a few words.
 */
means: string
}[]
}
/**
 * A parameter or an output field: JSON Schema keywords, and whether it must be given.
 */
export interface Parameter {
/**
 * The JSON type of the value. Exactly one.
 */
type: ("string" | "integer" | "number" | "boolean" | "array" | "object")
/**
 * What the value means, in a sentence.
 */
description?: string
/**
 * The only values that are accepted.
 * 
 * @minItems 1
 * @maxItems 200
 */
enum?: unknown[]
/**
 * A regular expression the whole string must match; anchor it with ^ and $. Matched in linear time (no look-around, no back references).
 */
pattern?: string
/**
 * The smallest number of characters.
 */
minLength?: number
/**
 * The largest number of characters.
 */
maxLength?: number
/**
 * The smallest value.
 */
minimum?: number
/**
 * The largest value.
 */
maximum?: number
items?: ValueSchema
/**
 * The smallest number of entries.
 */
minItems?: number
/**
 * The largest number of entries.
 */
maxItems?: number
/**
 * Whether every entry is different.
 */
uniqueItems?: boolean
/**
 * What other keys may hold: false for none (the default), true for anything, or a schema.
 */
additionalProperties?: (boolean | ValueSchema)
/**
 * The largest number of keys.
 */
maxProperties?: number
/**
 * The object's fields by name.
 */
properties?: {
[k: string]: Property
}
/**
 * The value when none is given. Must be valid itself.
 */
default?: (string | number | boolean | unknown[] | {
[k: string]: unknown
})
/**
 * Whether a value must be given. Default false.
 */
required?: boolean
/**
 * Its value comes from RUNE_SECRET_<NAME> of whoever runs it, where NAME is the parameter's name in capitals, and shows nowhere. Texts only; docs/secrets.md.
 */
secret?: true
}
/**
 * What a value may be: JSON Schema keywords from a closed list. Objects are closed unless they say otherwise.
 */
export interface ValueSchema {
/**
 * The JSON type of the value. Exactly one.
 */
type: ("string" | "integer" | "number" | "boolean" | "array" | "object")
/**
 * What the value means, in a sentence.
 */
description?: string
/**
 * The only values that are accepted.
 * 
 * @minItems 1
 * @maxItems 200
 */
enum?: unknown[]
/**
 * A regular expression the whole string must match; anchor it with ^ and $. Matched in linear time (no look-around, no back references).
 */
pattern?: string
/**
 * The smallest number of characters.
 */
minLength?: number
/**
 * The largest number of characters.
 */
maxLength?: number
/**
 * The smallest value.
 */
minimum?: number
/**
 * The largest value.
 */
maximum?: number
items?: ValueSchema
/**
 * The smallest number of entries.
 */
minItems?: number
/**
 * The largest number of entries.
 */
maxItems?: number
/**
 * Whether every entry is different.
 */
uniqueItems?: boolean
/**
 * The object's fields by name.
 */
properties?: {
[k: string]: Property
}
/**
 * What other keys may hold: false for none (the default), true for anything, or a schema.
 */
additionalProperties?: (boolean | ValueSchema)
/**
 * The largest number of keys.
 */
maxProperties?: number
}
/**
 * A field of an object: what it may be, and whether it must be there.
 */
export interface Property {
/**
 * The JSON type of the value. Exactly one.
 */
type: ("string" | "integer" | "number" | "boolean" | "array" | "object")
/**
 * What the value means, in a sentence.
 */
description?: string
/**
 * The only values that are accepted.
 * 
 * @minItems 1
 * @maxItems 200
 */
enum?: unknown[]
/**
 * A regular expression the whole string must match; anchor it with ^ and $. Matched in linear time (no look-around, no back references).
 */
pattern?: string
/**
 * The smallest number of characters.
 */
minLength?: number
/**
 * The largest number of characters.
 */
maxLength?: number
/**
 * The smallest value.
 */
minimum?: number
/**
 * The largest value.
 */
maximum?: number
items?: ValueSchema
/**
 * The smallest number of entries.
 */
minItems?: number
/**
 * The largest number of entries.
 */
maxItems?: number
/**
 * Whether every entry is different.
 */
uniqueItems?: boolean
/**
 * The object's fields by name.
 */
properties?: {
[k: string]: Property
}
/**
 * What other keys may hold: false for none (the default), true for anything, or a schema.
 */
additionalProperties?: (boolean | ValueSchema)
/**
 * The largest number of keys.
 */
maxProperties?: number
/**
 * Whether the field must be there. Default false.
 */
required?: boolean
}
/**
 * What a plugin module declares when it registers.
 */
export interface MrsRegistration {
/**
 * Which module this is.
 */
module_identity: {
/**
 * Unique in the registry.
 */
module_name: string
/**
 * The class of modules it belongs to.
 */
module_class: string
/**
 * plugin_provider for plugins.
 */
module_type: string
/**
 * A semantic version, such as 1.2.0.
 */
module_version: string
/**
 * What the module is for.
 */
description: string
/**
 * RFC 3339, UTC, milliseconds.
 */
registration_timestamp: string
[k: string]: unknown
}
/**
 * What it provides and needs.
 */
capability_declaration: {
/**
 * One entry for each action.
 */
provides_events: {
/**
 * ACTION.<action>, provided by one module only.
 */
event_type: string
/**
 * What the action does.
 */
description: string
/**
 * JSON Schema of the action's output data.
 */
data_schema: {
[k: string]: unknown
}
example_data?: unknown
/**
 * Version of this shape.
 */
schema_version: string
/**
 * Whether readers of the version before can read it.
 */
backward_compatible?: boolean
[k: string]: unknown
}[]
/**
 * Events that it listens to.
 */
consumes_events: {
/**
 * The type of the event.
 */
event_type: string
[k: string]: unknown
}[]
/**
 * What policies and people want to know.
 */
service_metadata?: {
/**
 * The team that answers for it.
 */
owner_team?: string
/**
 * Where its files are and how it is usually reached.
 */
routing_hints?: {
[k: string]: unknown
}
/**
 * Per action: effect, privileges, time limit, digest, and the state that it is in.
 */
actions?: {
[k: string]: unknown
}
[k: string]: unknown
}
[k: string]: unknown
}
/**
 * What it can speak and what it depends on.
 */
technical_requirements: {
/**
 * rcs_v2 and bpcs_v1.
 */
supported_protocols: string[]
/**
 * Modules that it needs.
 */
dependencies?: {
/**
 * The module.
 */
module_name: string
/**
 * Versions that will do, as in the module's file.
 */
version_requirement?: string
/**
 * Whether it can work without.
 */
criticality?: ("required" | "optional")
[k: string]: unknown
}[]
[k: string]: unknown
}
/**
 * About the registration itself.
 */
registration_metadata: {
/**
 * A UUID.
 */
registration_id: string
/**
 * Version of the protocol.
 */
registration_version: "1.0"
/**
 * RFC 3339, UTC, milliseconds.
 */
expires_at?: string
/**
 * What happens to an earlier registration of the module.
 */
update_mode: ("replace" | "merge" | "append")
/**
 * The file that it was made from.
 */
registration_source?: string
/**
 * A UUID.
 */
previous_registration_id?: string
/**
 * discovered: the folder was seen and is not judged yet. available: it can be used. active: this plan or run uses it. degraded: it can be used, with warnings. unavailable: it has problems, and nothing can be planned with it.
 */
state?: ("discovered" | "available" | "active" | "degraded" | "unavailable")
/**
 * Why it is degraded or unavailable, one diagnostic a line.
 */
reasons?: string[]
[k: string]: unknown
}
[k: string]: unknown
}
/**
 * What a run will do: a pure function of request, runbook, registry, inventory and policy.
 */
export interface Plan {
/**
 * Version of this shape.
 */
schema_version: "1.0"
/**
 * The runbook that is planned; absent for a single action.
 */
runbook?: {
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
name: string
/**
 * What it does.
 */
description?: string
/**
 * SHA-256, 64 lower case hex digits.
 */
sha256: string
}
/**
 * Lower case letters, digits and underscores, starting with a letter.
 */
action?: string
content: Content
/**
 * Whether it was a dry run, in which nothing is changed.
 */
dry_run: boolean
/**
 * The inputs of the run, defaults added.
 */
params: {
[k: string]: unknown
}
/**
 * What the action may do to the node, declared by its author and reviewed.
 */
effect: ("read" | "change" | "destructive")
/**
 * Sorted by name.
 */
nodes: PlanNode[]
/**
 * What has to pass on every node before anything is changed anywhere. Absent: nothing.
 * 
 * @minItems 1
 * @maxItems 20
 */
preflight?: PlanStep[]
/**
 * What healthy means, asked before the steps and after them. Absent: nobody asks.
 * 
 * @minItems 1
 * @maxItems 20
 */
verify?: PlanStep[]
/**
 * In the order in which they run on every node.
 */
steps: PlanStep[]
/**
 * What is collected from every node at the end. Absent: nothing.
 * 
 * @minItems 1
 * @maxItems 20
 */
evidence?: PlanStep[]
/**
 * How many nodes at the same time.
 */
concurrency: number
/**
 * How many nodes each batch has, in the order of `nodes`. The next one begins when the one before is over; a node of the first one that is not good stops the run. Absent: all nodes in one batch, which stops for nothing.
 * 
 * @minItems 1
 * @maxItems 10000
 */
batches?: number[]
/**
 * When more nodes than this are not good, no further one is begun. Absent: the run goes on whatever happens.
 */
max_failures?: number
/**
 * The runbooks that are called as steps, outer ones first. Absent: none.
 * 
 * @minItems 1
 * @maxItems 300
 */
calls?: PlanRunbookCall[]
/**
 * What every gate of the policy says; none may refuse.
 */
gates: {
/**
 * The name of the gate.
 */
gate: string
/**
 * Whether the plan passes it. relaxed: it does not, and break glass passes over that.
 */
verdict: ("passed" | "refused" | "relaxed")
/**
 * Why not, and how it would be allowed.
 */
reason?: string
}[]
break_glass?: BreakGlass
}
/**
 * A node of the plan.
 */
export interface PlanNode {
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
name: string
/**
 * How the node is reached: openssh is the ssh program of this machine.
 */
transport: ("ssh" | "openssh" | "ssm" | "local")
/**
 * Where the transport was chosen.
 */
transport_reason: string
/**
 * Host name or IP address.
 */
address?: string
/**
 * The port of sshd.
 */
port?: number
/**
 * The login user.
 */
user?: string
labels: Labels
/**
 * The inventory's groups that it is in, sorted. Absent: none.
 * 
 * @maxItems 1000
 * 
 * Items: A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
groups?: string[]
vars?: Vars
/**
 * Fingerprint of the pinned host key; the first one where there are several.
 */
host_key_sha256?: string
/**
 * Fingerprints of the other pinned host keys.
 * 
 * @maxItems 100
 */
other_host_keys_sha256?: string[]
/**
 * Fingerprints of the keys that may sign the host's certificate; openssh only.
 * 
 * @maxItems 100
 */
host_authorities_sha256?: string[]
/**
 * The command of the runner through which it, or the first node on the way to it, is reached; openssh only.
 */
proxy_command?: string
/**
 * SHA-256, 64 lower case hex digits.
 */
ssh_config_sha256?: string
/**
 * The nodes through which it is reached, the first one that is connected to first.
 * 
 * Items: A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
jump?: string[]
}
/**
 * A step of the plan.
 */
export interface PlanStep {
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
id: string
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
call?: string
/**
 * Lower case letters, digits and underscores, starting with a letter.
 */
action: string
/**
 * Lower case letters, digits and underscores, starting with a letter.
 */
module: string
/**
 * A semantic version, such as 1.2.0.
 */
module_version: string
/**
 * What the action may do to the node, declared by its author and reviewed.
 */
effect: ("read" | "change" | "destructive")
/**
 * Whether it runs as root.
 */
become: boolean
/**
 * Whether a new attempt may follow one that is known to have ended.
 */
idempotent: boolean
/**
 * Whether it honours a dry run; else a dry run stops before it, unless it only reads.
 */
dry_run_supported: boolean
/**
 * SHA-256, 64 lower case hex digits.
 */
bundle_sha256: string
/**
 * The time limit in milliseconds.
 */
timeout_ms: number
/**
 * Absent: at most three tries, and only as long as nothing has run.
 */
retry?: {
/**
 * How often it is tried in all.
 */
attempts: number
/**
 * How long to wait after a failure of the plugin, in milliseconds.
 */
backoff_ms: number
}
/**
 * What one launch at a time of an account holds on a node, as written.
 */
lock?: string
/**
 * Parameters as written, expressions resolved as far as they do not depend on a node.
 */
input: {
[k: string]: unknown
}
/**
 * Which secret each secret parameter gets: names only, the values are in no plan. Absent: it takes none.
 */
secrets?: {
/**
 * The name of a secret: DB_ADMIN is the value of RUNE_SECRET_DB_ADMIN.
 */
[k: string]: string
}
/**
 * Programs that must be on the node.
 */
requires: string[]
/**
 * As written: whether the step is run on the node.
 */
if?: string
/**
 * As written: the list for whose entries the step is run, one after the other.
 * 
 * @minItems 1
 * @maxItems 100
 */
for_each?: (string | unknown[])
/**
 * It is run on one node of the plan, the first one whose run comes to it; the others use its output.
 */
once?: true
/**
 * As written: what has to be true of the output, else the step has failed.
 */
expect?: string
/**
 * After the steps it is asked until it passes. Absent: once.
 */
until?: {
/**
 * How long to wait before asking again, in milliseconds.
 */
every_ms: number
/**
 * After how long it is given up, in milliseconds.
 */
for_ms: number
}
/**
 * What follows when it fails. Absent: no further step is run.
 */
on_failure?: ("continue" | "undo")
undo?: PlanCall
}
/**
 * What takes it back.
 */
export interface PlanCall {
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
id: string
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
call?: string
/**
 * Lower case letters, digits and underscores, starting with a letter.
 */
action: string
/**
 * Lower case letters, digits and underscores, starting with a letter.
 */
module: string
/**
 * A semantic version, such as 1.2.0.
 */
module_version: string
/**
 * What the action may do to the node, declared by its author and reviewed.
 */
effect: ("read" | "change" | "destructive")
/**
 * Whether it runs as root.
 */
become: boolean
/**
 * Whether a new attempt may follow one that is known to have ended.
 */
idempotent: boolean
/**
 * Whether it honours a dry run; else a dry run stops before it, unless it only reads.
 */
dry_run_supported: boolean
/**
 * SHA-256, 64 lower case hex digits.
 */
bundle_sha256: string
/**
 * The time limit in milliseconds.
 */
timeout_ms: number
/**
 * What one launch at a time of an account holds on a node, as written.
 */
lock?: string
/**
 * Parameters as written, expressions resolved as far as they do not depend on a node.
 */
input: {
[k: string]: unknown
}
/**
 * Which secret each secret parameter gets: names only, the values are in no plan. Absent: it takes none.
 */
secrets?: {
/**
 * The name of a secret: DB_ADMIN is the value of RUNE_SECRET_DB_ADMIN.
 */
[k: string]: string
}
/**
 * Programs that must be on the node.
 */
requires: string[]
}
/**
 * A runbook that is called as a step.
 */
export interface PlanRunbookCall {
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
id: string
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
outer?: string
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
name: string
/**
 * SHA-256, 64 lower case hex digits.
 */
sha256: string
/**
 * Its inputs, defaults added.
 */
params: {
[k: string]: unknown
}
/**
 * As written: whether its steps are run on the node.
 */
if?: string
}
/**
 * Present when gates were allowed to be passed in an emergency.
 */
export interface BreakGlass {
/**
 * Who asked for it: everybody who takes part in starting the run.
 * 
 * @minItems 1
 * @maxItems 2
 */
by: string[]
/**
 * Why.
 */
reason: string
/**
 * The ticket it belongs to.
 */
ticket: string
/**
 * Gates that would have refused the run. Empty: it was asked for and not needed.
 * 
 * @maxItems 16
 */
relaxed: string[]
}
/**
 * What a project allows. rune.yaml at the project's root. Anything that is missing denies.
 */
export interface ProjectFile {
/**
 * Version of this file.
 */
version: 1
/**
 * Default deny.
 */
policy: {
/**
 * A run is allowed when one entry covers each of its actions on each of its nodes. Missing or empty: nothing is.
 * 
 * @maxItems 200
 */
allow: {
/**
 * Which effects this entry allows.
 * 
 * @minItems 1
 * @maxItems 3
 * 
 * Items: What the action may do to the node, declared by its author and reviewed.
 */
effects: ("read" | "change" | "destructive")[]
/**
 * Only these runbooks. Left out: any.
 * 
 * @maxItems 1000
 * 
 * Items: A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
runbooks?: string[]
/**
 * Only these actions. Left out: any.
 * 
 * @maxItems 1000
 * 
 * Items: Lower case letters, digits and underscores, starting with a letter.
 */
actions?: string[]
/**
 * Who may: a login or user:LOGIN, app:NAME for the bot NAME[bot], team:SLUG of the repository's organization, or * for anyone who can start a run. Names are compared exactly.
 * 
 * @maxItems 1000
 */
actors: string[]
/**
 * How the run was started.
 * 
 * @maxItems 5
 */
triggers: ("cli" | "workflow_dispatch" | "repository_dispatch" | "schedule" | "push")[]
/**
 * Only nodes that match. Left out: any.
 */
targets?: string
}[]
/**
 * Which secrets each runbook may read, by the runbook's name: rotate-password: [DB_ADMIN]. What is not listed is not given to it.
 */
secrets?: {
/**
 * @maxItems 64
 * 
 * Items: The name of a secret: DB_ADMIN is the value of RUNE_SECRET_DB_ADMIN.
 */
[k: string]: string[]
}
/**
 * How many people have to have approved the content of a plan. Left out: the defaults.
 */
approvals?: {
/**
 * Reviewers that everything a reading plan uses needs. Default: 0. An action that reads as root needs one more.
 */
read?: number
/**
 * The same for a plan that changes something. Default: 1.
 */
change?: number
/**
 * The same for a plan that cannot be undone. Default: 2.
 */
destructive?: number
/**
 * Reviewers that a change of rune.yaml, the inventory, the library or the workflow needs; the policy before the change says how many. Default: 2.
 */
"policy-change"?: number
/**
 * A full git commit id.
 */
baseline?: string
/**
 * Outside of GitHub nobody can read approvals. not-required: the command line does without them, and its record says so. Default: refused.
 */
cli?: ("refused" | "not-required")
}
/**
 * Bounds of every run.
 */
limits: {
/**
 * The largest number of nodes in one run.
 */
"max-targets"?: number
/**
 * Transports that may be used. `local` runs on the machine where rune itself runs and is only allowed where it is listed.
 * 
 * @maxItems 3
 * 
 * Items: How the node is reached: openssh is the ssh program of this machine.
 */
transports: ("ssh" | "openssh" | "ssm" | "local")[]
/**
 * Whether nodes may be reached through an `ssh.proxy-command`, which runs on the machine where rune itself runs. Default false.
 */
"proxy-commands"?: boolean
/**
 * Effects that content outside a git commit may have. Default: read.
 * 
 * @minItems 0
 * @maxItems 3
 * 
 * Items: What the action may do to the node, declared by its author and reviewed.
 */
unversioned?: ("read" | "change" | "destructive")[]
/**
 * How old a request may be when it is judged, at most 144h: a node remembers for a week what it has run. Default: 24h.
 */
"request-age"?: string
/**
 * The largest number of nodes at the same time. It is also the default of runbooks that say nothing. Left out: no limit beside 256.
 */
concurrency?: number
/**
 * Branches from which GitHub may start a run. Left out: only the repository's default branch. Not looked at on the command line.
 * 
 * @maxItems 50
 */
refs?: string[]
}
/**
 * What has an effect that a window names runs only inside one that names it. An effect that none names may run at any time.
 * 
 * @minItems 1
 * @maxItems 50
 */
windows?: PolicyWindow[]
/**
 * Times in which nothing of some effects runs, whatever the windows say.
 * 
 * @minItems 1
 * @maxItems 50
 */
freezes?: PolicyFreeze[]
/**
 * A switch: while it is on, nothing that changes something is started, also by runs that have begun.
 */
maintenance?: {
/**
 * While true, only reads run.
 */
on: boolean
/**
 * Why, for whoever is refused.
 */
reason?: string
}
/**
 * Who may pass which gates in an emergency, with a reason of 10 to 500 characters and a ticket, from the command line or the Actions page only. Left out: nobody.
 */
"break-glass"?: {
/**
 * Who may ask for it, as in `allow`, but without *.
 * 
 * @maxItems 100
 */
actors: string[]
/**
 * Gates that do not refuse then. No other gate can be relaxed.
 * 
 * @minItems 1
 * @maxItems 4
 */
relaxes: ("windows" | "freezes" | "maintenance" | "approvals")[]
/**
 * Pattern (RE2) that the whole ticket has to match: "INC-[0-9]+".
 */
ticket: string
}
}
}
/**
 * A time of the week.
 */
export interface PolicyWindow {
/**
 * Which effects it is for.
 * 
 * @minItems 1
 * @maxItems 3
 * 
 * Items: What the action may do to the node, declared by its author and reviewed.
 */
effects: ("read" | "change" | "destructive")[]
/**
 * IANA time zone whose clock on the wall is read, such as Europe/Berlin or UTC.
 */
zone: string
/**
 * Days on which it opens, single ones or ranges: [mon-thu, sat]. Left out: every day.
 * 
 * @minItems 1
 * @maxItems 7
 */
days?: string[]
/**
 * When it opens, such as "09:00"; this minute is inside.
 */
from: string
/**
 * When it closes, such as "16:00"; this minute is outside. Earlier than `from`: on the day after. "24:00" is the end of the day.
 */
to: string
}
/**
 * A time in which nothing of some effects runs.
 */
export interface PolicyFreeze {
/**
 * RFC 3339.
 */
from: string
/**
 * RFC 3339.
 */
to: string
/**
 * What does not run meanwhile.
 * 
 * @minItems 1
 * @maxItems 3
 * 
 * Items: What the action may do to the node, declared by its author and reviewed.
 */
effects: ("read" | "change" | "destructive")[]
/**
 * Why, for whoever is refused.
 */
reason?: string
}
/**
 * A runtime message between the LOM and the LMM.
 */
export interface RcsMessage {
/**
 * Which message this is.
 */
message_metadata: {
/**
 * Version of the protocol.
 */
version: "1.0"
/**
 * A UUID.
 */
message_id: string
/**
 * The id that the sender of the request gave it; the same in every message of a run.
 */
correlation_id?: string
/**
 * The message that this one follows from: a plan from its request, a step from its plan, a result from its step. "unknown" where there is none.
 */
parent_message_id?: string
/**
 * RFC 3339, UTC, milliseconds.
 */
created_at: string
/**
 * RFC 3339, UTC, milliseconds.
 */
expires_at?: string
/**
 * How urgent it is. Default normal.
 */
priority?: ("critical" | "high" | "normal" | "low")
/**
 * What the sender relies on. RUNE uses at_most_once: nothing is executed twice.
 */
delivery_mode?: ("at_most_once" | "at_least_once" | "exactly_once")
[k: string]: unknown
}
/**
 * Where the message comes from, where it goes and what it is about.
 */
routing: {
/**
 * A command in the present tense (ACTION_EXECUTE_REQUEST), something completed in the past tense (ACTION_EXECUTED).
 */
event_type: string
/**
 * A word for the kind of event.
 */
event_category?: string
/**
 * Who sends it: LOM, LMM or another component.
 */
source_module: string
/**
 * Who is to read it.
 */
target_module?: string
/**
 * What it is about, as `name:value`: node:web-1, action:service_status.
 */
routing_tags?: string[]
/**
 * The time limit in milliseconds.
 */
timeout_ms?: number
/**
 * How an answer is expected.
 */
reply_to?: {
/**
 * The type of the answer.
 */
event_type?: string
/**
 * How long it is waited for, in milliseconds.
 */
timeout_ms?: number
[k: string]: unknown
}
[k: string]: unknown
}
/**
 * The data and what guards it.
 */
payload: {
/**
 * Version of the payload.
 */
schema_version: "rcs_v2"
/**
 * The form of the data.
 */
content_type: "application/json"
/**
 * The encoding of the data.
 */
encoding?: string
/**
 * Bytes of the serialised data; must match.
 */
size_bytes: number
/**
 * SHA-256, 64 lower case hex digits.
 */
checksum?: string
/**
 * What the event type says.
 */
data: {
[k: string]: unknown
}
[k: string]: unknown
}
/**
 * What the sender wants to happen when delivery fails.
 */
quality_of_service?: {
/**
 * How often it may be sent again.
 */
max_retries?: number
/**
 * How long to wait before that, in milliseconds.
 */
retry_delay_ms?: number
/**
 * Whether the receiver has to say that it got it.
 */
acknowledgment_required?: boolean
/**
 * Where it goes when it cannot be delivered.
 */
dead_letter_queue?: string
[k: string]: unknown
}
/**
 * Who sends it and who may read it.
 */
security?: {
/**
 * Who sends it.
 */
sender_identity?: string
/**
 * A signature of the message.
 */
signature?: string
/**
 * The key that it is encrypted with.
 */
encryption_key_id?: string
/**
 * Who may read it.
 */
access_level?: ("public" | "internal" | "restricted" | "confidential")
[k: string]: unknown
}
observability: MessageObservability
[k: string]: unknown
}
/**
 * The result of one run, whatever happened.
 */
export interface RunReport {
/**
 * Version of this shape.
 */
schema_version: "1.0"
/**
 * A UUID.
 */
run_id: string
/**
 * 1 to 128 printable ASCII characters; the sender's own id for this request.
 */
correlation_id: string
/**
 * good: every node is. refused: policy. invalid: the request or the files. error: a fault of RUNE itself or of its record.
 */
status: ("good" | "failed" | "unknown" | "cancelled" | "refused" | "invalid" | "error")
/**
 * The exit status of the command.
 */
exit_status: number
/**
 * The runbook that was asked for.
 */
runbook?: {
/**
 * The runbook's name.
 */
name: string
/**
 * What it does.
 */
description?: string
/**
 * SHA-256, 64 lower case hex digits.
 */
sha256?: string
}
/**
 * The action that was asked for, where it was a single one.
 */
action?: string
/**
 * Whether it was a dry run, in which nothing is changed.
 */
dry_run: boolean
/**
 * Nothing was started: every node was asked whether it could start what the plan has.
 */
check?: true
/**
 * The earlier run that this one goes on with.
 */
resumes?: {
/**
 * A UUID.
 */
run_id: string
/**
 * RFC 3339, UTC, milliseconds.
 */
first_started_at: string
}
/**
 * How the run was started.
 */
trigger: string
/**
 * Who started it: the login GitHub names, or the local user.
 */
actor: string
/**
 * Who pressed the button of this attempt, where GitHub names somebody else.
 */
triggering_actor?: string
/**
 * Who the sender says it acts for. A claim.
 */
requested_by?: string
/**
 * Why the run was started.
 */
reason?: string
/**
 * The ticket it belongs to.
 */
ticket?: string
github?: WorkflowRun
break_glass?: BreakGlass
content?: Content
/**
 * SHA-256, 64 lower case hex digits.
 */
plan_hash?: string
/**
 * github: the approvals were read there. not-needed: the policy asks for none for this plan. not-required: the policy lets the command line do without. none: they could not be read.
 */
approval_source?: ("github" | "not-needed" | "not-required" | "none")
/**
 * Who approved what the plan uses, by path.
 */
approvals?: Approval[]
/**
 * What reviewers of GitHub's environments said about this workflow run. Recorded; no policy uses it.
 * 
 * @maxItems 100
 */
environment_approvals?: EnvironmentApproval[]
/**
 * Workflow runs before this one whose name has the same correlation id. Nodes that they reached answer with what happened then.
 * 
 * @maxItems 20
 */
earlier_runs?: EarlierRun[]
tool: Tool
/**
 * RFC 3339, UTC, milliseconds.
 */
started_at: string
/**
 * RFC 3339, UTC, milliseconds.
 */
finished_at: string
/**
 * How long it took, in milliseconds.
 */
duration_ms: number
/**
 * Nodes by what became of them.
 */
counts: {
/**
 * All nodes of the plan.
 */
nodes: number
/**
 * Nodes with a good outcome.
 */
good: number
/**
 * Nodes that failed or were refused.
 */
failed: number
/**
 * Nodes whose state is not known: look at them before anything else.
 */
unknown: number
/**
 * Nodes that a cancel stopped.
 */
cancelled: number
/**
 * Nodes on which the steps were not begun, because the run stopped before.
 */
untouched: number
}
/**
 * Nodes that are not good come first.
 */
nodes: ReportNode[]
/**
 * Why nothing was run, or what else is wrong.
 */
problems: Problem[]
/**
 * Where the record folder was written.
 */
record?: string
}
/**
 * A decision about an environment.
 */
export interface EnvironmentApproval {
/**
 * The environments that it is about.
 * 
 * @maxItems 20
 */
environments: string[]
/**
 * What was said.
 */
state: ("approved" | "rejected" | "pending")
/**
 * Login of the reviewer.
 */
user: string
}
/**
 * A workflow run.
 */
export interface EarlierRun {
/**
 * Its page.
 */
url: string
/**
 * When GitHub made it, RFC 3339.
 */
created_at: string
/**
 * GitHub's word: queued, in_progress, completed ...
 */
status: string
/**
 * GitHub's word for how it ended; absent while it has not.
 */
conclusion?: string
}
/**
 * A node and its steps.
 */
export interface ReportNode {
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
name: string
/**
 * fixed, not_needed and done are good, and so are rehearsed, of a dry run, and ready, of a check.
 */
outcome: ("fixed" | "not_needed" | "done" | "rehearsed" | "ready" | "not_fixed" | "rolled_back" | "rollback_failed" | "failed" | "unknown" | "refused" | "cancelled" | "untouched")
/**
 * A UUID.
 */
result_of?: string
/**
 * Whether the outcome is one that a person wants.
 */
good: boolean
/**
 * How the node is reached: openssh is the ssh program of this machine.
 */
transport?: ("ssh" | "openssh" | "ssm" | "local")
/**
 * Host name or IP address.
 */
address?: string
/**
 * Fingerprint of the host key that was seen.
 */
host_key_sha256?: string
/**
 * How long it took, in milliseconds.
 */
duration_ms?: number
/**
 * In order: preflight, verify before, the steps, verify after, undo, evidence; each as its last try left it. What a node's run did not come to is left out, but for the steps.
 */
steps: ReportStep[]
error?: ReportError
}
/**
 * One start of an action on a node, or why it was not started.
 */
export interface ReportStep {
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
id: string
/**
 * Lower case letters, digits and underscores, starting with a letter.
 */
action: string
/**
 * Where in the node's run it stood. Absent: do, one of the runbook's steps.
 */
phase?: ("preflight" | "before" | "do" | "after" | "undo" | "evidence" | "check")
/**
 * One-based place in the list of a step with `for-each`. Absent: 1, or no list.
 */
iteration?: number
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
ran_on?: string
/**
 * One-based; it is part of the key by which the node knows the launch. Each time that `until` asks is an attempt.
 */
attempt?: number
/**
 * The last tries before this one, in order; absent where there was none.
 * 
 * @maxItems 20
 */
earlier?: ReportEarlier[]
/**
 * How many tries there were in all, where `earlier` does not have all of them.
 */
tries?: number
/**
 * skipped: its `if` was false, its list was empty, or another node ran it. not_run: it was not its turn.
 */
status: ("succeeded" | "failed" | "skipped" | "unknown" | "cancelled" | "not_run")
/**
 * Whether the decision to run the plugin was made on the node. 'unknown' is an answer, not a guess.
 */
executed: ("no" | "yes" | "unknown")
/**
 * RFC 3339, UTC, milliseconds.
 */
started_at?: string
/**
 * How long it took, in milliseconds.
 */
duration_ms?: number
/**
 * The plugin's output_data.
 */
output?: {
[k: string]: unknown
}
error?: ReportError
/**
 * What was accepted, but should be mended.
 */
warnings?: string[]
/**
 * Nothing was run again: the result is that of this earlier launch, which had the same correlation id.
 */
replay_of?: string
/**
 * The step's file in the record.
 */
record?: string
/**
 * The step's stderr in the record.
 */
stderr?: string
}
/**
 * A try of a step that another one followed.
 */
export interface ReportEarlier {
/**
 * One-based. Tries that nothing came of on the node belong to the same attempt.
 */
attempt: number
/**
 * Whether the decision to run the plugin was made on the node. 'unknown' is an answer, not a guess.
 */
executed: ("no" | "yes" | "unknown")
/**
 * The EPS kind.
 */
kind: string
/**
 * The beginning of its message.
 */
message: string
/**
 * Its file in the record.
 */
record?: string
}
/**
 * An error for people and programs.
 */
export interface ReportError {
/**
 * The EPS kind.
 */
kind: string
/**
 * The numeric code of the kind.
 */
code: number
/**
 * What was found and what was expected.
 */
message: string
/**
 * What to do next.
 */
advice: string
/**
 * How far the step had come.
 */
phase?: string
/**
 * Whether the decision to run the plugin was made on the node. 'unknown' is an answer, not a guess.
 */
executed: ("no" | "yes" | "unknown")
/**
 * Whether the same may be tried again.
 */
retryable: boolean
/**
 * SHA-256, 64 lower case hex digits.
 */
fingerprint?: string
}
/**
 * What somebody asks RUNE to do, whoever asks: command line, workflow input or dispatch payload.
 */
export interface Request {
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
runbook?: string
/**
 * Lower case letters, digits and underscores, starting with a letter.
 */
action?: string
/**
 * Values for the runbook's inputs.
 */
params: {
[k: string]: unknown
}
/**
 * Names of nodes.
 * 
 * @maxItems 10000
 * 
 * Items: A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
nodes?: string[]
/**
 * A selector that narrows the targets.
 */
select?: string
/**
 * Tell every action that supports it to change nothing; stop before those that do not.
 */
dry_run: boolean
/**
 * Ask every node whether it could start what the plan has, and start nothing.
 */
check?: true
/**
 * Why this run is started.
 */
reason?: string
/**
 * The ticket it belongs to.
 */
ticket?: string
/**
 * 1 to 128 printable ASCII characters; the sender's own id for this request.
 */
correlation_id: string
/**
 * A person asks for the same request once more: what succeeded is answered from the node, what failed before is tried anew.
 */
again?: boolean
/**
 * An emergency: pass the gates that the policy lets these people pass, with reason and ticket. Never from a payload.
 */
break_glass?: boolean
/**
 * How the run was started.
 */
trigger: ("cli" | "workflow_dispatch" | "repository_dispatch" | "schedule" | "push")
/**
 * Who started it: the login GitHub names, or the local user.
 */
actor: string
/**
 * Who pressed the button of this attempt, where GitHub names somebody else.
 */
triggering_actor?: string
/**
 * Who the sender says it acts for. A claim.
 */
requested_by?: string
/**
 * RFC 3339.
 */
issued_at?: string
/**
 * RFC 3339, UTC, milliseconds.
 */
received_at: string
}
/**
 * A reviewed list of steps that are run on the selected nodes. One file a runbook, runbooks/<name>.yaml. docs/runbooks.md says which keys this version carries out.
 */
export interface Runbook {
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
name: string
/**
 * What it does, in a sentence that an operator understands at night.
 */
description: string
/**
 * The team that answers for it.
 */
owner?: string
/**
 * What a request may or must give. Closed: anything else is refused.
 */
inputs?: {
[k: string]: Parameter
}
/**
 * May be left out when every action only reads: then the request decides.
 */
targets?: {
/**
 * The nodes this runbook is for. A request may narrow it, never widen it.
 */
select: string
/**
 * The largest number of nodes in one run.
 */
max?: number
}
/**
 * How the run spreads over the nodes.
 */
rollout?: {
/**
 * How many nodes each batch has, as a number or as a share of all nodes such as 25%; the last entry repeats. A failure in the first batch stops the run. Default: one batch with all nodes.
 * 
 * @minItems 1
 * @maxItems 100
 * 
 * Items: A number of nodes, or a share of them from 1% to 100%.
 */
batches?: (number | string)[]
/**
 * How many nodes at the same time. Default 64.
 */
concurrency?: number
/**
 * How many nodes may end badly before no further one is begun: a number, or a share of all planned nodes such as 10%, rounded down. Default: only the first of several batches stops the run.
 */
"max-failures"?: (number | string)
}
/**
 * Checked on every node before anything is changed anywhere; all have to pass. Actions that read only.
 * 
 * @minItems 1
 * @maxItems 20
 */
preflight?: RunbookPreflightStep[]
/**
 * What healthy means. Run before the steps (when all pass, the node needs nothing) and after them (when all pass, it is fixed). Actions that read only.
 * 
 * @minItems 1
 * @maxItems 20
 */
verify?: RunbookVerifyStep[]
/**
 * Run in order on every node.
 * 
 * @minItems 1
 * @maxItems 100
 */
steps: RunbookStep[]
/**
 * What is collected at the end, whatever happened. Actions that read only.
 * 
 * @minItems 1
 * @maxItems 20
 */
evidence?: RunbookEvidenceStep[]
}
/**
 * One check before anything is changed.
 */
export interface RunbookPreflightStep {
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
id?: string
/**
 * Lower case letters, digits and underscores, starting with a letter.
 */
uses: string
/**
 * The action's input parameters; values may be expressions: ${{ inputs.service }}.
 */
with?: {
[k: string]: unknown
}
/**
 * The time limit on the node. Default: the action's own. 1s to 24h.
 */
timeout?: string
/**
 * What has to be true of the output, else the step has failed: one expression that is true or false, such as ${{ output.healthy }}.
 */
expect?: string
}
/**
 * One part of what healthy means.
 */
export interface RunbookVerifyStep {
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
id?: string
/**
 * Lower case letters, digits and underscores, starting with a letter.
 */
uses: string
/**
 * The action's input parameters; values may be expressions: ${{ inputs.service }}.
 */
with?: {
[k: string]: unknown
}
/**
 * The time limit on the node. Default: the action's own. 1s to 24h.
 */
timeout?: string
/**
 * What has to be true of the output, else the step has failed: one expression that is true or false, such as ${{ output.healthy }}.
 */
expect?: string
until?: RunbookUntil
}
/**
 * Asks again until it passes; only after the steps. Default: asked once.
 */
export interface RunbookUntil {
/**
 * How long to wait before asking again, at least 1s.
 */
every: string
/**
 * After how long it is given up: at least `every`, at most 1h.
 */
for: string
}
/**
 * One action with its parameters.
 */
export interface RunbookStep {
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
id?: string
/**
 * An action of the registry, or another runbook of this project: ./runbooks/NAME.yaml.
 */
uses: string
/**
 * Whether the step is run: one expression that is true or false, such as ${{ steps.state.output.main_pid == 0 }}. A step that is not run has the status skipped. Decided once, before for-each.
 */
if?: string
/**
 * Runs the step once for each entry of a list, one after the other: at most 100 values, or one expression that gives a declared list of at most 100 entries. The entry is `item`.
 * 
 * @minItems 1
 * @maxItems 100
 */
"for-each"?: (string | unknown[])
/**
 * The action's input parameters; values may be expressions: ${{ inputs.service }}.
 */
with?: {
[k: string]: unknown
}
/**
 * The time limit on the node. Default: the action's own. 1s to 24h.
 */
timeout?: string
retry?: RunbookRetry
/**
 * A name that one step at a time can hold on a node. It may use inputs and node, and never what a step gave.
 */
lock?: string
/**
 * Runs the step on one node of the run only, the first one that comes to it; all nodes after it can use its output.
 */
once?: true
/**
 * What has to be true of the output, else the step has failed: one expression that is true or false, such as ${{ output.healthy }}.
 */
expect?: string
/**
 * What follows when the step fails. stop: no further step is run. continue: the next step is run. undo: what was done on the node is undone, last step first; also where the step succeeded and the node is not fixed after all steps. Default: stop.
 */
"on-failure"?: ("stop" | "continue" | "undo")
undo?: RunbookUndo
}
/**
 * How often the step is tried. Default: at most three times, and only as long as nothing has run on the node.
 */
export interface RunbookRetry {
/**
 * Tries in all. Before anything has run: whenever the node could not be reached or was busy. After the plugin has run: only where it says itself that it failed, or all of it is known to be dead, and its action is `idempotent`. Never after an unknown outcome.
 */
attempts: number
/**
 * How long to wait after the plugin has failed, 100ms to 10m. Default 1s. A node that could not be reached is tried after a random time of at most 0.5s, 1s, 2s and so on, up to 30s.
 */
backoff?: string
}
/**
 * What takes the change back. Only where the action of the step changes something.
 */
export interface RunbookUndo {
/**
 * Lower case letters, digits and underscores, starting with a letter.
 */
uses: string
/**
 * The action's input parameters; values may be expressions: ${{ inputs.service }}.
 */
with?: {
[k: string]: unknown
}
/**
 * The time limit on the node. Default: the action's own. 1s to 24h.
 */
timeout?: string
}
/**
 * One thing that is collected at the end.
 */
export interface RunbookEvidenceStep {
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
id?: string
/**
 * Lower case letters, digits and underscores, starting with a letter.
 */
uses: string
/**
 * The action's input parameters; values may be expressions: ${{ inputs.service }}.
 */
with?: {
[k: string]: unknown
}
/**
 * The time limit on the node. Default: the action's own. 1s to 24h.
 */
timeout?: string
}
/**
 * nodes/<node>/<step>.<n>.json: every message of one attempt.
 */
export interface StepRecord {
rcs_request: RcsMessage
bpcs_input?: BpcsInput
bpcs_output?: BpcsOutput
eps?: EpsError
rcs_result: RcsMessage
/**
 * What the transport saw.
 */
evidence?: {
/**
 * The plugin's exit status.
 */
exit_code?: number
/**
 * The signal that ended it.
 */
signal?: string
/**
 * How much it wrote to stdout.
 */
stdout_bytes?: number
/**
 * First and last 64 KiB, only where the output was refused.
 */
stdout_text?: string
/**
 * How much it wrote to stderr.
 */
stderr_bytes?: number
/**
 * What the login shell printed before the launcher began.
 */
noise_text?: string
/**
 * Whether output was cut at its limit.
 */
truncated?: boolean
/**
 * Fingerprint of the host key that was seen.
 */
host_key_sha256?: string
/**
 * Milliseconds by phase: connect, auth, ready, run.
 */
timings_ms?: {
[k: string]: number
}
/**
 * How it was stopped.
 */
termination?: {
/**
 * The signals that were sent, in order.
 */
signals: string[]
/**
 * Whether no process of its group is left.
 */
group_gone: boolean
/**
 * Ids of the processes that are left.
 * 
 * @maxItems 1000
 */
survivors: number[]
}
}
}
/**
 * What `rune test` found.
 */
export interface TestReport {
schema_version: "1.0"
/**
 * good: every case passed and there is no problem but warnings.
 */
status: ("good" | "failed" | "cancelled")
modules: number
passed: number
failed: number
warnings: number
duration_ms: number
/**
 * Whether the shell scripts were checked.
 */
shellcheck: ("done" | "not-installed" | "not-needed")
cases: TestCase[]
/**
 * Of modules, fixtures and scripts.
 */
problems: Problem[]
}
export interface TestCase {
/**
 * Lower case letters, digits and underscores, starting with a letter.
 */
module: string
/**
 * Lower case letters, digits and underscores, starting with a letter.
 */
action: string
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
case: string
/**
 * The case's folder inside the project.
 */
path: string
status: ("passed" | "failed")
dry_run: boolean
/**
 * Of the plugin alone; absent when it was not started.
 */
duration_ms?: number
failures: {
/**
 * What was checked.
 */
check: ("contract" | "exit" | "output" | "error" | "undocumented" | "input" | "dry-run" | "unchanged")
/**
 * What was found and what was expected.
 */
message: string
}[]
/**
 * What a run would warn of.
 */
warnings: string[]
/**
 * The beginning of what the plugin wrote to stderr, of a case that failed.
 */
stderr?: string
}
