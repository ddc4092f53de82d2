/* Generated from schemas/ by scripts/generate-types.ts: do not edit. */

/**
 * What a plugin prints on stdout: exactly one JSON object on one line.
 */
export type BpcsOutput = ((BpcsSuccess | BpcsFailure) & {
message_metadata: {
version: string
message_id: string
correlation_id?: (string | null)
created_at: string
[k: string]: unknown
}
payload?: unknown
observability: {
trace_id: string
span_id: string
[k: string]: unknown
}
error?: unknown
[k: string]: unknown
})

export interface AllShapes {
"bpcs-input": BpcsInput
"bpcs-output": BpcsOutput
diagnostics: Diagnostics
"dispatch-payload": DispatchPayload
eps: EpsError
event: RecordEvent
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
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
id?: string
/**
 * Lower case letters, digits and underscores, starting with a letter.
 */
actionName?: string
/**
 * Lower case letters, digits and underscores, starting with a letter.
 */
parameterName?: string
/**
 * RFC 3339, UTC, milliseconds.
 */
timestamp?: string
/**
 * RFC 3339.
 */
anyTimestamp?: string
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
traceId?: string
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
 * Label terms joined by commas, all of which must hold: role=web,env!=dev.
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
 * How the node is reached.
 */
transport?: ("ssh" | "ssm" | "local")
valueSchema?: ValueSchema
parameter?: Parameter
labels?: Labels
messageObservability?: MessageObservability
content?: Content
problem?: Problem
property?: Property
}
/**
 * What a plugin reads on stdin: exactly one JSON object.
 */
export interface BpcsInput {
message_metadata: {
version: string
message_id: string
correlation_id?: string
/**
 * RFC 3339.
 */
created_at: string
[k: string]: unknown
}
payload: {
input_parameters: {
[k: string]: unknown
}
context?: {
[k: string]: unknown
}
[k: string]: unknown
}
observability: MessageObservability
[k: string]: unknown
}
export interface MessageObservability {
trace_id: string
span_id: string
[k: string]: unknown
}
export interface BpcsSuccess {
payload: {
result: "success"
output_data?: {
[k: string]: unknown
}
[k: string]: unknown
}
error?: null
[k: string]: unknown
}
export interface BpcsFailure {
payload: null
error: {
code: number
message: string
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
schema_version: "1.0"
status: ("good" | "problems")
files: number
errors: number
warnings: number
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
rune: {
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
 * Label terms that narrow the targets.
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
 * Default false.
 */
dry_run?: boolean
}
}
/**
 * Every failure that leaves a component.
 */
export interface EpsError {
message_metadata: {
version: "1.0"
message_id: string
correlation_id: string
parent_message_id: string
/**
 * RFC 3339, UTC, milliseconds.
 */
created_at: string
priority: ("critical" | "high" | "medium" | "low")
[k: string]: unknown
}
routing: {
event_type: "EPS_ERROR_RESPONSE"
event_category: "error_handling"
source_module: string
target_module?: string
original_source_module: string
routing_tags: string[]
[k: string]: unknown
}
error_payload: {
schema_version: "1.0"
content_type: "application/json"
size_bytes: number
error_data: {
jsonrpc: "2.0"
error: {
code: number
message: string
data: {
reason: string
/**
 * RFC 3339, UTC, milliseconds.
 */
timestamp: string
field?: string
validation_errors?: {
[k: string]: unknown
}[]
original_value?: unknown
expected_format?: string
kind: string
/**
 * Whether the decision to run the plugin was made on the node. 'unknown' is an answer, not a guess.
 */
executed: ("no" | "yes" | "unknown")
phase?: string
node?: string
step?: string
run_key?: string
attempt?: number
[k: string]: unknown
}
[k: string]: unknown
}
id: (string | null)
[k: string]: unknown
}
error_context: {
error_classification: ("protocol_error" | "communication_error" | "validation_error" | "security_error" | "system_error" | "business_error")
severity: ("critical" | "high" | "medium" | "low")
recoverable: boolean
retry_recommended: boolean
escalation_required: boolean
recovery_actions: string[]
related_errors: string[]
system_impact: ("single_request" | "module" | "multiple_modules" | "system_wide")
module_health_impact: ("none" | "degraded" | "critical" | "failed")
[k: string]: unknown
}
[k: string]: unknown
}
observability: {
trace_id: string
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
type: ("run-started" | "plan" | "refused" | "prepared" | "started" | "ended" | "node-ended" | "cancel-requested" | "run-ended")
run_id: string
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
node?: string
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
step?: string
attempt?: number
/**
 * Whether the decision to run the plugin was made on the node. 'unknown' is an answer, not a guess.
 */
executed?: ("no" | "yes" | "unknown")
kind?: string
data?: {
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
 * How the node is reached.
 */
transport?: ("ssh" | "ssm" | "local")
ssh?: SshSettings
labels?: Labels
}
/**
 * Nodes by name.
 */
nodes: {
[k: string]: InventoryNode
}
}
export interface SshSettings {
/**
 * The login user.
 */
user?: string
/**
 * Default 22.
 */
port?: number
/**
 * The node's public host key, as in a .pub file. Without one the node is never connected to.
 */
"host-key"?: string
/**
 * Path of the private key, relative to the project. --ssh-key wins.
 */
"identity-file"?: string
}
/**
 * Labels that selectors match.
 */
export interface Labels {
[k: string]: string
}
export interface InventoryNode {
/**
 * Host name or IP address. Default for ssh: the node's name.
 */
address?: string
labels?: Labels
/**
 * How the node is reached.
 */
transport?: ("ssh" | "ssm" | "local")
ssh?: SshSettings
ssm?: {
"instance-id": string
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
 * Actions by name. Names are unique over all modules.
 */
actions: {
[k: string]: ModuleAction
}
}
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
 * Honours context.dry_run. Default false: a dry run stops before it.
 */
"dry-run"?: boolean
/**
 * The time limit on the node, 1s to 24h. Default 60s.
 */
timeout?: string
/**
 * What happens to a running plugin when the runner is gone: it is stopped. Default stop.
 */
"on-disconnect"?: "stop"
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
code: number
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
minLength?: number
/**
 * The largest number of characters.
 */
maxLength?: number
minimum?: number
maximum?: number
items?: ValueSchema
minItems?: number
maxItems?: number
uniqueItems?: boolean
additionalProperties?: (boolean | ValueSchema)
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
minLength?: number
/**
 * The largest number of characters.
 */
maxLength?: number
minimum?: number
maximum?: number
items?: ValueSchema
minItems?: number
maxItems?: number
uniqueItems?: boolean
/**
 * The object's fields by name.
 */
properties?: {
[k: string]: Property
}
additionalProperties?: (boolean | ValueSchema)
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
minLength?: number
/**
 * The largest number of characters.
 */
maxLength?: number
minimum?: number
maximum?: number
items?: ValueSchema
minItems?: number
maxItems?: number
uniqueItems?: boolean
/**
 * The object's fields by name.
 */
properties?: {
[k: string]: Property
}
additionalProperties?: (boolean | ValueSchema)
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
module_identity: {
module_name: string
module_class: string
module_type: string
/**
 * A semantic version, such as 1.2.0.
 */
module_version: string
description: string
/**
 * RFC 3339, UTC, milliseconds.
 */
registration_timestamp: string
[k: string]: unknown
}
capability_declaration: {
provides_events: {
event_type: string
description: string
data_schema: {
[k: string]: unknown
}
example_data?: unknown
schema_version: string
backward_compatible?: boolean
[k: string]: unknown
}[]
consumes_events: {
event_type: string
[k: string]: unknown
}[]
service_metadata?: {
owner_team?: string
routing_hints?: {
[k: string]: unknown
}
actions?: {
[k: string]: unknown
}
[k: string]: unknown
}
[k: string]: unknown
}
technical_requirements: {
supported_protocols: string[]
dependencies?: {
module_name: string
version_requirement?: string
criticality?: ("required" | "optional")
[k: string]: unknown
}[]
[k: string]: unknown
}
registration_metadata: {
registration_id: string
registration_version: "1.0"
/**
 * RFC 3339, UTC, milliseconds.
 */
expires_at?: string
update_mode: ("replace" | "merge" | "append")
registration_source?: string
previous_registration_id?: string
[k: string]: unknown
}
[k: string]: unknown
}
/**
 * What a run will do: a pure function of request, runbook, registry, inventory and policy.
 */
export interface Plan {
schema_version: "1.0"
runbook?: {
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
name: string
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
dry_run: boolean
params: {
[k: string]: unknown
}
/**
 * What the action may do to the node, declared by its author and reviewed.
 */
effect: ("read" | "change" | "destructive")
nodes: PlanNode[]
steps: PlanStep[]
concurrency: number
gates: {
gate: string
verdict: ("passed" | "refused")
reason?: string
}[]
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
export interface PlanNode {
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
name: string
/**
 * How the node is reached.
 */
transport: ("ssh" | "ssm" | "local")
transport_reason: string
address?: string
port?: number
user?: string
labels: Labels
/**
 * Fingerprint of the pinned host key.
 */
host_key_sha256?: string
}
export interface PlanStep {
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
id: string
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
become: boolean
idempotent: boolean
dry_run_supported: boolean
/**
 * SHA-256, 64 lower case hex digits.
 */
bundle_sha256: string
timeout_ms: number
/**
 * Parameters as written, expressions resolved as far as they do not depend on a node.
 */
input: {
[k: string]: unknown
}
requires: string[]
}
/**
 * What a project allows. rune.yaml at the project's root. Anything that is missing denies.
 */
export interface ProjectFile {
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
 * Who may: a login, user:NAME, or * for anyone who can start a run.
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
 * Items: How the node is reached.
 */
transports: ("ssh" | "ssm" | "local")[]
/**
 * Effects that content outside a git commit may have. Default: read.
 * 
 * @minItems 0
 * @maxItems 3
 * 
 * Items: What the action may do to the node, declared by its author and reviewed.
 */
unversioned?: ("read" | "change" | "destructive")[]
}
}
}
/**
 * A runtime message between the LOM and the LMM.
 */
export interface RcsMessage {
message_metadata: {
version: "1.0"
message_id: string
correlation_id?: string
parent_message_id?: string
/**
 * RFC 3339, UTC, milliseconds.
 */
created_at: string
/**
 * RFC 3339, UTC, milliseconds.
 */
expires_at?: string
priority?: ("critical" | "high" | "normal" | "low")
delivery_mode?: ("at_most_once" | "at_least_once" | "exactly_once")
[k: string]: unknown
}
routing: {
event_type: string
event_category?: string
source_module: string
target_module?: string
routing_tags?: string[]
timeout_ms?: number
reply_to?: {
event_type?: string
timeout_ms?: number
[k: string]: unknown
}
[k: string]: unknown
}
payload: {
schema_version: "rcs_v2"
content_type: "application/json"
encoding?: string
size_bytes: number
/**
 * SHA-256, 64 lower case hex digits.
 */
checksum?: string
data: {
[k: string]: unknown
}
[k: string]: unknown
}
quality_of_service?: {
max_retries?: number
retry_delay_ms?: number
acknowledgment_required?: boolean
dead_letter_queue?: string
[k: string]: unknown
}
security?: {
sender_identity?: string
signature?: string
encryption_key_id?: string
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
schema_version: "1.0"
run_id: string
/**
 * 1 to 128 printable ASCII characters; the sender's own id for this request.
 */
correlation_id: string
/**
 * good: every node is. refused: policy. invalid: the request or the files. error: a fault of RUNE itself or of its record.
 */
status: ("good" | "failed" | "unknown" | "cancelled" | "refused" | "invalid" | "error")
exit_status: number
runbook?: {
name: string
description?: string
/**
 * SHA-256, 64 lower case hex digits.
 */
sha256?: string
}
action?: string
dry_run: boolean
trigger: string
actor: string
triggering_actor?: string
requested_by?: string
reason?: string
ticket?: string
content?: Content
/**
 * SHA-256, 64 lower case hex digits.
 */
plan_hash?: string
tool: {
name: "rune"
/**
 * A semantic version, such as 1.2.0.
 */
version: string
}
/**
 * RFC 3339, UTC, milliseconds.
 */
started_at: string
/**
 * RFC 3339, UTC, milliseconds.
 */
finished_at: string
duration_ms: number
counts: {
nodes: number
good: number
failed: number
unknown: number
cancelled: number
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
export interface ReportNode {
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
name: string
outcome: ("fixed" | "not_needed" | "done" | "not_fixed" | "rolled_back" | "rollback_failed" | "failed" | "unknown" | "refused" | "cancelled" | "untouched")
/**
 * Whether the outcome is one that a person wants.
 */
good: boolean
/**
 * How the node is reached.
 */
transport?: ("ssh" | "ssm" | "local")
address?: string
/**
 * Fingerprint of the host key that was seen.
 */
host_key_sha256?: string
duration_ms?: number
steps: ReportStep[]
error?: ReportError
}
export interface ReportStep {
/**
 * A name: ASCII letters, digits, dot, underscore and hyphen, starting with a letter or digit, at most 128 characters.
 */
id: string
/**
 * Lower case letters, digits and underscores, starting with a letter.
 */
action: string
attempt?: number
status: ("succeeded" | "failed" | "unknown" | "cancelled" | "not_run")
/**
 * Whether the decision to run the plugin was made on the node. 'unknown' is an answer, not a guess.
 */
executed: ("no" | "yes" | "unknown")
/**
 * RFC 3339, UTC, milliseconds.
 */
started_at?: string
duration_ms?: number
/**
 * The plugin's output_data.
 */
output?: {
[k: string]: unknown
}
error?: ReportError
warnings?: string[]
/**
 * The step's file in the record.
 */
record?: string
/**
 * The step's stderr in the record.
 */
stderr?: string
}
export interface ReportError {
/**
 * The EPS kind.
 */
kind: string
code: number
message: string
advice: string
phase?: string
/**
 * Whether the decision to run the plugin was made on the node. 'unknown' is an answer, not a guess.
 */
executed: ("no" | "yes" | "unknown")
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
 * Label terms that narrow the targets.
 */
select?: string
/**
 * Tell every action that supports it to change nothing; stop before those that do not.
 */
dry_run: boolean
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
 * A reviewed list of steps that are run on the selected nodes. One file a runbook, runbooks/<name>.yaml.
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
 * How many nodes at the same time. Default 64.
 */
concurrency?: number
}
/**
 * Run in order on every node.
 * 
 * @minItems 1
 * @maxItems 100
 */
steps: RunbookStep[]
}
export interface RunbookStep {
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
evidence?: {
exit_code?: number
signal?: string
stdout_bytes?: number
/**
 * First and last 64 KiB, only where the output was refused.
 */
stdout_text?: string
stderr_bytes?: number
noise_text?: string
truncated?: boolean
host_key_sha256?: string
timings_ms?: {
[k: string]: number
}
termination?: {
signals: string[]
group_gone: boolean
/**
 * @maxItems 1000
 */
survivors: number[]
}
}
}
